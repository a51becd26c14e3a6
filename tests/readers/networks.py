"""Reads exported networks with NetworkX and prints what it found as JSON.

Called with a folder that holds chancery.graphml, chancery.gexf, chancery.cyjs and gephi/nodes.csv, gephi/edges.csv.
"""

import csv
import json
import re
import sys
from pathlib import Path

import networkx

csv.field_size_limit(1 << 30)


def found(graph, label):
    """Labels by node, and edges as (source, target, kind, certainty), sorted; ends too, where an edge has no direction."""
    nodes = {str(node): data.get(label) for node, data in graph.nodes(data=True)}
    edges = sorted(
        [*ends(graph, str(source), str(target)), data.get("kind"), data.get("certainty")]
        for source, target, data in graph.edges(data=True)
    )
    return {"nodes": nodes, "edges": edges}


def ends(graph, source, target):
    return (source, target) if graph.is_directed() else sorted((source, target))


def graphml(folder):
    graph = networkx.read_graphml(folder / "chancery.graphml", force_multigraph=True)
    return found(graph, "label")


def gexf(folder):
    """NetworkX reads GEXF 1.3 since 3.6; Gephi writes it, and reads it since 0.9.3."""
    graph = networkx.read_gexf(folder / "chancery.gexf")
    result = found(graph, "label")
    spans = [(data.get("start"), data.get("end")) for _, data in graph.nodes(data=True)]
    day = re.compile(r"\d{4}-\d{2}-\d{2}")
    assert all(day.fullmatch(value) for span in spans for value in span if value is not None)
    result["dated"] = sum(1 for span in spans if any(span))
    return result


def cytoscape(folder):
    whole = json.loads((folder / "chancery.cyjs").read_text("utf-8"))
    # NetworkX wants keys of its own beside ours.
    whole |= {"multigraph": True, "data": []}
    for node in whole["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]
    for edge in whole["elements"]["edges"]:
        edge["data"]["key"] = edge["data"]["id"]
    return found(networkx.cytoscape_graph(whole), "label")


def gephi(folder):
    def rows(name):
        with open(folder / "gephi" / name, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    edges = rows("edges.csv")
    types = {row["Type"] for row in edges}
    assert len(types) == 1 and types <= {"Directed", "Undirected"}
    graph = networkx.MultiDiGraph() if types == {"Directed"} else networkx.MultiGraph()
    for row in rows("nodes.csv"):
        graph.add_node(row["Id"], label=row["Label"])
    for row in edges:
        assert row["Source"] in graph and row["Target"] in graph
        graph.add_edge(row["Source"], row["Target"], kind=row["kind"], certainty=row["certainty"])
    return found(graph, "label")


if __name__ == "__main__":
    at = Path(sys.argv[1])
    json.dump({read.__name__: read(at) for read in (graphml, gexf, cytoscape, gephi)}, sys.stdout)
