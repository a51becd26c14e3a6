"""Validates exported entities with FollowTheMoney and prints what was found as JSON.

Called with a folder that holds chancery.ftm.json.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from followthemoney import model

# Values of these types have one right form; names and texts may be anything.
STRICT = {"date", "url", "country", "topic", "number", "identifier", "entity"}

if __name__ == "__main__":
    problems, entities, counts = [], {}, Counter()
    text = (Path(sys.argv[1]) / "chancery.ftm.json").read_bytes().decode("utf-8")
    for line in text.split("\n")[:-1]:
        data = json.loads(line)
        schema = model.get(data["schema"])
        try:
            schema.validate(data)
        except Exception as error:
            problems.append(f"{data['id']}: {error}")
        proxy = model.get_proxy(data, cleaned=True)
        assert proxy.id == data["id"] and proxy.id not in entities, data["id"]
        entities[proxy.id] = proxy
        counts[schema.name] += 1
        for name in data["properties"]:
            prop = schema.get(name)
            if prop is None or prop.stub:
                problems.append(f"{data['id']}: {schema.name} has no property {name}")
                continue
            for value in data["properties"][name]:
                if prop.type.name in STRICT and prop.type.clean(value) != value:
                    problems.append(f"{data['id']}: {name} is not {value!r}, but {prop.type.clean(value)!r}")
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type.name != "entity":
                continue
            other = entities.get(value)
            if other is None:
                problems.append(f"{proxy.id}: {prop.name} leads to {value}, which is not there")
            elif prop.range and not other.schema.is_a(prop.range):
                problems.append(f"{proxy.id}: {prop.name} leads to {value}, a {other.schema.name}")
    names = {id: proxy.get("name", quiet=True) for id, proxy in entities.items()}
    notes = {id: proxy.get("notes", quiet=True) for id, proxy in entities.items()}
    json.dump({"problems": problems, "counts": counts, "names": names, "notes": notes}, sys.stdout)
