# violation: a work has at most one record of a registry, which is described
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX bibo: <http://purl.org/ontology/bibo/>
DELETE { ?r a precis:RegistryRecord } WHERE { ?r a precis:RegistryRecord }
