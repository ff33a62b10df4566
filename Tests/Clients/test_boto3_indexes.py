"""boto3 makes secondary indexes, writes to their tables, and queries and scans them."""

import pytest
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

from harness.definitions import attribute_definitions, index, key_schema
from harness.waiting import wait_for_index, wait_while_index

ATTRIBUTES = {"id": "S", "visit": "N", "bill": "N", "vet": "S", "ward": "S", "floor": "N", "bed": "N", "day": "S"}


@pytest.fixture
def visits(resource, request):
    """An empty table of visits, with the local index byBill and the global ones byVet and byBed."""
    made = resource.create_table(
        TableName=f"{request.node.originalname}_visits",
        AttributeDefinitions=attribute_definitions(**ATTRIBUTES),
        KeySchema=key_schema("id", "visit"),
        LocalSecondaryIndexes=[index("byBill", "id", "bill", projection="KEYS_ONLY")],
        GlobalSecondaryIndexes=[
            index("byVet", "vet", "visit", projection=["pet"]),
            index("byBed", "ward floor", "bed day"),
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    made.wait_until_exists()
    yield made
    made.delete()
    made.wait_until_not_exists()


def write(table, items):
    with table.batch_writer() as batch:
        for item in items:
            batch.put_item(Item=item)


def visits_of(answer):
    return [int(item["visit"]) for item in answer["Items"]]


def test_description_tells_the_indexes(visits):
    visits.load()
    local = {index["IndexName"]: index for index in visits.local_secondary_indexes}
    indexes = {index["IndexName"]: index for index in visits.global_secondary_indexes}

    assert local.keys() == {"byBill"} and indexes.keys() == {"byVet", "byBed"}
    assert local["byBill"]["KeySchema"] == key_schema("id", "bill")
    assert local["byBill"]["Projection"] == {"ProjectionType": "KEYS_ONLY"}
    assert "IndexStatus" not in local["byBill"]
    assert indexes["byVet"]["KeySchema"] == key_schema("vet", "visit")
    assert indexes["byVet"]["Projection"] == {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["pet"]}
    assert indexes["byBed"]["KeySchema"] == key_schema("ward floor", "bed day")
    assert {index["IndexStatus"] for index in indexes.values()} == {"ACTIVE"}
    assert indexes["byVet"]["IndexArn"] == f"{visits.table_arn}/index/byVet"
    assert sorted(item["AttributeName"] for item in visits.attribute_definitions) == sorted(ATTRIBUTES)


def test_query_of_a_global_index(visits):
    write(
        visits,
        (
            {"id": "tom", "visit": visit, "vet": "Ann" if visit % 2 == 0 else "Bob", "pet": f"cat{visit}", "note": "hi"}
            for visit in range(12)
        ),
    )

    answer = visits.query(
        IndexName="byVet",
        KeyConditionExpression=Key("vet").eq("Ann") & Key("visit").gte(4),
        FilterExpression=Attr("id").eq("tom") & ~Attr("pet").eq("cat8"),
        ScanIndexForward=False,
    )

    assert answer["Items"] == [
        {"id": "tom", "visit": visit, "vet": "Ann", "pet": f"cat{visit}"} for visit in (10, 6, 4)
    ]
    assert (answer["Count"], answer["ScannedCount"]) == (3, 4)


def test_query_of_a_local_index_fetches_from_the_table(visits):
    items = [{"id": "tom", "visit": visit, "bill": 20 - visit, "note": f"note {visit}"} for visit in range(9)]
    write(visits, items)
    condition = Key("id").eq("tom") & Key("bill").between(14, 17)

    keys = visits.query(IndexName="byBill", KeyConditionExpression=condition, ConsistentRead=True)
    whole = visits.query(
        IndexName="byBill", KeyConditionExpression=condition, ConsistentRead=True, Select="ALL_ATTRIBUTES"
    )
    some = visits.query(
        IndexName="byBill", KeyConditionExpression=condition, ProjectionExpression="note", ScanIndexForward=False
    )

    assert keys["Items"] == [{"id": "tom", "visit": visit, "bill": 20 - visit} for visit in (6, 5, 4, 3)]
    assert whole["Items"] == [items[visit] for visit in (6, 5, 4, 3)]
    assert some["Items"] == [{"note": f"note {visit}"} for visit in (3, 4, 5, 6)]


def test_query_of_an_index_with_several_key_attributes(visits):
    write(
        visits,
        (
            {"id": "tom", "visit": visit, "ward": "east", "floor": visit % 2, "bed": visit % 4, "day": f"{visit:02}"}
            for visit in range(24)
        ),
    )
    floor = Key("ward").eq("east") & Key("floor").eq(0)

    whole_floor = visits.query(IndexName="byBed", KeyConditionExpression=floor)
    one_bed = visits.query(IndexName="byBed", KeyConditionExpression=floor & Key("bed").eq(2) & Key("day").gt("10"))

    assert visits_of(whole_floor) == [*range(0, 24, 4), *range(2, 24, 4)]
    assert visits_of(one_bed) == [14, 18, 22]


def test_scan_of_an_index_sees_only_what_has_its_key(visits):
    write(visits, ({"id": f"cat{n}", "visit": n, "pet": "cat"} | ({"vet": "Ann"} if n % 3 else {}) for n in range(30)))

    answer = visits.scan(IndexName="byVet", FilterExpression=Attr("visit").lt(10) & Attr("pet").exists())

    assert sorted(visits_of(answer)) == [1, 2, 4, 5, 7, 8]
    assert answer["ScannedCount"] == 20


def test_entries_follow_their_item(visits):
    key = {"id": "tom", "visit": 1}
    seen = []

    def see():
        seen.append([(item["vet"], item.get("pet")) for item in visits.scan(IndexName="byVet")["Items"]])

    visits.put_item(Item=key | {"vet": "Ann", "pet": "cat"}, ConditionExpression=Attr("id").not_exists())
    see()
    with pytest.raises(ClientError, match="The conditional request failed"):
        visits.put_item(Item=key | {"vet": "Eve"}, ConditionExpression=Attr("vet").eq("Bob"))
    see()
    visits.update_item(
        Key=key,
        UpdateExpression="SET vet = :vet",
        ConditionExpression=Attr("vet").eq("Ann"),
        ExpressionAttributeValues={":vet": "Bob"},
    )
    see()
    visits.update_item(Key=key, UpdateExpression="REMOVE pet")
    see()
    visits.update_item(Key=key, UpdateExpression="REMOVE vet")
    see()
    visits.put_item(Item=key | {"vet": "Cid"})
    see()
    visits.delete_item(Key=key, ConditionExpression=Attr("vet").eq("Cid"))
    see()

    assert seen == [[("Ann", "cat")], [("Ann", "cat")], [("Bob", "cat")], [("Bob", None)], [], [("Cid", None)], []]


def test_an_index_key_of_the_wrong_type_is_refused(visits):
    with pytest.raises(ClientError) as failure:
        visits.put_item(Item={"id": "tom", "visit": 1, "vet": 7})

    assert failure.value.response["Error"]["Code"] == "ValidationException"
    assert visits.scan()["Items"] == []


def test_batch_writer_writes_and_deletes_entries(visits):
    with visits.batch_writer(overwrite_by_pkeys=["id", "visit"]) as batch:
        for visit in range(60):
            batch.put_item(Item={"id": "tom", "visit": visit, "vet": "Ann", "bill": visit})
            batch.put_item(Item={"id": "tom", "visit": visit, "vet": "Bob", "bill": -visit})
        for visit in range(0, 60, 2):
            batch.delete_item(Key={"id": "tom", "visit": visit})

    assert visits_of(visits.scan(IndexName="byVet")) == list(range(1, 60, 2))
    bills = visits.query(IndexName="byBill", KeyConditionExpression=Key("id").eq("tom"))
    assert visits_of(bills) == list(range(59, 0, -2))
    assert visits.query(IndexName="byVet", KeyConditionExpression=Key("vet").eq("Ann"))["Count"] == 0


@pytest.mark.parametrize("operation", ["query", "scan"])
def test_small_pages_of_equal_index_keys(client, visits, operation):
    names = [f"cat{number:02}" for number in range(41)]
    write(visits, ({"id": name, "visit": 7, "vet": "Ann"} for name in names))
    request = {"TableName": visits.name, "IndexName": "byVet"}
    if operation == "query":
        request |= {
            "KeyConditionExpression": "vet = :vet AND visit = :visit",
            "ExpressionAttributeValues": {":vet": {"S": "Ann"}, ":visit": {"N": "7"}},
        }

    pages = list(client.get_paginator(operation).paginate(**request, PaginationConfig={"PageSize": 3}))

    assert sorted(item["id"]["S"] for page in pages for item in page["Items"]) == names
    assert [page["Count"] for page in pages[:13]] == [3] * 13
    assert pages[0]["LastEvaluatedKey"].keys() == {"id", "visit", "vet"}


def test_pages_of_a_local_index_keep_its_order(client, visits):
    write(visits, ({"id": "tom", "visit": visit, "bill": visit % 5} for visit in range(40)))
    request = {
        "TableName": visits.name,
        "IndexName": "byBill",
        "KeyConditionExpression": "id = :id",
        "ExpressionAttributeValues": {":id": {"S": "tom"}},
    }

    for forward in (True, False):
        pages = client.get_paginator("query").paginate(
            **request, ScanIndexForward=forward, PaginationConfig={"PageSize": 3}
        )
        seen = [(int(item["bill"]["N"]), int(item["visit"]["N"])) for page in pages for item in page["Items"]]
        bills = [bill for bill, _ in seen]

        assert bills == sorted(bills, reverse=not forward)
        assert sorted(seen) == sorted((visit % 5, visit) for visit in range(40))


def test_a_paginator_goes_on_from_its_token(client, visits):
    write(visits, ({"id": f"cat{visit}", "visit": visit, "vet": "Ann"} for visit in range(17)))
    request = {
        "TableName": visits.name,
        "IndexName": "byVet",
        "KeyConditionExpression": "vet = :vet",
        "ExpressionAttributeValues": {":vet": {"S": "Ann"}},
    }

    parts, token = [], None
    while not parts or token:
        limits = {"MaxItems": 5, "PageSize": 2, "StartingToken": token}
        answer = client.get_paginator("query").paginate(**request, PaginationConfig=limits).build_full_result()
        parts.append([int(item["visit"]["N"]) for item in answer["Items"]])
        token = answer.get("NextToken")

    assert [visit for part in parts for visit in part] == list(range(17))
    assert [len(part) for part in parts[:4]] == [5, 5, 5, 2]


def test_segments_of_an_index_share_its_entries_out(client, visits):
    write(visits, ({"id": "tom", "visit": visit, "vet": f"vet{visit % 20}"} for visit in range(80)))

    shares = []
    for segment in range(4):
        pages = client.get_paginator("scan").paginate(
            TableName=visits.name,
            IndexName="byVet",
            Segment=segment,
            TotalSegments=4,
            PaginationConfig={"PageSize": 3},
        )
        shares.append([(item["vet"]["S"], int(item["visit"]["N"])) for page in pages for item in page["Items"]])

    assert sorted(visit for share in shares for _, visit in share) == list(range(80))
    assert sum(len({vet for vet, _ in share}) for share in shares) == 20, "a partition is split over segments"


def test_an_index_joins_and_leaves_a_table_in_use(client, resource, table):
    write(table, ({"id": f"cat{n}", "visit": n} | ({"vet": "Ann"} if n % 2 else {}) for n in range(50)))
    table.load()
    earlier = resource.Table(table.name)
    earlier.load()

    def describe():
        return client.describe_table(TableName=table.name)["Table"]

    updated = table.update(
        AttributeDefinitions=attribute_definitions(id="S", visit="N", vet="S"),
        GlobalSecondaryIndexUpdates=[{"Create": index("byVet", "vet", "visit")}],
    )
    assert updated.name == table.name
    wait_for_index(describe, "byVet")
    table.put_item(Item={"id": "late", "visit": 99, "vet": "Ann"})
    found = table.query(IndexName="byVet", KeyConditionExpression=Key("vet").eq("Ann"))

    assert visits_of(found) == [*range(1, 50, 2), 99]
    assert earlier.global_secondary_indexes is None
    earlier.reload()
    assert [index["IndexName"] for index in earlier.global_secondary_indexes] == ["byVet"]
    assert len(earlier.attribute_definitions) == 3

    earlier.update(GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": "byVet"}}])
    wait_while_index(describe, "byVet")
    earlier.reload()

    assert earlier.global_secondary_indexes is None
    assert len(earlier.attribute_definitions) == 2
    with pytest.raises(ClientError, match="The table does not have the specified index: byVet"):
        table.query(IndexName="byVet", KeyConditionExpression=Key("vet").eq("Ann"))
    assert len(table.scan()["Items"]) == 51
