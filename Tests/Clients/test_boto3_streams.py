"""boto3 reads the streams of tables: what each view type shows, and what becomes of a stream and its shards."""

import json
import urllib.request

import boto3
import pytest

from Coverage.members import ELEMENT, members_within, path_text
from harness.clients import session_options
from harness.definitions import attribute_definitions, key_schema
from harness.server import Server

ALLOCATED = {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}


class Streams:
    """A server, and boto3's clients for its tables and its streams."""

    def __init__(self, server, region):
        self.server = server
        options = session_options(server.url, region)
        self.tables = boto3.client("dynamodb", **options)
        self.client = boto3.client("dynamodbstreams", **options)

    def create(self, name, view_type=None):
        """Creates a table, and answers the ARN of its stream, if it is to have one."""
        streaming = {"StreamSpecification": {"StreamEnabled": True, "StreamViewType": view_type}} if view_type else {}
        answer = self.tables.create_table(
            TableName=name,
            AttributeDefinitions=attribute_definitions(id="S"),
            KeySchema=key_schema("id"),
            ProvisionedThroughput=ALLOCATED,
            **streaming,
        )
        return answer["TableDescription"].get("LatestStreamArn")

    def switch(self, name, view_type=None):
        """Enables the stream of a table, or disables it, and answers the ARN of the latest."""
        wanted = {"StreamEnabled": True, "StreamViewType": view_type} if view_type else {"StreamEnabled": False}
        answer = self.tables.update_table(TableName=name, StreamSpecification=wanted)
        return answer["TableDescription"]["LatestStreamArn"]

    def put(self, name, key, **numbers):
        item = {"id": {"S": key}} | {attribute: {"N": str(number)} for attribute, number in numbers.items()}
        self.tables.put_item(TableName=name, Item=item)

    def describe(self, arn):
        return self.client.describe_stream(StreamArn=arn)["StreamDescription"]

    def shards(self, arn):
        """All shards, a page of two at a time."""
        found = []
        start = {}
        while True:
            page = self.client.describe_stream(StreamArn=arn, Limit=2, **start)["StreamDescription"]
            found += page["Shards"]
            if "LastEvaluatedShardId" not in page:
                return found
            start = {"ExclusiveStartShardId": page["LastEvaluatedShardId"]}

    def iterator(self, arn, shard, kind="TRIM_HORIZON", **place):
        answer = self.client.get_shard_iterator(
            StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType=kind, **place
        )
        return answer["ShardIterator"]

    def read(self, iterator, limit=2):
        """The records from an iterator on, and whether the shard has come to its end."""
        records = []
        while iterator:
            answer = self.client.get_records(ShardIterator=iterator, Limit=limit)
            records += answer["Records"]
            iterator = answer.get("NextShardIterator")
            if not answer["Records"]:
                break
        return records, iterator is None

    def records(self, arn):
        """All records, each shard after its parent."""
        return [record for shard in self.shards(arn) for record in self.read(self.iterator(arn, shard))[0]]

    def renew(self, name, how):
        request = urllib.request.Request(f"{self.server.url}/_apus/streams/{name}/{how}", method="POST")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["openShards"]


@pytest.fixture(scope="module")
def streams(region):
    with Server() as server:
        yield Streams(server, region)


@pytest.mark.parametrize(
    ("view_type", "shown"),
    [
        ("KEYS_ONLY", set()),
        ("NEW_IMAGE", {"NewImage"}),
        ("OLD_IMAGE", {"OldImage"}),
        ("NEW_AND_OLD_IMAGES", {"NewImage", "OldImage"}),
    ],
)
def test_what_a_view_type_shows(streams, view_type, shown):
    table = f"Views_{view_type}"
    arn = streams.create(table, view_type)
    streams.put(table, "tom", n=1)
    streams.put(table, "tom", n=1)
    streams.put(table, "tom", n=2)
    streams.tables.delete_item(TableName=table, Key={"id": {"S": "tom"}})

    records = streams.records(arn)

    assert [record["eventName"] for record in records] == ["INSERT", "MODIFY", "REMOVE"]
    images = [
        {name: image["n"]["N"] for name, image in record["dynamodb"].items() if name.endswith("Image")}
        for record in records
    ]
    told = [{"NewImage": "1"}, {"NewImage": "2", "OldImage": "1"}, {"OldImage": "2"}]
    assert images == [{name: image for name, image in item.items() if name in shown} for item in told]
    assert all(record["dynamodb"]["Keys"] == {"id": {"S": "tom"}} for record in records)
    assert all(record["dynamodb"]["StreamViewType"] == view_type for record in records)
    assert len({record["eventID"] for record in records}) == 3


