"""While a table or an index is on its way from one state to another, and what may be done with it meanwhile.

Both are so for a second here, by `--transition-delay`; the conversations show the same without a delay.
"""

import json

import pytest

from harness.server import Server
from harness.waiting import global_index, wait_for_index, wait_until, wait_while_index
from harness.wire import Connection

ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/{}"
IN_USE = "Attempt to change a resource which is still in use: Table"
CREATED = ("ResourceInUseException", f"{IN_USE} is being created: {{}}")
UPDATED = ("ResourceInUseException", f"{IN_USE}: {{}} is in the process of being updated.")
DELETED = ("ResourceInUseException", f"{IN_USE} is being deleted: {{}}")
NO_ITEMS = ("ResourceNotFoundException", "Requested resource not found")
NO_SECOND_INDEX = (
    "LimitExceededException",
    "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table",
)
KEY = {"id": {"S": "tom"}}
ITEM = KEY | {"town": {"S": "oslo"}}
OTHER_CLASS = {"TableClass": "STANDARD_INFREQUENT_ACCESS"}
QUERY = {
    "IndexName": "byTown",
    "KeyConditionExpression": "town = :town",
    "ExpressionAttributeValues": {":town": {"S": "oslo"}},
}


@pytest.fixture(scope="module")
def connection():
    with Server(None, "--transition-delay", "1s") as server, Connection(server.url) as connection:
        yield connection


@pytest.fixture
def call(connection, request):
    """Calls an operation on the table of this test: the answer, and for a refusal its name and its text."""
    name = table_name(request)

    def call(operation, **members):
        answer = connection.call(operation, {"TableName": name} | members)
        if answer.status == 200:
            return answer.json
        return answer.error, answer.json.get("message")

    return call


@pytest.fixture
def table(call):
    """The table of this test, ACTIVE, with one item."""
    create(call)
    wait_until(lambda: status(call) == "ACTIVE", "the table was not ACTIVE")
    call("PutItem", Item=ITEM)


def table_name(request):
    return "".join(word.title() for word in request.node.originalname.split("_"))


@pytest.fixture
def refusal(request):
    """A refusal with the name of this test's table in it."""
    return lambda pattern: (pattern[0], pattern[1].format(table_name(request)))


def create(call, **members):
    definition = {
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
    }
    return call("CreateTable", **definition | members)


def described(call):
    return call("DescribeTable")["Table"]


def status(call):
    return described(call)["TableStatus"]


def add_index(call, name="byTown"):
    index = {
        "IndexName": name,
        "KeySchema": [{"AttributeName": "town", "KeyType": "HASH"}],
        "Projection": {"ProjectionType": "ALL"},
    }
    return call(
        "UpdateTable",
        AttributeDefinitions=[{"AttributeName": "town", "AttributeType": "S"}],
        GlobalSecondaryIndexUpdates=[{"Create": index}],
    )


