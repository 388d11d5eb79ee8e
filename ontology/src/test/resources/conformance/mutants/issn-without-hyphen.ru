# violation: an ISSN has eight digits with a hyphen
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX bibo: <http://purl.org/ontology/bibo/>
INSERT { ?r bibo:issn "00333204" } WHERE { ?r a precis:RegistryRecord }
