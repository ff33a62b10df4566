"""boto3 creates, writes, reads, queries, scans, batches and deletes."""

import pytest
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

from harness.definitions import attribute_definitions, key_schema, table_definition, units


def test_table_life(client):
    name = "table_life"
    client.create_table(
        TableName=name,
        AttributeDefinitions=attribute_definitions(id="S"),
        KeySchema=key_schema("id"),
        ProvisionedThroughput=units(5),
    )

    client.get_waiter("table_exists").wait(TableName=name)
    description = client.describe_table(TableName=name)["Table"]
    client.delete_table(TableName=name)
    client.get_waiter("table_not_exists").wait(TableName=name)

    assert description["TableStatus"] == "ACTIVE"
    assert description["CreationDateTime"].year >= 2024
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.describe_table(TableName=name)


def test_list_tables_in_pages(client):
    names = [f"page_of_tables_{number}" for number in range(5)]
    for name in names:
        client.create_table(**table_definition(name, id="S"))

    pages = list(client.get_paginator("list_tables").paginate(PaginationConfig={"PageSize": 2}))

    listed = [name for page in pages for name in page["TableNames"]]
    assert [name for name in listed if name in names] == names
    assert all(len(page["TableNames"]) <= 2 for page in pages)
    for name in names:
        client.delete_table(TableName=name)


def test_write_read_update_delete(table):
    key = {"id": "tom", "visit": 1}

    table.put_item(Item=key | {"vet": "Ann"})
    updated = table.update_item(
        Key=key,
        UpdateExpression="SET vet = :vet ADD bills :bill",
        ExpressionAttributeValues={":vet": "Bob", ":bill": 12},
        ReturnValues="ALL_NEW",
    )
    read = table.get_item(Key=key, ConsistentRead=True)
    deleted = table.delete_item(Key=key, ReturnValues="ALL_OLD")

    expected = key | {"vet": "Bob", "bills": 12}
    assert updated["Attributes"] == expected
    assert read["Item"] == expected
    assert deleted["Attributes"] == expected
    assert "Item" not in table.get_item(Key=key)


def test_failed_condition_shows_the_item(table):
    table.put_item(Item={"id": "tom", "visit": 1, "vet": "Ann"})

    with pytest.raises(ClientError) as failure:
        table.put_item(
            Item={"id": "tom", "visit": 1},
            ConditionExpression=Attr("id").not_exists(),
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )

    assert failure.value.response["Error"]["Code"] == "ConditionalCheckFailedException"
    assert failure.value.response["Item"]["vet"] == {"S": "Ann"}
    assert failure.value.response["ResponseMetadata"]["HTTPStatusCode"] == 400


def test_query_and_filter(table):
    with table.batch_writer() as batch:
        for visit in range(30):
            batch.put_item(Item={"id": "tom", "visit": visit, "even": visit % 2 == 0})

    answer = table.query(
        KeyConditionExpression=Key("id").eq("tom") & Key("visit").between(5, 9),
        FilterExpression=Attr("even").eq(True),
        ScanIndexForward=False,
    )

    assert [item["visit"] for item in answer["Items"]] == [8, 6]
    assert answer["ScannedCount"] == 5


def test_paginators_see_every_item_once(client, table):
    with table.batch_writer() as batch:
        for visit in range(137):
            batch.put_item(Item={"id": f"cat{visit % 7}", "visit": visit})

    scanned = [
        item["visit"]["N"]
        for page in client.get_paginator("scan").paginate(TableName=table.name, PaginationConfig={"PageSize": 10})
        for item in page["Items"]
    ]
    queried = [
        item["visit"]["N"]
        for page in client.get_paginator("query").paginate(
            TableName=table.name,
            KeyConditionExpression="id = :id",
            ExpressionAttributeValues={":id": {"S": "cat3"}},
            PaginationConfig={"PageSize": 4},
        )
        for item in page["Items"]
    ]

    assert sorted(map(int, scanned)) == list(range(137))
    assert queried == [str(visit) for visit in range(3, 137, 7)]


@pytest.mark.parametrize("segments", [1, 3, 16])
def test_segments_share_the_items_out(client, table, segments):
    with table.batch_writer() as batch:
        for number in range(100):
            batch.put_item(Item={"id": f"cat{number % 40}", "visit": number})

    shares = []
    for segment in range(segments):
        pages = client.get_paginator("scan").paginate(
            TableName=table.name, Segment=segment, TotalSegments=segments, PaginationConfig={"PageSize": 7}
        )
        shares.append([(item["id"]["S"], int(item["visit"]["N"])) for page in pages for item in page["Items"]])

    assert sorted(visit for share in shares for _, visit in share) == list(range(100))
    names = [{name for name, _ in share} for share in shares]
    assert sum(map(len, names)) == len(set.union(*names)), "a partition is split over segments"


def test_a_segment_goes_on_only_as_itself(client, table):
    with table.batch_writer() as batch:
        for number in range(60):
            batch.put_item(Item={"id": f"cat{number}", "visit": number})
    parts = [client.scan(TableName=table.name, Segment=number, TotalSegments=2, Limit=5) for number in range(2)]

    with pytest.raises(ClientError) as failure:
        client.scan(TableName=table.name, Segment=1, TotalSegments=2, ExclusiveStartKey=parts[0]["LastEvaluatedKey"])

    assert failure.value.response["Error"]["Message"] == (
        "The provided starting key is invalid: Invalid ExclusiveStartKey. "
        "Please use ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: 1"
    )


def test_batch_writer_and_batch_get(resource, table):
    with table.batch_writer() as batch:
        for visit in range(120):
            batch.put_item(Item={"id": "tom", "visit": visit})
        for visit in range(0, 120, 2):
            batch.delete_item(Key={"id": "tom", "visit": visit})

    keys = [{"id": "tom", "visit": visit} for visit in range(100)]
    answer = resource.batch_get_item(RequestItems={table.name: {"Keys": keys}})

    assert sorted(item["visit"] for item in answer["Responses"][table.name]) == list(range(1, 100, 2))
    assert answer["UnprocessedKeys"] == {}
    assert table.scan(Select="COUNT")["Count"] == 60


def test_batch_get_of_more_than_16_megabytes(client, table):
    keys = [{"id": {"S": "tom"}, "visit": {"N": str(visit)}} for visit in range(45)]
    for key in keys:
        client.put_item(TableName=table.name, Item=key | {"pad": {"S": "x" * 390_000}})

    first = client.batch_get_item(RequestItems={table.name: {"Keys": keys, "ConsistentRead": True}})
    left = first["UnprocessedKeys"]
    rest = client.batch_get_item(RequestItems=left)

    assert left[table.name]["ConsistentRead"] is True
    visits = [int(item["visit"]["N"]) for answer in (first, rest) for item in answer["Responses"][table.name]]
    assert sorted(visits) == list(range(45))
    assert rest["UnprocessedKeys"] == {}


def test_pages_of_one_megabyte(client, table):
    for visit in range(12):
        item = {"id": {"S": "tom"}, "visit": {"N": str(visit)}, "pad": {"S": "x" * 200_000}}
        client.put_item(TableName=table.name, Item=item)

    pages = list(client.get_paginator("scan").paginate(TableName=table.name))

    assert [int(item["visit"]["N"]) for page in pages for item in page["Items"]] == list(range(12))
    assert 2 <= len(pages) <= 4
