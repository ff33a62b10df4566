"""boto3 and the aws command line send transactions, replay them, and meet those that hold their items."""

import json
import threading
import urllib.request

import boto3
import pytest
from botocore.exceptions import ClientError

from harness.clients import session_options
from harness.definitions import table_definition
from harness.server import Server

WINDOW_SECONDS = 5
TOM = {"id": {"S": "tom"}}


def put(table, item, **options):
    return {"Put": {"TableName": table, "Item": item} | options}


def reasons(error):
    return [reason["Code"] for reason in error.value.response["CancellationReasons"]]


def advance(server, seconds):
    body = json.dumps({"advance": f"{seconds}s"}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{server.url}/_apus/clock", body, method="POST")).read()


def test_boto3_sends_a_token_and_is_told_reasons(client, table):
    transaction = [put(table.name, TOM | {"visit": {"N": "1"}}, ConditionExpression="attribute_not_exists(id)")]

    client.transact_write_items(TransactItems=transaction, ClientRequestToken="first")
    client.transact_write_items(TransactItems=transaction, ClientRequestToken="first")
    with pytest.raises(client.exceptions.TransactionCanceledException) as error:
        client.transact_write_items(TransactItems=transaction)
    with pytest.raises(client.exceptions.IdempotentParameterMismatchException):
        client.transact_write_items(TransactItems=[put(table.name, TOM | {"visit": {"N": "2"}})], ClientRequestToken="first")

    assert reasons(error) == ["ConditionalCheckFailed"]
    read = client.transact_get_items(TransactItems=[{"Get": {"TableName": table.name, "Key": TOM | {"visit": {"N": "1"}}}}])
    assert read["Responses"] == [{"Item": TOM | {"visit": {"N": "1"}}}]


def test_the_aws_command_line_sends_transactions(aws, table):
    key = TOM | {"visit": {"N": "1"}}

    aws("transact-write-items", "--transact-items", [put(table.name, key)])
    read = aws("transact-get-items", "--transact-items", [{"Get": {"TableName": table.name, "Key": key}}])

    assert read["Responses"] == [{"Item": key}]
    refused = aws.refusal(
        "transact-write-items", "--transact-items",
        [put(table.name, key, ConditionExpression="attribute_not_exists(id)")],
    )  # fmt: skip
    assert "(TransactionCanceledException)" in refused and "[ConditionalCheckFailed]" in refused


@pytest.fixture
def held(region):
    """A server whose clock stands, with a transaction that holds the item of tom."""
    with Server(None, "--clock", "manual", "--transaction-window", f"{WINDOW_SECONDS}s") as server:
        client = boto3.client("dynamodb", **session_options(server.url, region))
        client.create_table(**table_definition("Cats", id="S"))
        client.put_item(TableName="Cats", Item=TOM | {"n": {"N": "1"}})
        outcome = {}

        def transact():
            items = [put("Cats", TOM | {"n": {"N": "2"}}), put("Cats", {"id": {"S": "kit"}})]
            outcome["answer"] = client.transact_write_items(TransactItems=items, ClientRequestToken="held")

        holder = threading.Thread(target=transact)
        holder.start()
        while not is_held(client):
            pass
        yield server, client, outcome
        advance(server, WINDOW_SECONDS)
        holder.join()
        assert "answer" in outcome


def is_held(client):
    try:
        client.delete_item(TableName="Cats", Key={"id": {"S": "kit"}})
    except client.exceptions.TransactionConflictException:
        return True
    return False


def test_whoever_comes_by_meets_a_conflict_or_the_state_before(held):
    server, client, outcome = held
    before = TOM | {"n": {"N": "1"}}

    for operation in (client.put_item, client.update_item, client.delete_item):
        wanted = {"Item": TOM} if operation == client.put_item else {"Key": TOM}
        with pytest.raises(client.exceptions.TransactionConflictException):
            operation(TableName="Cats", **wanted)
    with pytest.raises(client.exceptions.TransactionCanceledException) as written:
        client.transact_write_items(TransactItems=[put("Cats", {"id": {"S": "zoe"}}), put("Cats", TOM)])
    with pytest.raises(client.exceptions.TransactionCanceledException) as read:
        client.transact_get_items(TransactItems=[{"Get": {"TableName": "Cats", "Key": TOM}}])
    batch = client.batch_write_item(RequestItems={"Cats": [{"PutRequest": {"Item": TOM}}, {"PutRequest": {"Item": {"id": {"S": "free"}}}}]})

    assert reasons(written) == ["None", "TransactionConflict"]
    assert reasons(read) == ["TransactionConflict"]
    assert batch["UnprocessedItems"] == {"Cats": [{"PutRequest": {"Item": TOM}}]}
    assert client.get_item(TableName="Cats", Key=TOM, ConsistentRead=True)["Item"] == before
    assert before in client.scan(TableName="Cats")["Items"]
    assert "answer" not in outcome


def test_the_same_token_is_told_to_be_in_progress_until_it_is_done(held):
    server, client, outcome = held
    items = [put("Cats", TOM | {"n": {"N": "2"}}), put("Cats", {"id": {"S": "kit"}})]

    with pytest.raises(ClientError) as error:
        client.transact_write_items(TransactItems=items, ClientRequestToken="held")
    advance(server, WINDOW_SECONDS)
    while "answer" not in outcome:
        pass
    replay = client.transact_write_items(TransactItems=items, ClientRequestToken="held", ReturnConsumedCapacity="TOTAL")

    assert error.value.response["Error"]["Code"] == "TransactionInProgressException"
    assert replay["ConsumedCapacity"][0]["ReadCapacityUnits"] == 4.0
    assert client.get_item(TableName="Cats", Key=TOM)["Item"] == TOM | {"n": {"N": "2"}}


def test_a_crash_leaves_nothing_of_a_held_transaction_and_all_of_one_that_was_answered(tmp_path, region):
    with Server(tmp_path / "data", "--transaction-window", "300ms") as server:
        client = boto3.client("dynamodb", **session_options(server.url, region))
        client.create_table(**table_definition("Cats", id="S"))
        done = [put("Cats", {"id": {"S": "done"}}), put("Cats", {"id": {"S": "too"}})]
        client.transact_write_items(TransactItems=done, ClientRequestToken="done")

        def transact():
            try:
                client.transact_write_items(TransactItems=[put("Cats", TOM), put("Cats", {"id": {"S": "kit"}})])
            except Exception:
                pass

        holder = threading.Thread(target=transact, daemon=True)
        holder.start()
        while not is_held(client):
            pass
        server.kill()
        server.start()
        holder.join()
        client.transact_write_items(TransactItems=done, ClientRequestToken="done")
        found = {item["id"]["S"] for item in client.scan(TableName="Cats", ConsistentRead=True)["Items"]}

    # boto3 sends the transaction that was cut short again by itself, so it is there as a whole or not at all.
    assert found in ({"done", "too"}, {"done", "too", "tom", "kit"})
