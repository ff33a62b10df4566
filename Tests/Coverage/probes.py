"""Asks the server which operations and which members of requests it knows, by requests that it refuses if it does."""

import itertools
import json

from Coverage.members import ATTRIBUTE_VALUE, ELEMENT, VALUE, path_text
from Coverage.plain_requests import PLAIN_REQUESTS, TABLE
from Coverage.verdicts import IGNORED, REFUSED, SERVED

UNSERVED_OPERATION = "UnknownOperationException"
WRONG_TYPE = "SerializationException"
OWN_REFUSAL = "This version of apus does not serve"
KEY = "key"
TEXT_KINDS = ("string", "blob", "character")


class Unclear(Exception):
    """An answer from which it cannot be told whether a member is read."""


class Prober:
    """Probes one server. Requests that may succeed are sent in regions of their own, so that no probe meets another."""

    def __init__(self, connection, service):
        self.connection = connection
        self.service = service
        self.regions = (f"xx-probe-{number}" for number in itertools.count(1))

    def is_served(self, operation):
        return self.connection.call(operation, {}).error != UNSERVED_OPERATION

    def findings(self, members):
        """What becomes of each member of requests, by place."""
        found = {}
        for member in members:
            if any(found[holder] == REFUSED for holder in member.holders) or self.is_refused(member):
                found[member.place] = REFUSED
            else:
                found[member.place] = SERVED if self.is_read(member) else IGNORED
        return found

    def is_read(self, member):
        """Whether a value of a wrong type at just this place is noticed.

        Types are looked at ahead of everything else, so nothing else in the request needs to be right.
        """
        probe = self.connection.call(member.root, body_with(member.path, wrong_value(member.shape)))
        plain = self.connection.call(member.root, body_with(member.path[:-1], {}))
        if probe.error == WRONG_TYPE and plain.error != WRONG_TYPE:
            return True
        if (probe.status, probe.body) == (plain.status, plain.body):
            return False
        raise Unclear(f"{member.root}.{path_text(member.path)}: {probe.body} with it, {plain.body} without")

    def is_refused(self, member):
        """Whether a right request is refused in words of apus' own once it has the member, whatever its value."""
        if member.owner.name == ATTRIBUTE_VALUE:
            return False
        shape = self.service.request_shape(member.root)
        plain = PLAIN_REQUESTS[member.root]
        # A legacy parameter is refused for the expressions that it stands beside, ahead of what it is itself.
        bare = {name: plain[name] for name in shape.required_members}
        bodies = (
            placed(start, shape, member.path, value)
            for start in (plain, bare)
            for value in samples(member.shape)
        )
        return any(OWN_REFUSAL in self.answer_in_new_region(member.root, body).body.decode() for body in bodies)

    def answer_in_new_region(self, operation, body):
        self.connection.region = next(self.regions)
        self.connection.result("CreateTable", TABLE)
        return self.connection.call(operation, json.dumps(body).replace("{region}", self.connection.region))


def body_with(path, value):
    """A request with nothing but a value at a place, and what the place stands in."""
    for step in reversed(path):
        value = [value] if step == ELEMENT else {KEY: value} if step == VALUE else {step: value}
    return value


def wrong_value(shape):
    return 5 if shape.type_name in (*TEXT_KINDS, "boolean") else "x"


def samples(shape):
    """Values of the right type: all that an enumeration has, since only one of them may be refused."""
    if choices(shape):
        return choices(shape)
    return (True, False) if shape.type_name == "boolean" else (sample(shape),)


def sample(shape):
    """A value of the right type, with no more than its shape requires."""
    kind = shape.type_name
    if kind == "structure":
        return {name: sample(shape.members[name]) for name in shape.required_members}
    if kind == "list":
        return [sample(shape.member)]
    if kind == "map":
        return {KEY: sample(shape.value)}
    if kind in TEXT_KINDS:
        return choices(shape)[0] if choices(shape) else "AAAA"
    return True if kind == "boolean" else max(1, shape.metadata.get("min", 1))


def choices(shape):
    return getattr(shape, "enum", [])


def placed(given, shape, path, value):
    """What is given, with a value at a place in it; what the place stands in gets what it requires."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if step == ELEMENT:
        elements = given or [None]
        return [placed(elements[0], shape.member, rest, value), *elements[1:]]
    if step == VALUE:
        entries = given or {KEY: None}
        key = next(iter(entries))
        return entries | {key: placed(entries[key], shape.value, rest, value)}
    members = sample(shape) if given is None else given
    return members | {step: placed(members.get(step), shape.members[step], rest, value)}
