"""Turns the package index that `apt-cache dumpavail` prints into JSON lines, one record for each package and version.

Usage: debian_packages.py < index > packages.jsonl
"""

import json
import sys

NUMBERS = {"installed_size", "size"}
FLAGS = {"essential", "protected", "important", "build_essential"}
LISTS = {
    "depends", "pre_depends", "recommends", "suggests", "enhances", "conflicts", "breaks", "replaces", "provides",
    "built_using", "static_built_using", "tag",
}


def stanzas(lines):
    """The fields of one package after the other, as pairs of a name and the lines of its value."""
    fields = []
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if fields:
                yield fields
            fields = []
        elif line[0] in " \t":
            if fields:
                fields[-1][1].append(line.strip())
        elif ":" in line:
            name, _, text = line.partition(":")
            fields.append((name, [text.strip()]))
    if fields:
        yield fields


def value(name, lines):
    """The value of a field: a number, a flag, a list, or text."""
    if name in LISTS:
        return [entry.strip() for entry in " ".join(lines).split(",") if entry.strip()]
    if name in NUMBERS and lines[0].isdigit():
        return int(lines[0])
    if name in FLAGS:
        return lines[0] == "yes"
    return "\n".join(lines)


def record(fields):
    names = ((name.lower().replace("-", "_"), lines) for name, lines in fields)
    return {name: value(name, lines) for name, lines in names}


def main():
    source = open(sys.stdin.fileno(), encoding="utf-8", errors="replace", closefd=False)
    seen = set()
    for fields in stanzas(source):
        package = record(fields)
        key = (package.get("package"), package.get("version"))
        # The index repeats a package that several archives offer; a table has one item for each key.
        if None in key or key in seen:
            continue
        seen.add(key)
        print(json.dumps(package, ensure_ascii=False))


if __name__ == "__main__":
    main()
