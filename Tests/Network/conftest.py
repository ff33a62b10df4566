"""A server for the tests of this folder alone, which must be well after each of them."""

import pytest

from harness.server import Server
from harness.valid_requests import CREATE_TABLE, ITEM, TABLE
from harness.wire import Connection


@pytest.fixture(scope="package")
def server():
    with Server() as server, Connection(server.url) as connection:
        connection.result("CreateTable", CREATE_TABLE)
        connection.result("PutItem", {"TableName": TABLE, "Item": ITEM})
        yield server


@pytest.fixture(autouse=True)
def still_serving(server):
    """The process that served before the test serves after it."""
    process = server.process.pid
    yield
    assert server.is_running, f"the server ended:\n{server.output()[-3000:]}"
    assert server.process.pid == process
    with Connection(server.url, timeout=10) as connection:
        put = {"TableName": TABLE, "Item": {"id": {"S": "probe"}, "visit": {"N": "1"}}}
        assert connection.call("PutItem", put).status == 200
