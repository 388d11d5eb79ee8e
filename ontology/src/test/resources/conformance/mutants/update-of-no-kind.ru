# violation: a notice of an update says what kind it is
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX bibo: <http://purl.org/ontology/bibo/>
DELETE { ?n precis:updateType ?t } WHERE { ?n precis:updateType ?t }
