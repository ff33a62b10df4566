"""The server is killed again and again while it removes items that have expired: in the end all of them are gone."""

import time

from harness.definitions import attribute_definitions, index, table_definition
from harness.server import Server
from harness.waiting import wait_until
from harness.wire import Connection

TABLE = "Crash"
ITEMS = 1_200
KILLS = 3
DEFINITION = table_definition(TABLE, id="S") | {
    "AttributeDefinitions": attribute_definitions(id="S", town="S"),
    "GlobalSecondaryIndexes": [index("towns", "town")],
}
OPTIONS = ("--sync", "commit", "--throughput", "unlimited")
# So slow that each life of the server removes only some.
SLOW = ("--expiry-pace", "400")


def test_items_that_expire_under_kills(tmp_path):
    directory = tmp_path / "data"
    seen = [ITEMS]
    with Server(directory, *OPTIONS, *SLOW, "--expiry-delay", "1h") as server, Connection(server.url) as connection:
        connection.result("CreateTable", DEFINITION)
        fill(connection)
        switch_on(connection)
        assert counts(connection) == [ITEMS + 1, ITEMS + 1, ITEMS + 1]

    for _ in range(KILLS):
        with Server(directory, *OPTIONS, *SLOW) as server, Connection(server.url) as connection:
            wait_until(lambda: counts(connection)[0] < seen[-1], "nothing was removed")
            seen.append(counts(connection)[0])
            server.kill()

    with Server(directory, *OPTIONS) as server, Connection(server.url) as connection:
        wait_until(lambda: counts(connection)[0] == 1, "items that have expired are still there")
        assert counts(connection) == [1, 1, 1]
    assert sorted(seen, reverse=True) == seen


def fill(connection):
    """Items that expired a minute ago, in an order that is not that of their times, and one that never does."""
    now = int(time.time())
    for first in range(0, ITEMS, 25):
        puts = [put(number, expires={"N": str(now - 60 - number * 7 % 600)}) for number in range(first, first + 25)]
        connection.result("BatchWriteItem", {"RequestItems": {TABLE: puts}})
    connection.result("BatchWriteItem", {"RequestItems": {TABLE: [put("never")]}})


def put(number, **more):
    return {"PutRequest": {"Item": {"id": {"S": f"cat{number}"}, "town": {"S": "Ulm"}} | more}}


def switch_on(connection):
    specification = {"AttributeName": "expires", "Enabled": True}
    connection.result("UpdateTimeToLive", {"TableName": TABLE, "TimeToLiveSpecification": specification})


def counts(connection):
    """How many items the table has by its counter, by a Scan, and by a Query of its index."""
    described = connection.result("DescribeTable", {"TableName": TABLE})["Table"]["ItemCount"]
    scanned = connection.result("Scan", {"TableName": TABLE, "Select": "COUNT", "ConsistentRead": True})["Count"]
    queried = connection.result(
        "Query",
        {
            "TableName": TABLE,
            "IndexName": "towns",
            "Select": "COUNT",
            "KeyConditionExpression": "town = :town",
            "ExpressionAttributeValues": {":town": {"S": "Ulm"}},
        },
    )["Count"]
    return [described, scanned, queried]
