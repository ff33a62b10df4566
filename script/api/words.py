"""What the pages say of the API's names, from words.txt."""

import os
import textwrap


class Words:
    def __init__(self):
        self.entries = {}
        path = os.path.join(os.path.dirname(__file__), "words.txt")
        with open(path, encoding="ascii") as file:
            for line in file:
                if line.strip() and not line.startswith("#"):
                    key, text = line.strip().split(": ", 1)
                    if key in self.entries:
                        raise SystemExit(f"{path} has {key} twice")
                    self.entries[key] = text

    def get(self, *keys):
        """The text of the first key that has one."""
        for key in keys:
            if key in self.entries:
                return self.entries[key]
        raise SystemExit(f"words.txt has none of: {', '.join(keys)}")

    def codes(self):
        """The codes of all errors, in order."""
        return sorted(key.removeprefix("error ") for key in self.entries if key.startswith("error "))


def comment(text, indent):
    """A comment of documentation, broken into lines."""
    mark = " " * indent + "/// "
    hanging = "  " if text.startswith("- ") else ""
    return "\n".join(mark + line for line in textwrap.wrap(text, 120 - len(mark), break_long_words=False, subsequent_indent=hanging))
