# violation: a picture of a summary is an image with a name of its own
PREFIX precis: <https://w3id.org/precis/ns#>
PREFIX schema: <http://schema.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX dqv: <http://www.w3.org/ns/dqv#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX bibo: <http://purl.org/ontology/bibo/>
PREFIX pro: <http://purl.org/spar/pro/>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
DELETE { ?image a schema:ImageObject } WHERE { ?image a schema:ImageObject }
