"""Stores for the tests of this folder: written by a server that was then killed or stopped."""

import pytest

from harness.server import Server
from harness.wire import Connection

TABLE = "Crash"


def item_of(number):
    return {"id": {"S": f"cat{number:05}"}, "note": {"S": f"note {number} " * 20}}


@pytest.fixture
def directory(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def fill(directory):
    """Makes a table of so many items, written one by one, with a server that is then killed."""

    def fill(count):
        with Server(directory, "--sync", "commit", "--throughput", "unlimited") as server, Connection(server.url) as connection:
            connection.create_table(TABLE, id="S")
            for number in range(count):
                connection.result("PutItem", {"TableName": TABLE, "Item": item_of(number)})

    return fill


@pytest.fixture
def stored(directory, fill):
    """A store that was filled, stopped and started often enough to have table files."""
    fill(200)
    for _ in range(2):
        with Server(directory) as server:
            assert server.stop() == 0, server.output()
    return directory
