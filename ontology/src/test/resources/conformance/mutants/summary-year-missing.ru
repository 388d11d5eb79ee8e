# violation: a summary has exactly one year of publication, an integer
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX schema: <http://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX dqv: <http://www.w3.org/ns/dqv#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX bibo: <http://purl.org/ontology/bibo/>
PREFIX pro: <http://purl.org/spar/pro/>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
DELETE { ?s precis:year ?o } WHERE { ?s a schema:BlogPosting ; precis:year ?o }
