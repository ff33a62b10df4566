"""The client's operations and shapes are those of botocore's models."""

import filecmp
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
API = os.path.join(ROOT, "Sources", "Apus", "API")
PARTS = ("Operations", "Shapes", "Choices")


def operation_models():
    """The operations of DynamoDB and of its streams."""
    import botocore.session

    for service in ("dynamodb", "dynamodbstreams"):
        model = botocore.session.get_session().get_service_model(service)
        for name in model.operation_names:
            yield model.operation_model(name)


def test_the_sources_are_what_the_generator_writes(tmp_path):
    subprocess.run([os.path.join(ROOT, "script", "generate-api"), str(tmp_path)], check=True, capture_output=True)

    for part in PARTS:
        written = sorted(os.listdir(tmp_path / part))
        assert written == sorted(os.listdir(os.path.join(API, part)))
        _, differing, unreadable = filecmp.cmpfiles(
            tmp_path / part, os.path.join(API, part), written, shallow=False
        )
        assert not differing and not unreadable, "run script/generate-api"


def test_every_operation_is_a_method_and_a_command():
    for operation in operation_models():
        name = operation.name
        with open(os.path.join(API, "Operations", f"{name}Command.swift"), encoding="ascii") as file:
            source = file.read()
        assert f"public struct {name}Command: Command" in source
        assert f"public func {name[0].lower()}{name[1:]}(" in source


def test_every_member_of_every_input_is_written():
    for operation in operation_models():
        shape = operation.input_shape
        with open(os.path.join(API, "Operations", f"{operation.name}Command.swift"), encoding="ascii") as file:
            written = re.findall(r'writer\.member\(\s*"(\w+)"', file.read())
        assert sorted(written) == sorted(shape.members if shape else [])
