"""Compares an answer with the one that is written down, placeholders and all."""

import re

ABSENT = "<absent>"
MORE = "<more>"
UNORDERED = "<unordered>"
SETS = ({"SS"}, {"NS"}, {"BS"})
KINDS = {
    "<any>": lambda value: True,
    "<number>": lambda value: is_number(value),
    "<timestamp>": lambda value: is_number(value) and 1_500_000_000 < value < 5_000_000_000,
}
TEXT_KINDS = {
    "any": ".*",
    "number": r"-?\d+(?:\.\d+)?",
    "account": r"\d{12}",
    "uuid": "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
}
PLACEHOLDER = re.compile(f"<({'|'.join(TEXT_KINDS)})>")


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class Matcher:
    """Finds the differences between expected and actual JSON, and keeps the values that `<keep x>` names."""

    def __init__(self, kept):
        self.kept = kept

    def differences(self, expected, actual, place="$"):
        if isinstance(expected, dict) and isinstance(actual, dict):
            return self.object_differences(expected, actual, place)
        if isinstance(expected, list) and isinstance(actual, list):
            return self.list_differences(expected, actual, place)
        if isinstance(expected, str):
            return self.text_differences(expected, actual, place)
        if type(expected) is type(actual) or is_number(expected) and is_number(actual):
            if expected == actual:
                return []
        return [f"{place}: expected {expected!r}, got {actual!r}"]

    def text_differences(self, expected, actual, place):
        if expected.startswith("<keep "):
            self.kept[expected[len("<keep ") : -1]] = actual
            return []
        if expected in KINDS:
            matches = KINDS[expected](actual)
        else:
            matches = isinstance(actual, str) and text_matches(expected, actual)
        if matches:
            return []
        return [f"{place}: expected {abbreviated(expected)}, got {abbreviated(actual)}"]

    def object_differences(self, expected, actual, place):
        if set(expected) in SETS and set(actual) == set(expected):
            (name,) = expected
            return self.unordered_differences(expected[name], actual[name], f"{place}.{name}")
        found = []
        for name, value in expected.items():
            if name == MORE:
                continue
            if value == ABSENT:
                if name in actual:
                    found.append(f"{place}.{name}: expected absent, got {abbreviated(actual[name])}")
            elif name not in actual:
                found.append(f"{place}.{name}: expected {abbreviated(value)}, got absent")
            else:
                found += self.differences(value, actual[name], f"{place}.{name}")
        if MORE not in expected:
            for name in actual.keys() - expected.keys():
                found.append(f"{place}.{name}: expected absent, got {abbreviated(actual[name])}")
        return found

    def list_differences(self, expected, actual, place):
        if expected[:1] == [UNORDERED]:
            return self.unordered_differences(expected[1:], actual, place)
        if len(expected) != len(actual):
            return [f"{place}: expected {len(expected)} elements, got {len(actual)}: {abbreviated(actual)}"]
        pairs = zip(expected, actual)
        return [
            found
            for index, (wanted, value) in enumerate(pairs)
            for found in self.differences(wanted, value, f"{place}[{index}]")
        ]

    def unordered_differences(self, expected, actual, place):
        left = list(actual)
        found = []
        for wanted in expected:
            match = next((value for value in left if not self.differences(wanted, value)), None)
            if match is None:
                found.append(f"{place}: expected an element {abbreviated(wanted)}, got none")
            else:
                left.remove(match)
        return found + [f"{place}: not expected: {abbreviated(value)}" for value in left]


def text_matches(expected, actual):
    """Whether a text equals the expected one, whose placeholders stand for what varies."""
    parts = PLACEHOLDER.split(expected)
    pattern = "".join(TEXT_KINDS[part] if index % 2 else re.escape(part) for index, part in enumerate(parts))
    return re.fullmatch(pattern, actual, re.DOTALL) is not None


def abbreviated(value, limit=400):
    text = repr(value)
    return text if len(text) <= limit else f"{text[:limit]}… ({len(text)} characters)"
