"""While a table or an index is on its way from one state to another, and what may be done with it meanwhile.

Most are so for a second here, by `--transition-delay`; conversations show what comes of it without a delay.
"""

import pytest

from harness.definitions import attribute_definitions, index, table_definition, units
from harness.server import Server
from harness.tables import entries
from harness.waiting import global_index, wait_for_index, wait_for_table, wait_until, wait_while_index
from harness.wire import Connection

IN_USE = "Attempt to change a resource which is still in use: Table"
NO_ITEMS = ("ResourceNotFoundException", "Requested resource not found")
NO_SECOND_INDEX = (
    "LimitExceededException",
    "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table",
)
INDEX = "byTown"
BACKFILLING = ("ValidationException", f"Cannot read from backfilling global secondary index: {INDEX}")
KEY = {"id": {"S": "tom"}}
ITEM = KEY | {"town": {"S": "oslo"}}
OTHER_CLASS = {"TableClass": "STANDARD_INFREQUENT_ACCESS"}
QUERY = {
    "IndexName": INDEX,
    "KeyConditionExpression": "town = :town",
    "ExpressionAttributeValues": {":town": {"S": "oslo"}},
}
# So many items keep a new index busy for longer than a few calls take; more are tried where they do not.
MANY_ITEMS = 10_000
MOST_TRIES = 3
BATCH_ENTRIES = 25


