# violation: a notice of an update has its DOI
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX bibo: <http://purl.org/ontology/bibo/>
DELETE { ?n bibo:doi ?d } WHERE { ?n a precis:UpdateNotice ; bibo:doi ?d }
