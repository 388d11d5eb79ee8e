# violation: a notice of an update is described
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX bibo: <http://purl.org/ontology/bibo/>
DELETE { ?n a precis:UpdateNotice } WHERE { ?n a precis:UpdateNotice }
