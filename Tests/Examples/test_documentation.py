"""The documentation of the libraries: script/docs builds it, and says what is wrong with it."""

import json
import shutil
import subprocess
import sys

import pytest

from harness.server import REPOSITORY

CHECK = REPOSITORY / "script/lib/undocumented.py"
SECONDS = 600


@pytest.mark.skipif(shutil.which("docc") is None, reason="this toolchain has no docc")
def test_the_documentation_is_built_without_a_warning():
    done = subprocess.run(
        ["script/docs"], cwd=REPOSITORY, capture_output=True, text=True, timeout=SECONDS, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    pages = REPOSITORY / ".build/docs/Apus.doccarchive/data/documentation/apus"
    # What the library re-exports is shown as its own.
    for name in ["tutorial", "dynamodbclient", "attributevalue", "credentials"]:
        assert (pages / f"{name}.json").exists(), name


def test_a_symbol_without_words_is_named(tmp_path):
    place = {"uri": "file:///a.swift", "position": {"line": 4, "character": 0}}
    symbols = [
        {"pathComponents": ["Bird", "name"], "location": place},
        {"pathComponents": ["Bird"], "location": place, "docComment": {"lines": []}},
        {"pathComponents": ["Bird", "!=(_:_:)"]},
    ]
    graph = tmp_path / "Birds.symbols.json"
    graph.write_text(json.dumps({"symbols": symbols}))

    done = subprocess.run([sys.executable, CHECK, graph], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr == "no documentation: Bird.name at file:///a.swift:5\n"
