# violation: a role has at most one ORCID iD, an address of orcid.org
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX bibo: <http://purl.org/ontology/bibo/>
DELETE { ?r precis:orcid ?o } INSERT { ?r precis:orcid <https://orcid.example/1> } WHERE { ?r precis:orcid ?o }
