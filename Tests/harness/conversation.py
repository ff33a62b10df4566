"""A conversation: a text file of requests and the answers they get. README.md in Conversations tells its form."""

import json
import re
from dataclasses import dataclass, field

from harness.matching import MORE

CASE = "<case>"
REPEAT = re.compile(r"<(\d+) (\*|of) ([^<>]*)>")
ERROR_HEAD = re.compile(r"(\d{3}) (\w+)(?:: (.*))?")

ERROR_PREFIXES = {
    "com.amazon.coral.service#": {
        "AccessDeniedException",
        "ExpiredTokenException",
        "IncompleteSignatureException",
        "InternalFailure",
        "InvalidSignatureException",
        "MissingAuthenticationTokenException",
        "SerializationException",
        "UnknownOperationException",
        "UnrecognizedClientException",
    },
    "com.amazon.coral.validate#": {"ValidationException"},
}
MODELLED_PREFIX = "com.amazonaws.dynamodb.v20120810#"
CAPITAL_MESSAGE = {
    "SerializationException",
    "AccessDeniedException",
    "TransactionCanceledException",
    "TransactionInProgressException",
    "IdempotentParameterMismatchException",
}


class Malformed(Exception):
    """The text of a conversation does not have its form."""


@dataclass
class Given:
    """A table to make, or items to put, before the talk goes on."""

    line: int
    table: str
    keys: list = field(default_factory=list)
    items: str = ""


@dataclass
class OwnServer:
    """The options of a server that this conversation has to itself."""

    line: int
    options: list


@dataclass
class Request:
    """What is sent: an operation of the API, or a method and path, with headers and a body."""

    target: str
    headers: dict = field(default_factory=dict)
    body: str = ""

    @property
    def method_and_path(self):
        """The two words of a bare HTTP request; None for an operation."""
        words = self.target.split(" ", 1)
        return words if len(words) == 2 and words[0].isupper() else None

    def for_case(self, case):
        return Request(self.target, self.headers, self.body.replace(CASE, case))


@dataclass
class Expected:
    """The answer that is written down, and the lines of the file it stands on."""

    first_line: int
    head: str
    headers: dict = field(default_factory=dict)
    body: str = ""
    last_line: int = 0

    @property
    def status(self):
        return int(self.head[:3])

    def body_text(self):
        """The whole expected body: the short form of an error is written out."""
        error = ERROR_HEAD.fullmatch(self.head)
        if not error:
            return expanded(self.body)
        _, name, text = error.groups()
        members = {"__type": error_prefix(name) + name}
        if text == "<any>":
            members[MORE] = "a text or none"
        elif text:
            members["Message" if name in CAPITAL_MESSAGE else "message"] = expanded(text)
        return json.dumps(members | json.loads(expanded(self.body) or "{}"))


@dataclass
class Exchange:
    """A request with the answer it should get."""

    line: int
    title: str
    request: Request
    expected: Expected


def error_prefix(name):
    for prefix, names in ERROR_PREFIXES.items():
        if name in names:
            return prefix
    return MODELLED_PREFIX


def expanded(text):
    """Writes out `<3 * ab>` as ababab and `<2 of {"S":"k{n}"}>` as {"S":"k1"}, {"S":"k2"}, from the inside out."""
    while True:
        text, replaced = REPEAT.subn(repeated, text)
        if not replaced:
            return text


def repeated(found):
    count, kind, part = int(found[1]), found[2], found[3]
    if kind == "*":
        return part * count
    return ", ".join(part.replace("{n}", str(number)) for number in range(1, count + 1))


class Reader:
    """Reads the lines of a conversation into its steps, one line after the other."""

    def __init__(self):
        self.steps = []
        self.title = ""
        self.request = None
        self.case = None
        self.current = None  # What a further line of a body belongs to.
        self.in_head = False  # Whether the last line was a head, so that headers may follow.

    def read(self, text):
        for number, line in enumerate(text.splitlines(), 1):
            kind, _, rest = line.partition(" ")
            readers = {"#": self.read_title, "given": self.read_given, ">": self.read_request}
            readers |= {"?": self.read_case, "<": self.read_answer}
            if kind in readers:
                readers[kind](number, rest.strip())
            elif line.strip():
                self.read_body(number, line)
        return self.steps

    def read_title(self, number, text):
        self.title = text
        self.current = None

    def read_given(self, number, text):
        kind, _, rest = text.partition(" ")
        if kind == "server":
            if self.steps:
                raise Malformed(f"line {number}: the server is given ahead of everything else")
            self.steps.append(OwnServer(number, rest.split()))
            self.current = None
            return
        if kind == "table":
            name, *keys = rest.split()
            self.current = Given(number, name, keys=[tuple(key.split(":")) for key in keys])
        else:
            self.current = Given(number, kind, items=rest)
        self.steps.append(self.current)
        self.in_head = False

    def read_request(self, number, text):
        if self.in_head and self.current is self.request:
            name, _, value = text.partition(":")
            self.request.headers[name] = value.strip()
            return
        target, _, body = text.partition(" {")
        self.request = Request(target, body="{" + body if body else "")
        self.case = None
        self.current, self.in_head = self.request, True

    def read_case(self, number, text):
        self.case = text
        self.current, self.in_head = "case", False

    def read_answer(self, number, text):
        if self.in_head and isinstance(self.current, Expected):
            name, _, value = text.partition(":")
            self.current.headers[name.lower()] = value.strip()
            self.current.last_line = number
            return
        if self.request is None:
            raise Malformed(f"line {number}: an answer without a request")
        request = self.request if self.case is None else self.request.for_case(self.case)
        self.current, self.in_head = Expected(number, text, last_line=number), True
        self.steps.append(Exchange(number, self.case or self.title, request, self.current))

    def read_body(self, number, line):
        self.in_head = False
        if self.current == "case":
            self.case += "\n" + line
        elif isinstance(self.current, Given):
            self.current.items += "\n" + line
        elif isinstance(self.current, (Request, Expected)):
            self.current.body += ("\n" if self.current.body else "") + line
            if isinstance(self.current, Expected):
                self.current.last_line = number
        else:
            raise Malformed(f"line {number}: belongs to no request and no answer: {line}")


def parsed(text):
    return Reader().read(text)


def server_options(steps):
    """The options of the server that a conversation wants to itself; None where any will do."""
    return next((step.options for step in steps if isinstance(step, OwnServer)), None)
