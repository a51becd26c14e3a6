"""Reads exported linked data with rdflib and Oxigraph and prints what was found as JSON.

Called with a folder that holds chancery.ttl and chancery.jsonld.
"""

import json
import sys
from pathlib import Path

import pyoxigraph
import rdflib
from rdflib.compare import to_isomorphic
from rdflib.namespace import RDF, RDFS

FACT = "urn:chancery:fact:"
TERM = rdflib.Namespace("urn:chancery:term:")

if __name__ == "__main__":
    at = Path(sys.argv[1])
    turtle, jsonld = (at / "chancery.ttl").read_bytes(), (at / "chancery.jsonld").read_bytes()
    # Oxigraph reads strictly, and both formats have to say the same.
    quads = set(pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE))
    assert quads == set(pyoxigraph.parse(jsonld, format=pyoxigraph.RdfFormat.JSON_LD))
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    other = rdflib.Graph().parse(data=jsonld, format="json-ld")
    assert to_isomorphic(graph) == to_isomorphic(other)
    assert len(graph) == len(quads)
    used = {term for _, term, _ in graph if str(term).startswith(str(TERM))}
    undefined = [str(term) for term in used if (term, RDFS.comment, None) not in graph]
    labels = {
        str(subject)[len(FACT):]: str(label)
        for subject, label in graph.subject_objects(RDFS.label)
        if str(subject).startswith(FACT)
    }
    counts = {name: len(set(graph.subjects(RDF.type, TERM[name]))) for name in ("Event", "Participation", "Account", "Source")}
    quotes = {str(subject)[len(FACT):]: str(quote) for subject, quote in graph.subject_objects(TERM.quote)}
    json.dump({"triples": len(graph), "undefined": undefined, "labels": labels, "counts": counts, "quotes": quotes}, sys.stdout)
