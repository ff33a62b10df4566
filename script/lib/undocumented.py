"""Reads symbol graphs of the compiler, and fails with the names of symbols that say nothing of themselves."""

import json
import sys


def undocumented(path):
    """The names of the symbols without words, each with its file and line."""
    with open(path, encoding="utf-8") as file:
        symbols = json.load(file)["symbols"]
    for symbol in symbols:
        # What the compiler makes by itself, such as a protocol's default for one more type, has no place of its own.
        if "docComment" in symbol or "location" not in symbol:
            continue
        place = symbol["location"]
        yield f"{'.'.join(symbol['pathComponents'])} at {place['uri']}:{place['position']['line'] + 1}"


def main():
    names = [name for path in sys.argv[1:] for name in undocumented(path)]
    for name in names:
        print(f"no documentation: {name}", file=sys.stderr)
    sys.exit(1 if names else 0)


if __name__ == "__main__":
    main()