def test_a_description(streams, region):
    arn = streams.create("Described", "NEW_IMAGE")

    description = streams.describe(arn)
    table = streams.tables.describe_table(TableName="Described")["Table"]

    assert description["StreamArn"] == arn == table["LatestStreamArn"]
    assert description["StreamLabel"] == table["LatestStreamLabel"]
    assert description["CreationRequestDateTime"] == table["CreationDateTime"]
    assert (description["StreamStatus"], description["StreamViewType"]) == ("ENABLED", "NEW_IMAGE")
    assert description["KeySchema"] == [{"AttributeName": "id", "KeyType": "HASH"}]
    assert [set(shard) for shard in description["Shards"]] == [{"ShardId", "SequenceNumberRange"}]
    listed = streams.client.list_streams(TableName="Described")["Streams"]
    assert listed == [{"StreamArn": arn, "TableName": "Described", "StreamLabel": description["StreamLabel"]}]


def test_places_in_a_shard(streams):
    arn = streams.create("Places", "KEYS_ONLY")
    for key in "abc":
        streams.put("Places", key)
    (shard,) = streams.shards(arn)
    numbers = [record["dynamodb"]["SequenceNumber"] for record in streams.records(arn)]
    latest = streams.iterator(arn, shard, "LATEST")
    streams.put("Places", "d")

    def keys(iterator):
        return "".join(record["dynamodb"]["Keys"]["id"]["S"] for record in streams.read(iterator)[0])

    assert keys(streams.iterator(arn, shard)) == "abcd"
    assert keys(latest) == "d"
    assert keys(streams.iterator(arn, shard, "AT_SEQUENCE_NUMBER", SequenceNumber=numbers[1])) == "bcd"
    assert keys(streams.iterator(arn, shard, "AFTER_SEQUENCE_NUMBER", SequenceNumber=numbers[1])) == "cd"
    assert keys(streams.iterator(arn, shard, "AT_TIMESTAMP", Timestamp=1_500_000_000)) == "abcd"


def test_a_reader_follows_shards_that_split_and_roll(streams):
    arn = streams.create("Lineage", "NEW_IMAGE")
    expected = []
    for number in range(60):
        key = f"cat{number % 7}"
        streams.put("Lineage", key, n=number)
        expected.append((key, str(number)))
        if number in (10, 40):
            streams.renew("Lineage", "split")
        if number == 25:
            streams.renew("Lineage", "roll")

    shards = streams.shards(arn)
    children = streams.client.describe_stream(
        StreamArn=arn, ShardFilter={"Type": "CHILD_SHARDS", "ShardId": shards[0]["ShardId"]}
    )["StreamDescription"]["Shards"]
    seen = [
        (record["dynamodb"]["Keys"]["id"]["S"], record["dynamodb"]["NewImage"]["n"]["N"])
        for record in streams.records(arn)
    ]

    assert len(shards) == 1 + 2 + 2 + 4
    assert {child["ShardId"] for child in children} == {shard["ShardId"] for shard in shards[1:3]}
    for key in {key for key, _ in expected}:
        assert [change for change in seen if change[0] == key] == [change for change in expected if change[0] == key]
    assert sorted(seen) == sorted(expected)
    ends = [streams.read(streams.iterator(arn, shard))[1] for shard in shards]
    assert ends == ["EndingSequenceNumber" in shard["SequenceNumberRange"] for shard in shards]


