"""Runs the whole comparison and prints one table: our figures and theirs, from one run on one machine.

    run.py [--events 1000000] [--folder FOLDER] [--engines duckdb,networkx,…] [--ours COMMAND] [--timeout SECONDS]

Installs the peers from PyPI into FOLDER/venv, makes the events there, runs each system in a process of its own, on two
threads where it has a say in it, and holds every answer against ours. Exits with 1 if one differs.
"""

import argparse
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = ["duckdb", "networkx", "ladybug", "raphtory", "pyoxigraph", "polars", "pyarrow", "numpy"]
ENGINES = ["duckdb", "ladybug", "raphtory", "networkx", "oxigraph"]
QUESTIONS = {
    "q1": "partners of X in five years, with counts, first, last",
    "q2": "dates of a pair",
    "q3": "people within two meetings in a year",
    "q4": "top 20 pairs of a year",
    "q5": "length of the shortest chain",
    "q6": "earliest arrival by a chain in time",
}


def python_of(folder):
    """The Python that has the peers."""
    home = folder / "venv"
    python = home / "bin" / "python"
    made = home / "made"
    # What was interrupted on the way is made anew.
    if not made.exists():
        venv.create(home, with_pip=True, clear=True)
        made.touch()
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def ours(command):
    """The command that is our side, built if none was given."""
    if command:
        return command.split()
    build = ["cargo", "bench", "--locked", "--bench", "peers", "--no-run", "--message-format", "json"]
    out = subprocess.run(build, cwd=HERE, check=True, capture_output=True, text=True).stdout
    built = (json.loads(line) for line in out.splitlines())
    return [next(one["executable"] for one in built if one.get("executable") and one["target"]["name"] == "peers")]


def report(command, timeout):
    """What a side printed, or why it did not."""
    environment = dict(os.environ, POLARS_MAX_THREADS="2", RAYON_NUM_THREADS="2", OMP_NUM_THREADS="2")
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, env=environment)
    except subprocess.TimeoutExpired:
        return {"error": f"not within {timeout} s"}
    if done.returncode != 0:
        return {"error": (done.stderr.strip().splitlines() or ["ended without a word"])[-1][:120]}
    return json.loads(done.stdout.strip().splitlines()[-1])


def time_of(found, name):
    answer = found.get(name, {})
    return answer.get("ms")


def shown(number):
    if number is None:
        return "–"
    return f"{number:,.4f}" if number < 0.1 else f"{number:,.2f}" if number < 100 else f"{number:,.0f}"


def table(sides):
    """Prints the table, and whether all answers are equal."""
    own, bare = sides["ours"], sides["bare"]
    peers = [name for name in sides if name not in ("ours", "mapped", "bare")]
    titles = ["question", "ours", "ours, mapped", "bare index", "ours ÷ bare", *peers, "best peer ÷ ours"]
    rows, equal = [], True
    for name, words in QUESTIONS.items():
        times = {peer: time_of(sides[peer], name) for peer in peers}
        best = min((ms for ms in times.values() if ms is not None), default=None)
        ms, limit = time_of(own, name), time_of(bare, name)
        for side, found in sides.items():
            answer = found.get(name, {}).get("answer")
            if answer is not None and answer != own[name]["answer"]:
                equal = False
                print(f"{side} answers {name} otherwise: {found[name]}", file=sys.stderr)
        ratio = f"{best / ms:,.0f}" if best else "no peer"
        cells = [shown(ms), shown(time_of(sides["mapped"], name)), shown(limit), f"{ms / limit:.2f}"]
        rows.append([f"{name} {words}", *cells, *[shown(times[peer]) for peer in peers], ratio])
    for key, words in [("load_s", "load to first answer, s"), ("peak_mib", "peak memory, MiB")]:
        values = {peer: sides[peer].get(key) for peer in peers}
        best = min((value for value in values.values() if value is not None), default=None)
        ratio = f"{best / own[key]:,.1f}" if best else "no peer"
        cells = [shown(own[key]), shown(sides["mapped"].get(key)), shown(bare[key]), f"{own[key] / bare[key]:.2f}"]
        rows.append([words, *cells, *[shown(values[peer]) for peer in peers], ratio])
    print("| " + " | ".join(titles) + " |\n|" + "---|" * len(titles))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    for peer in peers:
        errors = {name: found["error"] for name, found in sides[peer].items() if isinstance(found, dict) and "error" in found}
        if "error" in sides[peer] or errors:
            print(f"\n{peer}: {sides[peer].get('error') or errors}")
    return equal


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("target/peers"))
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--ours")
    parser.add_argument("--timeout", type=int, default=1800)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    folder = args.folder.resolve()
    own, python = ours(args.ours), python_of(folder)
    file = str(folder / f"events-{args.events}.tsv")
    if not Path(file).exists():
        subprocess.run([*own, "generate", str(args.events), file], check=True)
    sides = {name: report([*own, name, file], args.timeout) for name in ["ours", "mapped", "bare"]}
    for engine in [engine for engine in args.engines.split(",") if engine]:
        print(f"{engine} …", file=sys.stderr)
        sides[engine] = report([python, str(HERE / "peers.py"), engine, file], args.timeout)
    print(f"{args.events:,} events; times in milliseconds, medians in one process\n")
    sys.exit(0 if table(sides) else 1)


if __name__ == "__main__":
    main()
