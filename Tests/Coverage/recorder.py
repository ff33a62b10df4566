"""Sends requests, and notes which members their answers have and what in them is not as the model says."""

from Coverage.members import ATTRIBUTE_VALUE, ELEMENT, VALUE, path_text
from harness.wire import Refusal

TYPES = {
    "string": str,
    "blob": str,
    "boolean": bool,
    "integer": int,
    "long": int,
    "double": (int, float),
    "timestamp": (int, float),
    "list": list,
    "map": dict,
    "structure": dict,
}


class Recorder:
    """What a server has answered so far."""

    def __init__(self, service, connection):
        self.service = service
        self.connection = connection
        self.seen = set()  # places of members, as `Member.place` has them
        self.faults = []

    def result(self, operation, body):
        """The JSON of an answer, which must be a success."""
        answer = self.connection.call(operation, body)
        if answer.status != 200:
            raise Refusal(f"{operation}: {answer.status} {answer.body[:500]}")
        json = answer.json if answer.body else {}
        shape = self.service.answer_shape(operation)
        if shape:
            self.note(json, shape, operation, ())
        return json

    def refusal(self, operation, body, error):
        """The JSON of an answer, which must be this error."""
        answer = self.connection.call(operation, body)
        if answer.error != error:
            raise Refusal(f"{operation}: {answer.status} {answer.body[:500]} instead of {error}")
        members = {name: part for name, part in answer.json.items() if name != "__type"}
        self.note(members, self.service.model.shape_for(error), error, ())
        return members

    def note(self, value, shape, root, path):
        """Notes the members of a part of an answer, which stands at a path."""
        kind = shape.type_name
        if not is_of_type(value, shape):
            self.faults.append(f"{root}.{path_text(path)} is to be of the type {kind} and is {value!r}")
            return
        if shape.name == ATTRIBUTE_VALUE:
            root, path = ATTRIBUTE_VALUE, ()
        if kind == "list":
            for element in value:
                self.note(element, shape.member, root, (*path, ELEMENT))
        elif kind == "map":
            for entry in value.values():
                self.note(entry, shape.value, root, (*path, VALUE))
        elif kind == "structure":
            for name, part in value.items():
                self.note_member(name, part, shape, root, path)

    def note_member(self, name, part, shape, root, path):
        if name not in shape.members:
            self.faults.append(f"{root}.{path_text((*path, name))} is not in the model")
            return
        self.seen.add((root, (*path, name)))
        self.note(part, shape.members[name], root, (*path, name))


def is_of_type(value, shape):
    """Whether a value is of a shape's type, and one of its choices where it has such."""
    if isinstance(value, bool) and shape.type_name != "boolean":
        return False
    choices = getattr(shape, "enum", [])
    return isinstance(value, TYPES[shape.type_name]) and (not choices or value in choices)
