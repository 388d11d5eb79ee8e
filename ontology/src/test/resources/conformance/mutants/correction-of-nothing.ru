# violation: a correction says which field it is about
PREFIX precis: <https://w3id.org/precis/ns#>
DELETE { ?correction precis:correctedField ?field } WHERE { ?correction precis:correctedField ?field }
