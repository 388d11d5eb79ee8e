# violation: what a registry adds is a field of a citation
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX bibo: <http://purl.org/ontology/bibo/>
INSERT { ?r precis:addedField "colour" } WHERE { ?r a precis:RegistryRecord }
