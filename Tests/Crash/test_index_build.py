"""An index joins or leaves a full table under writers, and the server is killed meanwhile: it ends as it must be.

APUS_INDEX_ITEMS says how many items the table has; the default keeps the test short.
"""

import os

import pytest

from harness.definitions import attribute_definitions
from harness.movers import INDEX, INDEX_ATTRIBUTES, INDEX_DEFINITION, MovingFleet, load
from harness.server import Server
from harness.waiting import global_index, wait_for_index, wait_for_table, wait_until, wait_while_index
from harness.wire import Connection

TABLE = "Crash"
ITEMS = int(os.environ.get("APUS_INDEX_ITEMS", "20000"))
WRITERS = 8
# The server is killed when the index has this part of the items.
KILLS_AT = (0.1, 0.3)
MOST_TRIES = 3
FEW_ITEMS = 2_000
BUILD_SECONDS = 60 + ITEMS / 500
NOT_YET = f"Cannot read from backfilling global secondary index: {INDEX}"


def test_an_index_is_filled_under_writers_and_kills(tmp_path, seed):
    item_count = ITEMS
    for _ in range(MOST_TRIES):
        if is_filled_under_kills(tmp_path / str(item_count), item_count, seed):
            return
        item_count *= 3
    pytest.fail("the kills came when the index was full already, however many items there were")


def is_filled_under_kills(directory, item_count, seed):
    """Fills an index, and tells whether each kill hit the filling. What must hold is asserted in either case."""
    fleet = MovingFleet(TABLE, WRITERS, seed, item_count)
    with Server(directory, "--sync", "commit", "--throughput", "unlimited") as server:
        with Connection(server.url) as connection:
            connection.create_table(TABLE, id="S")
        load(server.url, TABLE, item_count)
        fleet.start(server.url)
        with Connection(server.url) as connection:
            change_index(connection, "Create", INDEX_DEFINITION)
        hits = [kill_while_filling(server, fleet, int(part * item_count)) for part in KILLS_AT]

        with Connection(server.url) as connection:
            wait_for_index(lambda: described(connection), INDEX, BUILD_SECONDS)
            fleet.stop()
            assert_consistent(connection, fleet)
    return all(hits)


def test_an_index_takes_its_entries_along_when_it_leaves(tmp_path, seed):
    """One of the same name that joins later has the entries of its own time only."""
    fleet = MovingFleet(TABLE, WRITERS, seed, FEW_ITEMS)
    with Server(tmp_path / "data", "--transition-delay", "1s") as server:
        with Connection(server.url) as connection:
            connection.create_table(TABLE, id="S")
            wait_for_table(lambda: described(connection))
            load(server.url, TABLE, FEW_ITEMS)
            change_index(connection, "Create", INDEX_DEFINITION)
            wait_for_index(lambda: described(connection), INDEX)
            fleet.start(server.url)
            change_index(connection, "Delete", {"IndexName": INDEX})
            assert described_index(connection)["IndexStatus"] == "DELETING"

        kill_and_start(server, fleet)

        fleet.start(server.url)
        with Connection(server.url) as connection:
            wait_while_index(lambda: described(connection), INDEX)
            wait_for_table(lambda: described(connection))
            writes = fleet.acknowledged_writes
            wait_until(lambda: fleet.acknowledged_writes > writes + FEW_ITEMS // 4, "the writers hardly wrote")
            change_index(connection, "Create", INDEX_DEFINITION)
            wait_for_index(lambda: described(connection), INDEX)
            fleet.stop()
            assert_consistent(connection, fleet)


def change_index(connection, action, index):
    """Lets an index join or leave: the action is the API's, Create or Delete."""
    request = {
        "TableName": TABLE,
        "AttributeDefinitions": attribute_definitions(id="S", **INDEX_ATTRIBUTES),
        "GlobalSecondaryIndexUpdates": [{action: index}],
    }
    connection.result("UpdateTable", request)


def kill_while_filling(server, fleet, entry_count):
    """Kills the server when the index has so many entries and starts it again; tells whether it was being filled."""
    with Connection(server.url) as connection:

        def has_come_so_far():
            index = described_index(connection)
            return index["IndexStatus"] == "ACTIVE" or index["ItemCount"] >= entry_count

        wait_until(has_come_so_far, f"the index did not have {entry_count} entries", BUILD_SECONDS)
    kill_and_start(server, fleet)
    with Connection(server.url) as connection:
        is_filling = is_being_filled(connection)
    fleet.start(server.url)
    return is_filling


def kill_and_start(server, fleet):
    fleet.stopping.set()
    server.kill()
    fleet.join()
    server.start()


def is_being_filled(connection):
    """Whether the index is being filled. It cannot be read as long as it is."""
    before = described_index(connection)
    refusal = connection.call("Scan", {"TableName": TABLE, "IndexName": INDEX})
    after = described_index(connection)
    for index in (before, after):
        assert index.get("Backfilling", False) == (index["IndexStatus"] == "CREATING"), index
    if after["IndexStatus"] == "CREATING":
        assert (refusal.error, refusal.json["message"]) == ("ValidationException", NOT_YET)
    return before["IndexStatus"] == "CREATING"


def described(connection):
    return connection.result("DescribeTable", {"TableName": TABLE})["Table"]


def described_index(connection):
    return global_index(described(connection), INDEX)


def assert_consistent(connection, fleet):
    """Every item is as its writer left it, and the index has the entries of the items and no others."""
    faults, (item_count, entry_count) = fleet.verify(connection)
    table = described(connection)

    told = "\n".join(fleet.failures[:5] + faults[:20])
    assert not faults and not fleet.failures, f"{len(faults)} faults, {len(fleet.failures)} failures:\n{told}"
    assert table["ItemCount"] == item_count
    assert global_index(table, INDEX)["ItemCount"] == entry_count
    assert fleet.acknowledged_writes > WRITERS * len(KILLS_AT), "the writers hardly wrote"