def test_a_stream_that_is_disabled_and_enabled_again(streams):
    first = streams.create("Switched", "KEYS_ONLY")
    streams.put("Switched", "a")
    assert streams.switch("Switched") == first
    streams.put("Switched", "b")
    second = streams.switch("Switched", "NEW_IMAGE")
    streams.put("Switched", "c")

    described = [streams.describe(arn) for arn in (first, second)]
    keys = [[record["dynamodb"]["Keys"]["id"]["S"] for record in streams.records(arn)] for arn in (first, second)]

    assert first != second
    assert [description["StreamStatus"] for description in described] == ["DISABLED", "ENABLED"]
    assert [description["StreamViewType"] for description in described] == ["KEYS_ONLY", "NEW_IMAGE"]
    assert keys == [["a"], ["c"]]
    listed = streams.client.list_streams(TableName="Switched")["Streams"]
    assert [stream["StreamArn"] for stream in listed] == [first, second]
    with pytest.raises(streams.tables.exceptions.ClientError, match="already has an enabled stream"):
        streams.switch("Switched", "NEW_IMAGE")


def test_the_stream_of_a_table_that_is_deleted(streams):
    arn = streams.create("Deleted", "OLD_IMAGE")
    streams.put("Deleted", "a", n=1)
    streams.tables.delete_item(TableName="Deleted", Key={"id": {"S": "a"}})

    streams.tables.delete_table(TableName="Deleted")

    assert streams.describe(arn)["StreamStatus"] == "DISABLED"
    assert [record["eventName"] for record in streams.records(arn)] == ["INSERT", "REMOVE"]
    other = streams.create("Deleted", "OLD_IMAGE")
    assert other != arn
    assert streams.records(other) == []


def test_a_restart(tmp_path, region):
    with Server(tmp_path / "store") as server:
        streams = Streams(server, region)
        arn = streams.create("Kept", "NEW_IMAGE")
        streams.put("Kept", "a", n=1)
        streams.renew("Kept", "split")
        streams.put("Kept", "a", n=2)
        disabled = streams.create("Disabled", "NEW_IMAGE")
        streams.put("Disabled", "a", n=1)
        streams.switch("Disabled")
        before = [streams.records(arn), streams.shards(arn), streams.records(disabled), streams.shards(disabled)]
        iterator = streams.iterator(arn, streams.shards(arn)[0])

        server.kill()
        server.start()
        streams = Streams(server, region)

        after = [streams.records(arn), streams.shards(arn), streams.records(disabled), streams.shards(disabled)]
        assert after == before
        assert [record["dynamodb"]["NewImage"]["n"]["N"] for record in streams.read(iterator)[0]] == ["1"]
        streams.put("Kept", "a", n=3)
        numbers = [record["dynamodb"]["NewImage"]["n"]["N"] for record in streams.records(arn)]
        assert numbers == ["1", "2", "3"]


def test_each_member_of_the_answers_is_told(streams):
    """All that botocore knows of, but for who removes what has expired."""
    arn = streams.create("Members", "NEW_AND_OLD_IMAGES")
    streams.put("Members", "a", n=1)
    streams.put("Members", "a", n=2)
    streams.renew("Members", "roll")
    shard = streams.shards(arn)[0]
    streams.create("OtherMembers", "KEYS_ONLY")
    answers = {
        "ListStreams": [streams.client.list_streams(Limit=1)],
        "DescribeStream": [
            streams.client.describe_stream(StreamArn=arn, Limit=1),
            streams.client.describe_stream(StreamArn=arn),
        ],
        "GetShardIterator": [{"ShardIterator": streams.iterator(arn, shard)}],
        "GetRecords": [
            streams.client.get_records(ShardIterator=streams.iterator(arn, of)) for of in streams.shards(arn)
        ],
    }

    model = streams.client.meta.service_model
    members = {
        f"{name}.{path_text(member.path)}"
        for name in model.operation_names
        for member in members_within(model.operation_model(name).output_shape, name, leaves=("AttributeValue",))
    }
    told = {
        f"{name}.{path_text(path)}" for name, given in answers.items() for answer in given for path in paths(answer)
    }

    assert sorted(answers) == sorted(model.operation_names)
    untold = {member for member in members - told if "userIdentity" not in member}
    assert untold == set()


def paths(value, around=()):
    """The ways to all members of an answer, in the form of the members of its shape."""
    if isinstance(value, list):
        for element in value:
            yield from paths(element, (*around, ELEMENT))
    elif isinstance(value, dict):
        for name, member in value.items():
            yield (*around, name)
            yield from paths(member, (*around, name))
