"""The client's operations and shapes are those of botocore's model."""

import filecmp
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
API = os.path.join(ROOT, "Sources", "Apus", "API")
PARTS = ("Operations", "Shapes", "Choices")


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
    import botocore.session

    model = botocore.session.get_session().get_service_model("dynamodb")
    for operation in model.operation_names:
        path = os.path.join(API, "Operations", f"{operation}Command.swift")
        with open(path, encoding="ascii") as file:
            source = file.read()
        assert f"public struct {operation}Command: Command" in source
        assert f"public func {operation[0].lower()}{operation[1:]}(" in source


def test_every_member_of_every_input_is_written():
    import botocore.session

    model = botocore.session.get_session().get_service_model("dynamodb")
    for operation in model.operation_names:
        shape = model.operation_model(operation).input_shape
        path = os.path.join(API, "Operations", f"{operation}Command.swift")
        with open(path, encoding="ascii") as file:
            written = re.findall(r'writer\.member\(\s*"(\w+)"', file.read())
        assert sorted(written) == sorted(shape.members if shape else [])
