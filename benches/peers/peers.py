"""The other side of the comparison: six questions about who met whom, on systems that a user could load events into.

    peers.py ENGINE FILE        ENGINE is one of: duckdb, ladybug, raphtory, networkx, oxigraph

Prints one line of JSON like that of our side: seconds until the first answer, the peak of memory, and of each question
the median in milliseconds with a digest of the answer. A question that a system has no means for is left out.
"""

import hashlib
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict

MEETINGS = ["Make_a_visit", "Host_a_visit", "Consult", "Engage_in_negotiation", "Discuss_by_telephone"]
X, Y, Z = "Actor 0000050", "Actor 0000001", "Actor 0001500"
THREADS = 2


class Side:
    """Measures one system."""

    def __init__(self, engine):
        self.report = {"engine": engine}
        self.begun = time.perf_counter()

    def loaded(self):
        self.report["load_s"] = round(time.perf_counter() - self.begun, 3)

    def ask(self, name, question):
        """Times a question that gives a list of rows, each a list of texts and numbers."""
        try:
            answer = question()
            times, begun = [], time.perf_counter()
            while len(times) < 5 or time.perf_counter() - begun < 0.25:
                start = time.perf_counter()
                question()
                times.append((time.perf_counter() - start) * 1e3)
                if time.perf_counter() - begun > 60:
                    break
        except Exception as error:  # A system may lack the means; the table then says so.
            self.report[name] = {"error": f"{type(error).__name__}: {error}"[:120]}
            return
        text = "".join("\t".join(str(cell) for cell in row) + "\n" for row in answer)
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        self.report[name] = {"ms": round(statistics.median(times), 6), "answer": digest, "rows": len(answer)}

    def done(self):
        self.report["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(self.report))


def lines(path):
    """The meetings of a file: one actor, the other, the date."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            source, label, target, date = line.rstrip("\n").split("\t")
            if label in MEETINGS:
                yield source, target, date


def duckdb(side, path):
    import duckdb

    base = duckdb.connect(config={"threads": THREADS})
    labels = ", ".join(f"'{label}'" for label in MEETINGS)
    base.execute(
        f"""create table rows as select * from read_csv('{path}', delim = '\\t', header = false, quote = '',
            columns = {{'one': 'varchar', 'label': 'varchar', 'other': 'varchar', 'day': 'date'}})
            where label in ({labels})"""
    )
    base.execute("create table met as select one, other, day from rows union all select other, one, day from rows")
    base.execute("create index by_actor on met(one)")

    def ask(text, *values):
        return base.execute(text, values).fetchall()

    q1 = """select other, count(*) as times, min(day), max(day) from met
            where one = ? and day between '2012-01-01' and '2016-12-31' group by other order by times desc, other"""
    ask(q1, X)
    side.loaded()
    side.ask("q1", lambda: ask(q1, X))
    side.ask("q2", lambda: ask("select day from met where one = ? and other = ? order by day", X, Y))
    q3 = """with year as (select one, other from met where day between '2015-01-01' and '2015-12-31'),
            near as (select distinct other from year where one = ?)
            select who from (select other as who from near
                union select year.other from near join year on year.one = near.other) where who <> ? order by who"""
    side.ask("q3", lambda: ask(q3, X, X))
    q4 = """select least(one, other) as a, greatest(one, other) as b, count(*) as times from rows
            where day between '2019-01-01' and '2019-12-31' group by a, b order by times desc, a, b limit 20"""
    side.ask("q4", lambda: ask(q4))


def ladybug(side, path):
    import ladybug
    import polars as pl

    folder = tempfile.mkdtemp()
    frame = pl.read_csv(path, separator="\t", has_header=False, new_columns=["a", "label", "b", "day"], quote_char=None)
    frame = frame.filter(pl.col("label").is_in(MEETINGS))
    pl.concat([frame["a"], frame["b"]]).unique().to_frame("name").write_parquet(f"{folder}/actors.parquet")
    frame.select("a", "b", pl.col("day").str.to_date()).write_parquet(f"{folder}/met.parquet")
    base = ladybug.Connection(ladybug.Database(f"{folder}/base", max_num_threads=THREADS))
    base.execute("create node table Actor(name string primary key)")
    base.execute("create rel table Met(from Actor to Actor, day date)")
    base.execute(f"copy Actor from '{folder}/actors.parquet'")
    base.execute(f"copy Met from '{folder}/met.parquet'")

    def ask(text, **values):
        return base.execute(text, values).get_all()

    def q1():
        return ask(
            """match (:Actor {name: $x})-[m:Met]-(b:Actor)
               where m.day >= date('2012-01-01') and m.day <= date('2016-12-31')
               return b.name, count(*) as times, min(m.day), max(m.day) order by times desc, b.name""",
            x=X,
        )

    q1()
    side.loaded()
    side.ask("q1", q1)
    q2 = "match (:Actor {name: $x})-[m:Met]-(:Actor {name: $y}) return m.day as day order by day"
    side.ask("q2", lambda: ask(q2, x=X, y=Y))
    q3 = """match (:Actor {name: $x})-[:Met*1..2 (r, n | where r.day >= date('2015-01-01') and r.day <= date('2015-12-31'))]-
            (b:Actor) where b.name <> $x return distinct b.name as who order by who"""
    side.ask("q3", lambda: ask(q3, x=X))
    q4 = """match (a:Actor)-[m:Met]-(b:Actor)
            where a.name < b.name and m.day >= date('2019-01-01') and m.day <= date('2019-12-31')
            return a.name as one, b.name as other, count(*) as times order by times desc, one, other limit 20"""
    side.ask("q4", lambda: ask(q4))
    q5 = "match (:Actor {name: $x})-[m:Met* shortest 1..30]-(:Actor {name: $z}) return length(m)"
    side.ask("q5", lambda: ask(q5, x=X, z=Z)[:1])


def raphtory(side, path):
    from raphtory import Graph
    import polars as pl

    frame = pl.read_csv(path, separator="\t", has_header=False, new_columns=["a", "label", "b", "day"], quote_char=None)
    frame = frame.filter(pl.col("label").is_in(MEETINGS))
    frame = frame.with_columns(pl.col("day").str.to_date().cast(pl.Datetime("ms")))
    graph = Graph()
    graph.load_edges(frame.to_arrow(), time="day", src="a", dst="b")

    def days(edge):
        return [str(time.dt.date()) if hasattr(time, "dt") else str(time.date()) for time in edge.history]

    def q1():
        window, met = graph.window("2012-01-01", "2017-01-01"), defaultdict(list)
        for edge in window.node(X).edges:
            met[edge.dst.name if edge.src.name == X else edge.src.name].extend(days(edge))
        rows = ((who, len(all_days), min(all_days), max(all_days)) for who, all_days in met.items())
        return sorted(rows, key=lambda row: (-row[1], row[0]))

    def q2():
        edges = [graph.edge(X, Y), graph.edge(Y, X)]
        return [[day] for day in sorted(day for edge in edges if edge is not None for day in days(edge))]

    def q3():
        window = graph.window("2015-01-01", "2016-01-01")
        near = list(window.node(X).neighbours.name)
        reached = set(near).union(*(list(window.node(who).neighbours.name) for who in near))
        return [[who] for who in sorted(reached - {X})]

    def q4():
        counts = defaultdict(int)
        for edge in graph.window("2019-01-01", "2020-01-01").edges:
            counts[tuple(sorted((edge.src.name, edge.dst.name)))] += len(edge.history)
        best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:20]
        return [[one, other, times] for (one, other), times in best]

    q1()
    side.loaded()
    for name, question in [("q1", q1), ("q2", q2), ("q3", q3), ("q4", q4)]:
        side.ask(name, question)


def networkx(side, path):
    import networkx

    graph = networkx.MultiGraph()
    for one, other, day in lines(path):
        graph.add_edge(one, other, day=day)

    def within(who, first, last):
        return ((other, day) for _, other, day in graph.edges(who, data="day") if first <= day <= last)

    def q1():
        met = defaultdict(list)
        for other, day in within(X, "2012-01-01", "2016-12-31"):
            met[other].append(day)
        rows = ((who, len(days), min(days), max(days)) for who, days in met.items())
        return sorted(rows, key=lambda row: (-row[1], row[0]))

    def q2():
        return [[day] for day in sorted(edge["day"] for edge in graph.get_edge_data(X, Y).values())]

    def q3():
        near = {other for other, _ in within(X, "2015-01-01", "2015-12-31")}
        reached = near.union(other for who in near for other, _ in within(who, "2015-01-01", "2015-12-31"))
        return [[who] for who in sorted(reached - {X})]

    def q4():
        counts = defaultdict(int)
        for one, other, day in graph.edges(data="day"):
            if "2019-01-01" <= day <= "2019-12-31":
                counts[min(one, other), max(one, other)] += 1
        best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:20]
        return [[one, other, times] for (one, other), times in best]

    def q6():
        # NetworkX has no such search: a loop over the meetings, day by day.
        by_day = defaultdict(list)
        for one, other, day in graph.edges(data="day"):
            if day >= "2015-01-01":
                by_day[day].append((one, other))
        know = {X}
        for day in sorted(by_day):
            know |= {who for pair in by_day[day] if know.intersection(pair) for who in pair}
            if Z in know:
                return [[day]]
        return [["never"]]

    q1()
    side.loaded()
    for name, question in [("q1", q1), ("q2", q2), ("q3", q3), ("q4", q4)]:
        side.ask(name, question)
    side.ask("q5", lambda: [[networkx.shortest_path_length(graph, X, Z)]])
    side.ask("q6", q6)


def oxigraph(side, path):
    import pyoxigraph

    store = pyoxigraph.Store()
    date = "http://www.w3.org/2001/XMLSchema#date"

    def iri(name):
        return f"<urn:{name.replace(' ', '_')}>"

    def triples():
        for number, (one, other, day) in enumerate(lines(path)):
            yield f"<urn:e{number}> <urn:with> {iri(one)}, {iri(other)}; <urn:on> \"{day}\"^^<{date}> .\n"

    store.bulk_load("".join(triples()).encode(), pyoxigraph.RdfFormat.TURTLE)

    def ask(text, *names):
        rows = store.query(f"prefix xsd: <http://www.w3.org/2001/XMLSchema#> {text}")
        return [[row[name].value.removeprefix("urn:").replace("_", " ") for name in names] for row in rows]

    def between(first, last, event, day):
        return f"{event} <urn:on> {day} filter({day} >= '{first}'^^xsd:date && {day} <= '{last}'^^xsd:date)"

    def q1():
        where = f"?e <urn:with> {iri(X)}, ?b. {between('2012-01-01', '2016-12-31', '?e', '?d')} filter(?b != {iri(X)})"
        return ask(
            f"select ?b (count(*) as ?n) (min(?d) as ?f) (max(?d) as ?l) {{ {where} }} group by ?b order by desc(?n) str(?b)",
            "b", "n", "f", "l",
        )

    q1()
    side.loaded()
    side.ask("q1", q1)
    side.ask("q2", lambda: ask(f"select ?d {{ ?e <urn:with> {iri(X)}, {iri(Y)}; <urn:on> ?d }} order by ?d", "d"))
    near = f"{{ select distinct ?a {{ ?e <urn:with> {iri(X)}, ?a. {between('2015-01-01', '2015-12-31', '?e', '?d')} }} }}"
    far = f"{near} ?g <urn:with> ?a, ?b. {between('2015-01-01', '2015-12-31', '?g', '?h')} filter(?b != {iri(X)})"
    side.ask("q3", lambda: ask(f"select distinct ?b {{ {far} }} order by str(?b)", "b"))
    where = f"{between('2019-01-01', '2019-12-31', '?e', '?d')} ?e <urn:with> ?a, ?b filter(str(?a) < str(?b))"
    group = "group by ?a ?b order by desc(?n) str(?a) str(?b) limit 20"
    side.ask("q4", lambda: ask(f"select ?a ?b (count(*) as ?n) {{ {where} }} {group}", "a", "b", "n"))


def main():
    engine, path = sys.argv[1], os.path.abspath(sys.argv[2])
    side = Side(engine)
    {"duckdb": duckdb, "ladybug": ladybug, "raphtory": raphtory, "networkx": networkx, "oxigraph": oxigraph}[engine](side, path)
    side.done()


if __name__ == "__main__":
    main()
