"""`apus table`: create, describe, list, delete and copy."""

import json
import os
import pty
import re

import pytest

from harness.command import ApusCommand
from harness.definitions import index, table_definition, units
from harness.server import BINARY, Server
from harness.tables import items
from harness.wire import Connection


@pytest.fixture(scope="module")
def server():
    with Server() as server:
        yield server


@pytest.fixture(scope="module")
def other():
    with Server() as server:
        yield server


@pytest.fixture
def apus(server):
    return ApusCommand(server.url)


@pytest.fixture
def connection(server):
    """A connection to a server that has no tables when the test ends."""
    with Connection(server.url) as connection:
        yield connection
        for name in connection.result("ListTables", {})["TableNames"]:
            connection.result("DeleteTable", {"TableName": name})


def described(connection, name):
    return connection.result("DescribeTable", {"TableName": name})["Table"]


def fill(connection, name, count):
    for number in range(count):
        connection.result("PutItem", {"TableName": name, "Item": item(number)})


def item(number):
    return {
        "id": {"S": f"cat{number}"},
        "photo": {"B": "AAE="},
        "toys": {"SS": ["ball", "mouse"]},
        "weight": {"N": str(number) + ".5"},
    }


def test_create_makes_all_that_it_is_told(apus, connection):
    words = ["table", "create", "Films", "--key", "title:S,year:N", "--provisioned", "7,3"]
    words += ["--index", "byYear:year:N,title:S:include=plot,cast", "--index", "byStudio:studio:S:keys"]
    words += ["--local-index", "byLength:minutes:N", "--stream", "new-and-old-images", "--class", "infrequent-access"]

    assert apus(*words, "--tags", "owner=ada", "note=a=b", "--deletion-protection") == "created Films\n"

    table = described(connection, "Films")
    assert table["KeySchema"] == [
        {"AttributeName": "title", "KeyType": "HASH"},
        {"AttributeName": "year", "KeyType": "RANGE"},
    ]
    indexes = {index["IndexName"]: index for index in table["GlobalSecondaryIndexes"]}
    assert indexes["byYear"]["Projection"] == {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["plot", "cast"]}
    assert indexes["byStudio"]["Projection"] == {"ProjectionType": "KEYS_ONLY"}
    assert indexes["byStudio"]["ProvisionedThroughput"]["ReadCapacityUnits"] == 7
    assert [key["AttributeName"] for key in table["LocalSecondaryIndexes"][0]["KeySchema"]] == ["title", "minutes"]
    assert table["ProvisionedThroughput"]["WriteCapacityUnits"] == 3
    assert table["StreamSpecification"] == {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
    assert table["TableClassSummary"]["TableClass"] == "STANDARD_INFREQUENT_ACCESS"
    tags = connection.result("ListTagsOfResource", {"ResourceArn": table["TableArn"]})["Tags"]
    assert {tag["Key"]: tag["Value"] for tag in tags} == {"owner": "ada", "note": "a=b"}
    assert "deletion    refused" in apus("table", "describe", "Films")
    assert "ValidationException" in apus.refusal("table", "delete", "Films", "--yes")
    connection.result("UpdateTable", {"TableName": "Films", "DeletionProtectionEnabled": False})


def test_create_waits_for_the_table_or_does_not(connection):
    with Server(None, "--transition-delay", "1s") as slow:
        apus = ApusCommand(slow.url)

        assert apus("table", "create", "Fast", "--key", "id:S", "--no-wait") == "creating Fast\n"
        assert "CREATING" in apus("table", "describe", "Fast")
        assert apus("table", "create", "Slow", "--key", "id:S") == "created Slow\n"
        assert "status      ACTIVE" in apus("table", "describe", "Slow")
        assert apus("table", "delete", "Slow", "--yes", "--no-wait") == "deleting Slow\n"
        assert apus("table", "delete", "Fast", "--yes") == "deleted Fast\n"
        assert "Fast" not in apus("table", "list").split()


def test_what_cannot_be_created_is_said(apus, connection):
    apus("table", "create", "Films", "--key", "title:S")

    assert "ResourceInUseException" in apus.refusal("table", "create", "Films", "--key", "title:S")
    assert "is no key" in apus.refusal("table", "create", "Other", "--key", "title", code=64)
    assert "by its sort key alone" in apus.refusal(
        "table", "create", "Other", "--key", "a:S,b:S", "--local-index", "x:a:S,c:S", code=64
    )


def test_describe_and_list_in_both_forms(apus, connection):
    connection.create_table("Zebras", id="S")
    connection.create_table("Apes", id="S", born="N")

    assert apus("table", "list") == "Apes\nZebras\n"
    assert json.loads(apus("table", "list", "--output", "json")) == ["Apes", "Zebras"]
    assert json.loads(apus("table", "describe", "Apes", "--output", "json"))["Table"] == described(connection, "Apes")
    assert "key         id:S,born:N" in apus("table", "describe", "Apes").splitlines()
    assert "ResourceNotFoundException" in apus.refusal("table", "describe", "Cats")


def test_delete_asks_first(apus, connection):
    connection.create_table("Cats", id="S")

    assert "give --yes" in apus.refusal("table", "delete", "Cats")
    assert answered(apus, "n", "table", "delete", "Cats") == 1
    assert apus("table", "list") == "Cats\n"
    assert answered(apus, "y", "table", "delete", "Cats") == 0
    assert apus("table", "list") == ""
    assert "There is no table Cats" in apus.refusal("table", "delete", "Cats", "--yes")


def answered(apus, answer, *words):
    """The exit code of a command on a terminal, where a person types an answer."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(BINARY, [str(BINARY), *words], apus.environment)
    os.write(terminal, f"{answer}\n".encode())
    while True:
        try:
            if not os.read(terminal, 1024):
                break
        except OSError:
            break
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status)


def counts(text):
    """The closing line of a copy: read, written, refused, left over."""
    return [int(number) for number in re.findall(r"\d+", text.splitlines()[-1])]


def test_copy_makes_the_like_of_a_table(apus, connection):
    definition = table_definition("Cats", id="S") | {"BillingMode": "PROVISIONED", "ProvisionedThroughput": units(500)}
    definition["AttributeDefinitions"].append({"AttributeName": "weight", "AttributeType": "N"})
    definition["GlobalSecondaryIndexes"] = [
        index("byWeight", "weight", "id", projection=["toys"], ProvisionedThroughput=units(400))
    ]
    definition["StreamSpecification"] = {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"}
    definition["Tags"] = [{"Key": "owner", "Value": "ada"}]
    connection.result("CreateTable", definition)
    fill(connection, "Cats", 100)

    assert counts(apus("table", "copy", "Cats", "Copy")) == [100, 100, 0, 0]

    assert sorted(map(str, items(connection, "Copy"))) == sorted(map(str, items(connection, "Cats")))
    source, copy = described(connection, "Cats"), described(connection, "Copy")
    for member in ["KeySchema", "AttributeDefinitions", "StreamSpecification"]:
        assert copy[member] == source[member]
    assert copy["ProvisionedThroughput"]["WriteCapacityUnits"] == 500
    assert copy["GlobalSecondaryIndexes"][0]["Projection"] == {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["toys"]}
    assert copy["GlobalSecondaryIndexes"][0]["ProvisionedThroughput"]["ReadCapacityUnits"] == 400
    assert connection.result("ListTagsOfResource", {"ResourceArn": copy["TableArn"]})["Tags"] == definition["Tags"]


def test_copy_to_another_server_and_region(apus, connection, other):
    connection.create_table("Cats", id="S")
    fill(connection, "Cats", 60)
    words = ["table", "copy", "Cats", "Cats", "--to-endpoint-url", other.url, "--to-region", "eu-west-1"]

    assert counts(apus(*words, "--segments", "3")) == [60, 60, 0, 0]
    with Connection(other.url, "eu-west-1") as there:
        assert len(items(there, "Cats")) == 60
        there.result("DeleteItem", {"TableName": "Cats", "Key": {"id": {"S": "cat1"}}})
        there.result("PutItem", {"TableName": "Cats", "Item": {"id": {"S": "theirs"}}})
        assert counts(apus(*words)) == [60, 60, 0, 0]
        assert len(items(there, "Cats")) == 61


def test_copy_accounts_for_what_the_target_refuses(apus, connection):
    connection.create_table("Cats", id="S")
    fill(connection, "Cats", 30)
    target = table_definition("Target", id="S")
    target["AttributeDefinitions"].append({"AttributeName": "weight", "AttributeType": "S"})
    connection.result("CreateTable", target | {"GlobalSecondaryIndexes": [index("byWeight", "weight")]})
    connection.result("PutItem", {"TableName": "Cats", "Item": {"id": {"S": "good"}, "weight": {"S": "x"}}})

    done = apus.run("table", "copy", "Cats", "Target")

    assert done.returncode == 1
    assert counts(done.stdout) == [31, 1, 30, 0]
    assert '{"id":"cat' in done.stderr and "was not written" in done.stderr


def test_copies_that_cannot_be(apus, connection):
    connection.create_table("Cats", id="S")
    connection.create_table("Other", id="N")

    assert "onto itself" in apus.refusal("table", "copy", "Cats", "Cats")
    assert "Other has the key id:N, and Cats has id:S" in apus.refusal("table", "copy", "Cats", "Other")
    assert "There is no table Nowhere" in apus.refusal("table", "copy", "Nowhere", "Copy")
    assert "Copy" not in apus("table", "list").split()
