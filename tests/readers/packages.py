"""Validates exported data packages with Frictionless, reads their tables with DuckDB and PyArrow, and prints what they found.

Called with a folder that holds the packages `csv` and, where it was written, `parquet`.
"""

import json
import os
import sys
from pathlib import Path

import duckdb
import pyarrow.csv
import pyarrow.parquet
from frictionless import Package, system


def problems(folder):
    """What Frictionless finds wrong: form, types, keys, references, digests."""
    os.chdir(folder)
    report = Package("datapackage.json").validate()
    return [error.message for task in report.tasks for error in task.errors] + [error.message for error in report.errors]


def same(value, kind):
    """A cell as the CSV has it: lists joined, numbers in one form."""
    if value is None:
        return None
    if kind == "number":
        return repr(float(value))
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else str(value)


def read(folder, extension):
    """The rows of each table as DuckDB has them, every cell a text."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    tables = {}
    for resource in descriptor["resources"]:
        path = str(folder / resource["path"])
        names = [field["name"] for field in resource["schema"]["fields"]]
        kinds = [field["type"] for field in resource["schema"]["fields"]]
        if extension == "csv":
            source = duckdb.sql(
                "SELECT * FROM read_csv(?, header=true, all_varchar=true, delim=',', quote='\"', escape='\"', "
                "nullstr='', strict_mode=true, auto_detect=false, columns=?, max_line_size=10000000)",
                params=[path, {name: "VARCHAR" for name in names}],
            )
            options = pyarrow.csv.ParseOptions(newlines_in_values=True)
            arrow = pyarrow.csv.read_csv(path, parse_options=options, read_options=pyarrow.csv.ReadOptions(block_size=1 << 26))
        else:
            source = duckdb.sql("SELECT * FROM read_parquet(?)", params=[path])
            arrow = pyarrow.parquet.read_table(path)
        assert source.columns == names == arrow.column_names, resource["name"]
        rows = [dict(zip(names, map(same, row, kinds))) for row in source.fetchall()]
        assert len(rows) == arrow.num_rows, resource["name"]
        tables[resource["name"]] = rows
    return tables


if __name__ == "__main__":
    at = Path(sys.argv[1]).resolve()
    result = {}
    for extension in ("csv", "parquet"):
        if (at / extension).exists():
            # Tables of the standard are CSV; of Parquet it describes the files.
            with system.use_context(trusted=True):
                wrong = problems(at / extension) if extension == "csv" else []
            result[extension] = {"problems": wrong, "tables": read(at / extension, extension)}
    if "parquet" in result:
        result["alike"] = result["csv"]["tables"] == result["parquet"]["tables"]
    json.dump(result, sys.stdout, default=str)
