"""Items that expire, as a program with boto3 meets them; the clock is moved through the admin interface."""

import json
import urllib.request

import boto3
import pytest
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

from harness.clients import session_options
from harness.definitions import attribute_definitions, index, key_schema
from harness.server import Server

START = 1_767_225_600
CLOCK = ("--clock", "manual:2026-01-01T00:00:00Z")


def advance(server, duration):
    body = json.dumps({"advance": duration}).encode()
    request = urllib.request.Request(f"{server.url}/_apus/clock", data=body, method="POST")
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert answer.status == 200


def switch(table, enabled):
    specification = {"AttributeName": "expires", "Enabled": enabled}
    table.meta.client.update_time_to_live(TableName=table.name, TimeToLiveSpecification=specification)


def create(server, region, name="Visits"):
    """A table with an index of each kind, whose items expire."""
    resource = boto3.resource("dynamodb", **session_options(server.url, region))
    table = resource.create_table(
        TableName=name,
        AttributeDefinitions=attribute_definitions(id="S", at="N", town="S"),
        KeySchema=key_schema("id", "at"),
        BillingMode="PAY_PER_REQUEST",
        GlobalSecondaryIndexes=[index("towns", "town")],
        LocalSecondaryIndexes=[index("local", "id", "town")],
    )
    switch(table, True)
    return table


def counts(table):
    """How many items the table and its indexes have."""
    by_town = table.query(IndexName="towns", KeyConditionExpression=Key("town").eq("Ulm"), Select="COUNT")["Count"]
    by_id = table.query(IndexName="local", KeyConditionExpression=Key("id").eq("tom"), Select="COUNT")["Count"]
    return [table.scan(Select="COUNT", ConsistentRead=True)["Count"], by_town, by_id]


def fill(table):
    with table.batch_writer() as batch:
        for at in range(100):
            batch.put_item(Item={"id": "tom", "at": at, "town": "Ulm", "expires": START + at})


@pytest.fixture
def server():
    with Server(None, *CLOCK) as server:
        yield server


def test_items_leave_the_table_and_its_indexes(server, region):
    table = create(server, region)
    fill(table)

    # Those of the first second have gone, since the clock stands there.
    advance(server, "29s")
    first = counts(table)
    alive = table.scan(FilterExpression=Attr("expires").gt(START + 40), Select="COUNT")["Count"]
    advance(server, "1h")

    assert first == [70, 70, 70]
    assert alive == 59
    assert counts(table) == [0, 0, 0]
    with urllib.request.urlopen(f"{server.url}/metrics", timeout=60) as page:
        sample = f'apus_time_to_live_deleted_items_total{{region="{region}",table="Visits",index=""}} 100'
        assert sample in page.read().decode()


def test_removals_use_no_capacity(server, region):
    table = create(server, region)
    fill(table)
    url = f"{server.url}/_apus/throughput?table=Visits&region={region}"

    with urllib.request.urlopen(url, timeout=60) as page:
        before = json.load(page)["tables"][0]["write"]["consumedUnits"]
    advance(server, "1h")
    with urllib.request.urlopen(url, timeout=60) as page:
        after = json.load(page)["tables"][0]["write"]["consumedUnits"]

    assert counts(table) == [0, 0, 0]
    assert after == before > 0


def test_a_switch_too_soon(server, region):
    table = create(server, region)

    with pytest.raises(ClientError) as caught:
        switch(table, False)
    advance(server, "1h")
    switch(table, False)

    assert caught.value.response["Error"] == {
        "Code": "ValidationException",
        "Message": "Time to live has been modified multiple times within a fixed interval",
    }
    described = table.meta.client.describe_time_to_live(TableName="Visits")["TimeToLiveDescription"]
    assert described == {"TimeToLiveStatus": "DISABLED"}


def test_what_came_due_while_the_server_was_away(tmp_path, region):
    with Server(tmp_path / "data", *CLOCK) as server:
        fill(create(server, region))
    with Server(tmp_path / "data", "--clock", "manual:2026-01-01T00:01:00Z") as server:
        # The answer waits until the items are gone.
        advance(server, "0s")
        table = boto3.resource("dynamodb", **session_options(server.url, region)).Table("Visits")
        assert counts(table) == [39, 39, 39]


def test_removals_are_in_the_stream_as_the_service_s_own(server, region):
    table = create(server, region)
    table.update(StreamSpecification={"StreamEnabled": True, "StreamViewType": "OLD_IMAGE"})
    table.reload()
    fill(table)

    advance(server, "1h")

    removals = [record for record in records(server, region, table) if record["eventName"] == "REMOVE"]
    assert sorted(int(record["dynamodb"]["Keys"]["at"]["N"]) for record in removals) == list(range(100))
    assert all(record["dynamodb"]["OldImage"]["town"] == {"S": "Ulm"} for record in removals)
    service = {"Type": "Service", "PrincipalId": "dynamodb.amazonaws.com"}
    assert all(record["userIdentity"] == service for record in removals)


def records(server, region, table):
    """All records of the stream of a table."""
    streams = boto3.client("dynamodbstreams", **session_options(server.url, region))
    found = []
    shards = streams.describe_stream(StreamArn=table.latest_stream_arn)["StreamDescription"]["Shards"]
    for shard in shards:
        iterator = streams.get_shard_iterator(
            StreamArn=table.latest_stream_arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
        )["ShardIterator"]
        while iterator:
            page = streams.get_records(ShardIterator=iterator)
            found += page["Records"]
            iterator = page.get("NextShardIterator") if page["Records"] else None
    return found
