"""A log whose end was torn off: the server starts, and all before the tear is there."""

import pytest

from harness.server import Server
from harness.storage import cut_off, newest_log
from harness.tables import items
from harness.wire import Connection

TABLE = "Crash"
COUNT = 120


@pytest.mark.parametrize("bytes_torn", [1, 7, 200, 3_000])
def test_all_before_the_tear_is_there(directory, fill, bytes_torn):
    fill(COUNT)
    log = newest_log(directory)
    bytes_per_item = log.stat().st_size / COUNT

    cut_off(log, bytes_torn)

    with Server(directory) as server, Connection(server.url) as connection:
        numbers = sorted(int(item["id"]["S"][3:]) for item in items(connection, TABLE))
        assert numbers == list(range(len(numbers))), "there is a hole before the tear"
        assert COUNT - 2 - bytes_torn / bytes_per_item <= len(numbers) < COUNT
        connection.result("PutItem", {"TableName": TABLE, "Item": {"id": {"S": "after"}}})
        assert len(items(connection, TABLE)) == len(numbers) + 1
