"""The operations of the API and the members of requests, answers and errors, by botocore's model of the service."""

from dataclasses import dataclass

import botocore
from botocore.loaders import Loader
from botocore.model import ServiceModel, Shape

ELEMENT = "[]"
VALUE = "{}"
ATTRIBUTE_VALUE = "AttributeValue"


@dataclass(frozen=True)
class Member:
    """A member of a structure, and the way to it: names, and the signs for any element and any value of a map."""

    root: str  # an operation, an error or a shape
    path: tuple
    shape: Shape
    owner: Shape

    @property
    def place(self):
        return (self.root, self.path)

    @property
    def holders(self):
        """The places of the members that this one stands in, the outermost first."""
        ends = [end for end in range(1, len(self.path)) if not is_sign(self.path[end - 1])]
        return [(self.root, self.path[:end]) for end in ends]

    def __str__(self):
        return f"{self.root}.{path_text(self.path)}"


def is_sign(step):
    return step in (ELEMENT, VALUE)


def path_text(path):
    """`Tags[].Key` for its steps."""
    return "".join(step if is_sign(step) else f".{step}" for step in path).removeprefix(".")


def innermost(shape):
    """What a shape is a list or a map of, if it is, and the signs on the way there."""
    signs = ()
    while shape.type_name in ("list", "map"):
        is_list = shape.type_name == "list"
        signs = (*signs, ELEMENT if is_list else VALUE)
        shape = shape.member if is_list else shape.value
    return shape, signs


def members_within(shape, root, leaves=(), nestings=0):
    """All members at and below a shape: none within the `leaves`, and a shape within itself only `nestings` times."""

    def walk(shape, path, around):
        inner, signs = innermost(shape)
        if inner.type_name != "structure" or inner.name in leaves or around.count(inner.name) > nestings:
            return
        for name, member in inner.members.items():
            place = (*path, *signs, name)
            yield Member(root, place, member, inner)
            yield from walk(member, place, (*around, inner.name))

    return list(walk(shape, (), ()))


class Service:
    """The model of the service."""

    def __init__(self):
        # A model that someone keeps in the home folder is not the one that the tests' requirements name.
        loader = Loader(extra_search_paths=[Loader.BUILTIN_DATA_PATH], include_default_search_paths=False)
        self.model = ServiceModel(loader.load_service_model("dynamodb", "service-2"))
        self.version = botocore.__version__

    @property
    def operations(self):
        return sorted(self.model.operation_names)

    def request_shape(self, operation):
        return self.model.operation_model(operation).input_shape

    def answer_shape(self, operation):
        return self.model.operation_model(operation).output_shape

    def error_shapes(self, operations):
        """The errors of these operations, by name."""
        shapes = {error.name: error for name in operations for error in self.model.operation_model(name).error_shapes}
        return dict(sorted(shapes.items()))

    def requests(self, operations):
        """The shapes of these operations' requests, by operation."""
        shapes = {name: self.request_shape(name) for name in operations}
        return {name: shape for name, shape in shapes.items() if shape}

    def answers(self, operations):
        """The shapes of these operations' answers and errors, by name.

        The attribute value comes for itself: not every kind of value can stand in every place.
        """
        shapes = {name: self.answer_shape(name) for name in operations} | self.error_shapes(operations)
        shapes[ATTRIBUTE_VALUE] = self.model.shape_for(ATTRIBUTE_VALUE)
        return {name: shape for name, shape in shapes.items() if shape}


def request_members(shapes):
    """With what is within attribute values, and within attribute values in these."""
    return [member for name, shape in shapes.items() for member in members_within(shape, name, nestings=1)]


def answer_members(shapes):
    """With what is within attribute values only where these stand for themselves."""
    leaves = {name: () if name == ATTRIBUTE_VALUE else (ATTRIBUTE_VALUE,) for name in shapes}
    return [member for name, shape in shapes.items() for member in members_within(shape, name, leaves[name])]