class Table:
    """A table by its name, and the calls about it."""

    def __init__(self, connection, name):
        self.connection = connection
        self.name = name

    def call(self, operation, **members):
        """The answer, or the name and the text of the refusal."""
        answer = self.connection.call(operation, {"TableName": self.name} | members)
        return answer.json if answer.status == 200 else (answer.error, answer.json.get("message"))

    def create(self, **members):
        return self.call("CreateTable", **table_definition(self.name, id="S") | members)

    def add_index(self, name=INDEX, **members):
        definitions = attribute_definitions(town="S")
        updates = [{"Create": index(name, "town", **members)}]
        return self.call("UpdateTable", AttributeDefinitions=definitions, GlobalSecondaryIndexUpdates=updates)

    def delete_index(self, name=INDEX):
        return self.call("UpdateTable", GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": name}}])

    def described(self):
        return self.call("DescribeTable")["Table"]

    def status(self):
        return self.described()["TableStatus"]

    def index(self):
        return global_index(self.described(), INDEX)

    def wait(self):
        wait_for_table(self.described)

    def wait_for_index(self):
        wait_for_index(self.described, INDEX)


@pytest.fixture(scope="module")
def connection():
    with Server(None, "--transition-delay", "1s") as server, Connection(server.url) as connection:
        yield connection


@pytest.fixture
def new_table(connection, request):
    """A table that is not there yet."""
    return Table(connection, request.node.originalname)


@pytest.fixture
def table(new_table):
    """An ACTIVE table with one item."""
    new_table.create()
    new_table.wait()
    new_table.call("PutItem", Item=ITEM)
    return new_table


def test_a_table_that_is_created(new_table):
    table = new_table
    table.create(GlobalSecondaryIndexes=[index(INDEX, "id")])

    seen = {
        "create": table.create(),
        "update": table.call("UpdateTable", **OTHER_CLASS),
        "delete": table.call("DeleteTable"),
        "put": table.call("PutItem", Item=ITEM),
        "get": table.call("GetItem", Key=KEY),
        "scan": table.call("Scan"),
        "expiry": table.call("DescribeTimeToLive"),
    }
    names = table.connection.result("ListTables", {})["TableNames"]
    by_town = table.index()

    assert (table.status(), by_town["IndexStatus"]) == ("CREATING", "CREATING")
    assert "Backfilling" not in by_town
    assert seen == {
        "create": ("ResourceInUseException", f"Table already exists: {table.name}"),
        "update": ("ResourceInUseException", f"{IN_USE} is being created: {table.name}"),
        "delete": ("ResourceInUseException", f"{IN_USE} is being created: {table.name}"),
        "put": NO_ITEMS,
        "get": NO_ITEMS,
        "scan": NO_ITEMS,
        "expiry": (
            "ValidationException",
            "Cannot describe time to live while table is in CREATING state: Current table state is CREATING",
        ),
    }
    assert table.name in names
    table.wait()
    assert table.index()["IndexStatus"] == "ACTIVE"


def test_a_table_that_is_updated(table):
    answer = table.call("UpdateTable", **OTHER_CLASS)["TableDescription"]

    seen = {
        "update": table.call("UpdateTable", TableClass="STANDARD"),
        "index": table.add_index(),
        "delete": table.call("DeleteTable")[0],
        "get": table.call("GetItem", Key=KEY),
        "put": table.call("PutItem", Item=ITEM),
        "scan": table.call("Scan")["Count"],
        "expiry": table.call("DescribeTimeToLive"),
    }

    assert (answer["TableStatus"], table.status()) == ("UPDATING", "UPDATING")
    busy = ("ResourceInUseException", f"{IN_USE}: {table.name} is in the process of being updated.")
    assert seen == {
        "update": busy,
        "index": busy,
        "delete": "ResourceInUseException",
        "get": {"Item": ITEM},
        "put": {},
        "scan": 1,
        "expiry": {"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}},
    }
    table.wait()
    assert table.described()["TableClassSummary"]["TableClass"] == OTHER_CLASS["TableClass"]


def test_warm_throughput_that_is_raised(table):
    table.call("UpdateTable", WarmThroughput={"ReadUnitsPerSecond": 12_001})
    during = table.described()
    table.wait()

    raised = {"ReadUnitsPerSecond": 12_001, "WriteUnitsPerSecond": 4_000}
    assert (during["TableStatus"], during["WarmThroughput"]["Status"]) == ("UPDATING", "UPDATING")
    assert table.described()["WarmThroughput"] == raised | {"Status": "ACTIVE"}


def test_an_index_that_joins_changes_and_goes(table):
    table.call("UpdateTable", BillingMode="PROVISIONED", ProvisionedThroughput=units(5))
    table.wait()

    joining = table.add_index(ProvisionedThroughput=units(1))["TableDescription"]
    refused = [table.call("Query", **QUERY), table.call("Scan", IndexName=INDEX)]
    table.call("PutItem", Item=ITEM | {"id": {"S": "kit"}})
    table.wait_for_index()
    joined = table.index()
    update = {"IndexName": INDEX, "ProvisionedThroughput": units(2)}
    changing = table.call("UpdateTable", GlobalSecondaryIndexUpdates=[{"Update": update}])["TableDescription"]
    found = table.call("Query", **QUERY)["Count"]
    table.wait_for_index()
    going = table.delete_index()["TableDescription"]
    in_the_way = table.call("DeleteTable")[0]
    wait_while_index(table.described, INDEX)

    steps = [(step["TableStatus"], global_index(step, INDEX)["IndexStatus"]) for step in (joining, changing, going)]
    assert steps == [("UPDATING", "CREATING"), ("UPDATING", "UPDATING"), ("UPDATING", "DELETING")]
    assert global_index(joining, INDEX)["Backfilling"] and "Backfilling" not in joined
    assert refused == [BACKFILLING, BACKFILLING]
    assert (found, in_the_way) == (2, "ResourceInUseException")
    assert table.described()["AttributeDefinitions"] == attribute_definitions(id="S")


def test_a_table_that_is_deleted(table):
    answer = table.call("DeleteTable")["TableDescription"]

    create, update = table.create()[0], table.call("UpdateTable", **OTHER_CLASS)

    assert (answer["TableStatus"], table.status()) == ("DELETING", "DELETING")
    assert create == "ResourceInUseException"
    assert update == ("ResourceInUseException", f"{IN_USE} is being deleted: {table.name}")
    wait_until(lambda: "Table" not in table.call("DescribeTable"), "the table was not gone")
    gone = ("ResourceNotFoundException", f"Requested resource not found: Table: {table.name} not found")
    assert table.call("DescribeTable") == gone


def test_an_index_that_is_filled_in_an_active_table():
    """Without a delay, a table is ACTIVE again while its new index still takes in what was there before."""
    with Server() as server, Connection(server.url) as connection:
        for number in range(MOST_TRIES):
            if is_seen_filling(Table(connection, f"Full{number}"), MANY_ITEMS * 3**number):
                return
    pytest.fail("the index was filled ahead of the calls, however many items there were")


def is_seen_filling(table, item_count):
    """Tells whether the calls came while the index was filled; they must be answered rightly if they did."""
    table.create()
    fill(table, item_count)
    table.add_index()
    seen = {
        "status": table.status(),
        "query": table.call("Query", **QUERY),
        "second": table.add_index("again"),
        "get": table.call("GetItem", Key={"id": {"S": "cat7"}}),
    }
    error, text = table.call("DeleteTable")
    description = table.call("DescribeTable")
    index = global_index(description["Table"], INDEX) if "Table" in description else None
    if index is None or index["IndexStatus"] == "ACTIVE":
        return False

    assert index["Backfilling"]
    assert error == "ResourceInUseException"
    assert text.endswith("Cannot delete table while indexes are being created, updated, or deleted.")
    assert seen == {"status": "ACTIVE", "query": BACKFILLING, "second": NO_SECOND_INDEX, "get": {"Item": cat(7)}}
    table.wait_for_index()
    assert sum(1 for _ in entries(table.connection, table.name, INDEX)) == item_count
    return True


def fill(table, item_count):
    for start in range(0, item_count, BATCH_ENTRIES):
        puts = [{"PutRequest": {"Item": cat(number)}} for number in range(start, start + BATCH_ENTRIES)]
        table.call("BatchWriteItem", RequestItems={table.name: puts})


def cat(number):
    return {"id": {"S": f"cat{number}"}, "town": {"S": "oslo"}}
