"""Turns a text file into JSON lines, one record for each different line that is not empty.

Usage: text_lines.py FILE > lines.jsonl
"""

import json
import sys


def main():
    seen = set()
    with open(sys.argv[1], encoding="utf-8", errors="replace") as source:
        for number, line in enumerate(source, start=1):
            text = line.strip()
            if not text or text in seen:
                continue
            seen.add(text)
            print(json.dumps({"initial": text[0].lower(), "text": text, "line": number, "length": len(text)}))


if __name__ == "__main__":
    main()
