# violation: a record of a registry says where it is
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX bibo: <http://purl.org/ontology/bibo/>
DELETE { ?r prov:wasDerivedFrom ?a } WHERE { ?r a precis:RegistryRecord ; prov:wasDerivedFrom ?a }