def delete_index(call, name="byTown"):
    return call("UpdateTable", GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": name}}])


def test_a_table_that_is_created(call, refusal, connection):
    create(call)

    seen = {
        "create": create(call),
        "update": call("UpdateTable", **OTHER_CLASS),
        "delete": call("DeleteTable"),
        "put": call("PutItem", Item=ITEM),
        "get": call("GetItem", Key=KEY),
        "scan": call("Scan"),
        "expiry": call("DescribeTimeToLive"),
    }
    names = connection.result("ListTables", {})["TableNames"]

    assert status(call) == "CREATING"
    assert seen == {
        "create": refusal(("ResourceInUseException", "Table already exists: {}")),
        "update": refusal(CREATED),
        "delete": refusal(CREATED),
        "put": NO_ITEMS,
        "get": NO_ITEMS,
        "scan": NO_ITEMS,
        "expiry": (
            "ValidationException",
            "Cannot describe time to live while table is in CREATING state: Current table state is CREATING",
        ),
    }
    assert refusal(("", "{}"))[1] in names


def test_the_index_of_a_table_that_is_created(call):
    key = [{"AttributeName": "id", "KeyType": "HASH"}]
    index = {"IndexName": "again", "KeySchema": key, "Projection": {"ProjectionType": "ALL"}}

    create(call, GlobalSecondaryIndexes=[index])
    before = global_index(described(call), "again")
    wait_until(lambda: status(call) == "ACTIVE", "the table was not ACTIVE")
    after = global_index(described(call), "again")

    assert (before["IndexStatus"], after["IndexStatus"]) == ("CREATING", "ACTIVE")
    assert "Backfilling" not in before and "Backfilling" not in after


def test_a_table_that_is_updated(call, refusal, table):
    answer = call("UpdateTable", **OTHER_CLASS)

    seen = {
        "update": call("UpdateTable", TableClass="STANDARD"),
        "index": add_index(call),
        "delete": call("DeleteTable")[0],
        "get": call("GetItem", Key=KEY),
        "put": call("PutItem", Item=KEY | {"color": {"S": "grey"}}),
        "scan": call("Scan")["Count"],
        "expiry": call("DescribeTimeToLive"),
    }

    assert answer["TableDescription"]["TableStatus"] == status(call) == "UPDATING"
    assert seen == {
        "update": refusal(UPDATED),
        "index": refusal(UPDATED),
        "delete": "ResourceInUseException",
        "get": {"Item": ITEM},
        "put": {},
        "scan": 1,
        "expiry": {"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}},
    }
    wait_until(lambda: status(call) == "ACTIVE", "the table was not ACTIVE")
    assert described(call)["TableClassSummary"]["TableClass"] == "STANDARD_INFREQUENT_ACCESS"


def test_tags_of_a_table_that_is_updated(call, connection, request, table):
    arn = ARN.format(table_name(request))
    call("UpdateTable", **OTHER_CLASS)

    connection.call("TagResource", {"ResourceArn": arn, "Tags": [{"Key": "team", "Value": "cats"}]})

    assert status(call) == "UPDATING"
    assert connection.result("ListTagsOfResource", {"ResourceArn": arn})["Tags"] == [{"Key": "team", "Value": "cats"}]


def test_throughput_that_changes(call, table):
    call("UpdateTable", BillingMode="PROVISIONED", ProvisionedThroughput=units(5))
    during = described(call)
    wait_until(lambda: status(call) == "ACTIVE", "the table was not ACTIVE")
    call("UpdateTable", WarmThroughput={"ReadUnitsPerSecond": 12001})
    warming = described(call)
    wait_until(lambda: status(call) == "ACTIVE", "the table was not ACTIVE")

    assert (during["TableStatus"], warming["TableStatus"]) == ("UPDATING", "UPDATING")
    assert warming["WarmThroughput"]["Status"] == "UPDATING"
    assert described(call)["WarmThroughput"] == {
        "ReadUnitsPerSecond": 12001,
        "WriteUnitsPerSecond": 4000,
        "Status": "ACTIVE",
    }


def units(count):
    return {"ReadCapacityUnits": count, "WriteCapacityUnits": count}


def test_deletion_protection_takes_no_time(call, table):
    answer = call("UpdateTable", DeletionProtectionEnabled=True)

    assert answer["TableDescription"]["DeletionProtectionEnabled"] is True
    assert call("DeleteTable") == (
        "ValidationException",
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
    )


def test_an_index_that_is_filled(call, table):
    answer = add_index(call)["TableDescription"]
    wait_until(lambda: status(call) == "ACTIVE", "the table was not ACTIVE")

    # Whichever of the two ends first, an index is never ACTIVE ahead of its table.
    index = global_index(answer, "byTown")
    assert (answer["TableStatus"], index["IndexStatus"], index["Backfilling"]) == ("UPDATING", "CREATING", True)
    wait_for_index(lambda: described(call), "byTown")
    assert "Backfilling" not in global_index(described(call), "byTown")
    assert call("Query", **QUERY)["Items"] == [ITEM]


def test_calls_while_an_index_is_filled(call, table):
    add_index(call)

    seen = {
        "query": call("Query", **QUERY),
        "scan": call("Scan", IndexName="byTown"),
        "second": add_index(call, "again")[0],
        "other": delete_index(call, "nowhere")[0],
        "delete": call("DeleteTable")[0],
        "get": call("GetItem", Key=KEY),
        "put": call("PutItem", Item={"id": {"S": "kit"}, "town": {"S": "oslo"}}),
        "wrong type": call("PutItem", Item={"id": {"S": "mog"}, "town": {"N": "7"}})[0],
    }

    backfilling = ("ValidationException", "Cannot read from backfilling global secondary index: byTown")
    assert global_index(described(call), "byTown")["IndexStatus"] == "CREATING"
    assert seen == {
        "query": backfilling,
        "scan": backfilling,
        "second": "ResourceInUseException",
        "other": "ResourceInUseException",
        "delete": "ResourceInUseException",
        "get": {"Item": ITEM},
        "put": {},
        "wrong type": "ValidationException",
    }
    wait_for_index(lambda: described(call), "byTown")
    assert call("Query", **QUERY)["Count"] == 2


def test_an_index_that_is_deleted(call, table):
    add_index(call)
    wait_for_index(lambda: described(call), "byTown")
    answer = delete_index(call)["TableDescription"]

    seen = {"index": global_index(answer, "byTown")["IndexStatus"], "delete": call("DeleteTable")[0]}

    assert (answer["TableStatus"], status(call)) == ("UPDATING", "UPDATING")
    assert seen == {"index": "DELETING", "delete": "ResourceInUseException"}
    wait_while_index(lambda: described(call), "byTown")
    assert described(call)["AttributeDefinitions"] == [{"AttributeName": "id", "AttributeType": "S"}]


def test_the_throughput_of_an_index_that_changes(call, table):
    call("UpdateTable", BillingMode="PROVISIONED", ProvisionedThroughput=units(5))
    wait_until(lambda: status(call) == "ACTIVE", "the table was not ACTIVE")
    key = [{"AttributeName": "id", "KeyType": "HASH"}]
    index = {"IndexName": "again", "KeySchema": key, "Projection": {"ProjectionType": "ALL"}}
    call(
        "UpdateTable",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        GlobalSecondaryIndexUpdates=[{"Create": index | {"ProvisionedThroughput": units(1)}}],
    )
    wait_for_index(lambda: described(call), "again")

    update = {"IndexName": "again", "ProvisionedThroughput": units(2)}
    call("UpdateTable", GlobalSecondaryIndexUpdates=[{"Update": update}])
    during = global_index(described(call), "again")

    assert (during["IndexStatus"], during["ProvisionedThroughput"]["ReadCapacityUnits"]) == ("UPDATING", 2)
    assert call("Scan", IndexName="again")["Count"] == 1
    wait_for_index(lambda: described(call), "again")


def test_a_table_that_is_deleted(call, refusal, table):
    answer = call("DeleteTable")["TableDescription"]

    seen = {"create": create(call)[0], "update": call("UpdateTable", **OTHER_CLASS)}
    again = call("DeleteTable")

    assert (answer["TableStatus"], status(call)) == ("DELETING", "DELETING")
    assert seen == {"create": "ResourceInUseException", "update": refusal(DELETED)}
    assert again == refusal(DELETED) or again["TableDescription"]["TableStatus"] == "DELETING"
    wait_until(lambda: call("DescribeTable")[0] == "ResourceNotFoundException", "the table was not gone")
    assert call("GetItem", Key=KEY) == NO_ITEMS
