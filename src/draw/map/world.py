"""Makes src/draw/map/world.txt, the outline of the countries that maps are drawn on.

The outline is that of Natural Earth 4.1 (public domain, https://www.naturalearthdata.com/about/terms-of-use/) in the
TopoJSON files of the npm package world-atlas 2.0.2 (ISC licence). Codes of countries come from pycountry.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    pip install pycountry==26.2.16
    python3 src/draw/map/world.py package > src/draw/map/world.txt

What is written, line by line: lines that begin with `#` are read by people only; `arc` is a line of the outline, as
steps of a hundredth of a degree east and north, the first from the origin; `country` is a country with its codes, a point
well inside of its largest part, and rings of numbers of arcs, `~` before those that are gone backwards; `point` is a
country that is too small for the outline. Antarctica is left out.
"""

import json
import math
import sys

import pycountry

HUNDREDTH = 100
# Natural Earth draws these apart, and ISO 3166 has no code for them. XK is in wide use for Kosovo.
WITHOUT_CODE = {"Kosovo": ("XK", "XKX"), "N. Cyprus": ("-", "-"), "Somaliland": ("-", "-")}
ANTARCTICA = "010"
NO_STATE = {"Indian Ocean Ter.", "Siachen Glacier"}


def read(folder, scale):
    with open(f"{folder}/countries-{scale}.json", encoding="utf-8") as file:
        return json.load(file)


def arcs(topology):
    """The arcs in degrees; TopoJSON stores steps of a quantum (https://github.com/topojson/topojson-specification)."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        yield points


def rings(geometry, lines):
    """The rings of a geometry as lists of arcs, holes among them; the outline has a ring of one point, which is left out."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return [ring for polygon in polygons for ring in polygon if len(set(points(ring, lines))) > 2]


def points(ring, lines):
    found = []
    for arc in ring:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        found.extend(line if not found else line[1:])
    return found


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def inside(point, ring):
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def distance(point, ring):
    def to(a, b):
        dx, dy = b[0] - a[0], b[1] - a[1]
        share = 0 if dx == dy == 0 else ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy)
        share = min(1, max(0, share))
        return math.hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy)

    return min(to(a, b) for a, b in zip(ring, ring[1:] + ring[:1]))


def middle(geometry, lines):
    """The point that is farthest from the edge of the largest part, found on a grid."""
    ring = max((points(ring, lines) for ring in rings(geometry, lines)), key=area)
    flat = math.cos(math.radians(sum(y for _, y in ring) / len(ring)))
    ring = [(x * flat, y) for x, y in ring]
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    steps = 40
    grid = [
        (min(xs) + (max(xs) - min(xs)) * i / steps, min(ys) + (max(ys) - min(ys)) * j / steps)
        for i in range(steps + 1)
        for j in range(steps + 1)
    ]
    within = [point for point in grid if inside(point, ring)] or [(sum(xs) / len(xs), sum(ys) / len(ys))]
    x, y = max(within, key=lambda point: distance(point, ring))
    return f"{x / flat:.2f} {y:.2f}"


def codes(geometry):
    name = geometry["properties"]["name"]
    if name in WITHOUT_CODE:
        return WITHOUT_CODE[name]
    country = pycountry.countries.get(numeric=geometry["id"])
    return country.alpha_2, country.alpha_3


def steps(line):
    x = y = 0
    for point in line:
        next_x, next_y = round(point[0] * HUNDREDTH), round(point[1] * HUNDREDTH)
        yield next_x - x, next_y - y
        x, y = next_x, next_y


def main(folder):
    small = read(folder, "110m")
    lines = list(arcs(small))
    countries = [one for one in small["objects"]["countries"]["geometries"] if one.get("id") != ANTARCTICA]
    used = sorted({arc if arc >= 0 else ~arc for one in countries for ring in rings(one, lines) for arc in ring})
    number = {arc: place for place, arc in enumerate(used)}
    print("# Made by src/draw/map/world.py from Natural Earth 4.1, 1:110m (public domain), by way of the npm package")
    print("# world-atlas 2.0.2 (ISC). Borders are drawn as Natural Earth has them, by who holds the ground.")
    for arc in used:
        kept = [step for place, step in enumerate(steps(lines[arc])) if place == 0 or step != (0, 0)]
        print("arc", *(f"{x},{y}" for x, y in kept))
    drawn = set()
    for one in sorted(countries, key=lambda one: codes(one) + (one["properties"]["name"],)):
        drawn.add(one["properties"]["name"])
        parts = [",".join(str(number[arc]) if arc >= 0 else f"~{number[~arc]}" for arc in ring) for ring in rings(one, lines)]
        print("country", *codes(one), middle(one, lines), "|".join(parts))
    for scale in ("50m", "10m"):
        topology = read(folder, scale)
        finer = list(arcs(topology))
        known = {one.get("id") for one in countries}
        for one in sorted(topology["objects"]["countries"]["geometries"], key=lambda one: one.get("id") or ""):
            if one.get("id") in known or one.get("id") in (None, ANTARCTICA) or one["properties"]["name"] in NO_STATE:
                continue
            if not pycountry.countries.get(numeric=one["id"]):
                continue
            known.add(one["id"])
            countries.append(one)
            print("point", *codes(one), middle(one, finer))


if __name__ == "__main__":
    main(sys.argv[1])
