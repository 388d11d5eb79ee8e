# violation: a correction of a summary is described
PREFIX precis: <https://w3id.org/precis/ns#>
DELETE { ?correction a precis:Correction } WHERE { ?correction a precis:Correction }
