"""The API's model, read from the package botocore: the operations of its services, and the shapes that they reach."""

import gzip
import json
import os
from dataclasses import dataclass

import botocore

# Shapes that the library writes by hand, under their names in Swift.
ATTRIBUTE_VALUE = "AttributeValue"
# Maps of attribute values whose names are placeholders, so they are no item.
PLACEHOLDER_MAPS = {"ExpressionAttributeValueMap"}
# Names of the API that mean something else in the library, or in Foundation.
RENAMED = {"Endpoint": "DiscoveredEndpoint", "Stream": "StreamSummary"}
# The services whose operations the library has, with their cases of APIService.
SERVICES = {"dynamodb": "dynamoDB", "dynamodbstreams": "dynamoDBStreams"}


def undocumented(part):
    """A part of a model without its words."""
    match part:
        case dict():
            return {name: undocumented(value) for name, value in part.items() if name != "documentation"}
        case list():
            return [undocumented(value) for value in part]
        case _:
            return part


@dataclass(frozen=True)
class Member:
    name: str
    target: str
    is_required: bool
    is_token: bool


class Model:
    def __init__(self):
        self.operations, self.shapes, self.services = {}, {}, {}
        for service, case in SERVICES.items():
            self._add(service, case)
        self._complete()
        self.inputs = {self.input(name) for name in self.operations}
        self.outputs = {self.output(name) for name in self.operations}
        self.written = self._reach(self.inputs)
        self.read = self._reach(self.outputs | set(self.errors()))

    def _add(self, service, case):
        """Takes in the model of a service. A shape that two of them have must be the same in both."""
        folder = os.path.join(os.path.dirname(botocore.__file__), "data", service, "2012-08-10")
        with gzip.open(os.path.join(folder, "service-2.json.gz")) as file:
            model = json.load(file)
        for name, shape in model["shapes"].items():
            if undocumented(self.shapes.setdefault(name, shape)) != undocumented(shape):
                raise SystemExit(f"{service} has a shape {name} that differs from another service's")
        for name, operation in model["operations"].items():
            if name in self.operations:
                raise SystemExit(f"{service} has an operation {name} that another service has")
            self.operations[name] = operation
            self.services[name] = case

    def _complete(self):
        """Gives each operation an input and an output of its own, under its own name."""
        for name, operation in self.operations.items():
            for part in ("input", "output"):
                own = name + part.capitalize()
                shared = operation.get(part, {}).get("shape")
                self.shapes[own] = self.shapes[shared] if shared else {"type": "structure", "members": {}}
                operation[part] = {"shape": own}

    def input(self, operation):
        return self.operations[operation]["input"]["shape"]

    def output(self, operation):
        return self.operations[operation]["output"]["shape"]

    def errors(self):
        return sorted(name for name, shape in self.shapes.items() if shape.get("exception"))

    def errors_of(self, operation):
        return [error["shape"] for error in self.operations[operation].get("errors", [])]

    def members(self, shape):
        required = self.shapes[shape].get("required", [])
        return [
            Member(name, member["shape"], name in required, member.get("idempotencyToken", False))
            for name, member in self.shapes[shape]["members"].items()
        ]

    def is_choice(self, name):
        return bool(self.shapes[name].get("enum"))

    def shared_structures(self):
        own = self.inputs | self.outputs | set(self.errors()) | {ATTRIBUTE_VALUE}
        return sorted(
            name
            for name in self.written | self.read
            if self.shapes[name]["type"] == "structure" and name not in own
        )

    def choices(self):
        return sorted(name for name in self.written | self.read if self.is_choice(name))

    def _reach(self, names):
        reached, open_names = set(), list(names)
        while open_names:
            name = open_names.pop()
            if name in reached:
                continue
            reached.add(name)
            if name == ATTRIBUTE_VALUE:
                continue
            shape = self.shapes[name]
            parts = list(shape.get("members", {}).values())
            parts += [shape[part] for part in ("member", "key", "value") if part in shape]
            open_names += [part["shape"] for part in parts]
        return reached

    def swift_type(self, name):
        """The type of Swift that a shape has."""
        shape = self.shapes[name]
        match shape["type"]:
            case "structure":
                return RENAMED.get(name, name)
            case "list":
                return f"[{self.swift_type(shape['member']['shape'])}]"
            case "map":
                value = shape["value"]["shape"]
                if value == ATTRIBUTE_VALUE and name not in PLACEHOLDER_MAPS:
                    return "Item"
                return f"[String: {self.swift_type(value)}]"
            case "string":
                return name if self.is_choice(name) else "String"
            case kind:
                return {"integer": "Int", "long": "Int", "boolean": "Bool", "double": "Double", "timestamp": "Date"}[kind]
