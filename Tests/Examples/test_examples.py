"""The programs in Examples, run as a reader runs them: against a server of their own."""

import json
import os
import subprocess

import boto3
import pytest

from harness.clients import session_options
from harness.definitions import table_definition
from harness.server import BINARY, Server

SECONDS = 60


@pytest.fixture(scope="module")
def server():
    with Server(None, "--initial-burst", "1s") as started:
        yield started


def run(program, server, *words):
    """What a program prints, line by line, if it ends well."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    done = subprocess.run(
        [BINARY.with_name(program), *words],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        env=kept | {"AWS_ENDPOINT_URL": server.url, "AWS_REGION": "us-east-1"},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_cats_are_written_and_read(server):
    client = boto3.client("dynamodb", **session_options(server.url, "us-east-1"))
    client.create_table(**table_definition("Cats", owner="S", name="S"))

    assert run("Cats", server) == ["minka 9"]


def test_films_meet_a_conflict_and_are_exported(server):
    expected = ["Metropolis 1927", "Metropolis 2001", "someone else gave it a 5"]

    assert run("Films", server) == expected
    assert run("Films", server) == ["there is such a table already", *expected]

    exported = [json.loads(line) for line in run("TableExport", server, "Films")]
    assert sorted(item["year"]["N"] for item in exported) == ["1927", "2001"]


def test_a_load_beyond_the_throughput_loses_nothing(server):
    lines = run("CarefulLoad", server)

    assert lines[-1] == "300 accepted = 300 written + 0 refused + 0 left over"
    assert any(line.startswith("written ") and not line.endswith("[]") for line in lines)


def test_middleware_sees_each_attempt(server):
    assert run("TaggedCalls", server) == [
        "ListTables for ada, attempt 1: status 200",
        "DescribeTable for ada, attempt 1: status 400",
        "there is no table Nowhere",
    ]


def test_the_tutorial_prints_what_it_says(server):
    lines = run("BirdLog", server)

    assert lines[0].startswith("written 240 of 240, left over 0, in rounds: ")
    assert lines[1:] == ["at 6: 1", "at 7: 2", "at 8: 3", "at 9: 4", "one more at 7: 3"]
