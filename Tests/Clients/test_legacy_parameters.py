"""boto3's client with the parameters from before there were expressions."""

import pytest
from botocore.exceptions import ClientError

from harness.definitions import attribute_definitions, index, table_definition

KEY = {"id": {"S": "tom"}, "visit": {"N": "1"}}


@pytest.fixture
def tom(client, table):
    """The table's name, with one item in it."""
    item = KEY | {"vet": {"S": "Ann"}, "bill": {"N": "12"}, "pets": {"SS": ["cat", "dog"]}}
    client.put_item(TableName=table.name, Item=item)
    return table.name


@pytest.fixture
def visits(client, table):
    """The table's name, with visits 0 to 9 of Tom in it, by Ann where the number is even and by Bob where not."""
    with table.batch_writer() as batch:
        for visit in range(10):
            batch.put_item(Item={"id": "tom", "visit": visit, "vet": "Bob" if visit % 2 else "Ann", "bill": visit * 10})
    return table.name


def condition(operator, *values):
    """A comparison as KeyConditions, Expected and the filters have it."""
    return {"ComparisonOperator": operator, "AttributeValueList": list(values)}


def visit_numbers(answer):
    return sorted(int(item["visit"]["N"]) for item in answer["Items"])


MET = [
    {"vet": {"Value": {"S": "Ann"}}},
    {"vet": {"Value": {"S": "Ann"}, "Exists": True}, "note": {"Exists": False}},
    {"bill": condition("BETWEEN", {"N": "10"}, {"N": "20"}), "vet": condition("BEGINS_WITH", {"S": "A"})},
    {"pets": condition("CONTAINS", {"S": "cat"}), "note": condition("NULL")},
    {"bill": condition("IN", {"N": "11"}, {"N": "12"})},
    {},
]
UNMET = [
    {"vet": {"Value": {"S": "Bob"}}},
    {"vet": {"Exists": False}},
    {"vet": {"Value": {"S": "Ann"}}, "bill": condition("GT", {"N": "12"})},
    {"note": condition("NOT_NULL")},
    {"note": condition("NOT_CONTAINS", {"S": "x"})},
]


@pytest.mark.parametrize("expected", MET)
def test_expected_that_is_met(client, tom, expected):
    client.put_item(TableName=tom, Item=KEY | {"vet": {"S": "Bob"}}, Expected=expected)

    assert client.get_item(TableName=tom, Key=KEY)["Item"] == KEY | {"vet": {"S": "Bob"}}


@pytest.mark.parametrize("expected", UNMET)
@pytest.mark.parametrize("operation", ["put_item", "update_item", "delete_item"])
def test_expected_that_is_not_met(client, tom, operation, expected):
    before = client.get_item(TableName=tom, Key=KEY)["Item"]
    request = {"Item": KEY} if operation == "put_item" else {"Key": KEY}

    with pytest.raises(client.exceptions.ConditionalCheckFailedException):
        getattr(client, operation)(TableName=tom, **request, Expected=expected)

    assert client.get_item(TableName=tom, Key=KEY)["Item"] == before


def test_one_of_the_expected_is_enough_for_or(client, tom):
    expected = {"vet": condition("EQ", {"S": "Bob"}), "bill": condition("LE", {"N": "12"})}

    client.delete_item(TableName=tom, Key=KEY, Expected=expected, ConditionalOperator="OR")

    assert "Item" not in client.get_item(TableName=tom, Key=KEY)


def test_attribute_updates(client, tom):
    answer = client.update_item(
        TableName=tom,
        Key=KEY,
        AttributeUpdates={
            "vet": {"Value": {"S": "Bob"}},
            "note": {"Value": {"S": "new"}, "Action": "PUT"},
            "bill": {"Value": {"N": "-2.5"}, "Action": "ADD"},
            "hits": {"Value": {"N": "1"}, "Action": "ADD"},
            "pets": {"Value": {"SS": ["dog"]}, "Action": "DELETE"},
            "none": {"Action": "DELETE"},
        },
        Expected={"vet": {"Value": {"S": "Ann"}}},
        ReturnValues="ALL_NEW",
    )

    assert answer["Attributes"] == KEY | {
        "vet": {"S": "Bob"},
        "note": {"S": "new"},
        "bill": {"N": "9.5"},
        "hits": {"N": "1"},
        "pets": {"SS": ["cat"]},
    }


def test_attribute_updates_of_an_absent_item(client, table):
    key = {"id": {"S": "rex"}, "visit": {"N": "1"}}

    client.update_item(TableName=table.name, Key=key, AttributeUpdates={"vet": {"Action": "DELETE"}})
    after_delete = client.get_item(TableName=table.name, Key=key)
    client.update_item(
        TableName=table.name, Key=key, AttributeUpdates={"hits": {"Value": {"N": "3"}, "Action": "ADD"}}
    )
    after_add = client.get_item(TableName=table.name, Key=key)

    assert "Item" not in after_delete
    assert after_add["Item"] == key | {"hits": {"N": "3"}}


@pytest.mark.parametrize(
    "range_condition, expected",
    [
        (None, range(10)),
        (condition("EQ", {"N": "3"}), [3]),
        (condition("GE", {"N": "7"}), [7, 8, 9]),
        (condition("BETWEEN", {"N": "2"}, {"N": "4"}), [2, 3, 4]),
    ],
)
def test_key_conditions(client, visits, range_condition, expected):
    conditions = {"id": condition("EQ", {"S": "tom"})} | ({"visit": range_condition} if range_condition else {})

    answer = client.query(TableName=visits, KeyConditions=conditions, ScanIndexForward=False)

    assert [int(item["visit"]["N"]) for item in answer["Items"]] == list(reversed(expected))


def test_key_conditions_of_an_index(client, table):
    name = f"{table.name}_by_vet"
    by_vet = {
        "AttributeDefinitions": attribute_definitions(id="S", vet="S", day="S"),
        "GlobalSecondaryIndexes": [index("byVet", "vet", "day")],
    }
    client.create_table(**table_definition(name, id="S") | by_vet)
    client.get_waiter("table_exists").wait(TableName=name)
    for number in range(6):
        item = {"id": f"cat{number}", "vet": "Ann", "day": f"2026-0{1 + number % 2}-{number:02}"}
        client.put_item(TableName=name, Item={key: {"S": value} for key, value in item.items()})

    answer = client.query(
        TableName=name,
        IndexName="byVet",
        KeyConditions={"vet": condition("EQ", {"S": "Ann"}), "day": condition("BEGINS_WITH", {"S": "2026-02"})},
        QueryFilter={"id": condition("NE", {"S": "cat3"})},
        AttributesToGet=["id"],
    )

    assert answer["Items"] == [{"id": {"S": "cat1"}}, {"id": {"S": "cat5"}}]
    assert answer["ScannedCount"] == 3
    client.delete_table(TableName=name)


AND, OR = {"ConditionalOperator": "AND"}, {"ConditionalOperator": "OR"}
FILTERS = [
    ({"vet": condition("EQ", {"S": "Ann"}), "bill": condition("GT", {"N": "40"})}, {}, [6, 8]),
    ({"vet": condition("EQ", {"S": "Ann"}), "bill": condition("LE", {"N": "40"})}, AND, [0, 2, 4]),
    ({"vet": condition("EQ", {"S": "Ann"}), "bill": condition("GT", {"N": "60"})}, OR, [0, 2, 4, 6, 7, 8, 9]),
    ({"bill": condition("IN", {"N": "0"}, {"N": "30"}, {"N": "35"})}, {}, [0, 3]),
    ({"note": condition("NE", {"S": "x"})}, {}, list(range(10))),
    ({"note": condition("NOT_NULL")}, {}, []),
]


@pytest.mark.parametrize("conditions, operator, expected", FILTERS)
def test_scan_filter(client, visits, conditions, operator, expected):
    answer = client.scan(TableName=visits, ScanFilter=conditions, **operator)

    assert visit_numbers(answer) == expected
    assert answer["ScannedCount"] == 10


@pytest.mark.parametrize("conditions, operator, expected", FILTERS)
def test_query_filter(client, visits, conditions, operator, expected):
    key_conditions = {"id": condition("EQ", {"S": "tom"})}

    answer = client.query(TableName=visits, KeyConditions=key_conditions, QueryFilter=conditions, **operator)

    assert visit_numbers(answer) == expected
    assert answer["ScannedCount"] == 10


@pytest.mark.parametrize("conditions", [{}, {"bill": condition("GT", {"N": "40"})}])
def test_an_operator_needs_two_conditions(client, visits, conditions):
    with pytest.raises(ClientError, match="ConditionalOperator") as failure:
        client.scan(TableName=visits, ScanFilter=conditions, ConditionalOperator="AND")

    assert failure.value.response["Error"]["Code"] == "ValidationException"


def test_attributes_to_get(client, visits):
    wanted = ["visit", "vet", "none"]
    expected = {"visit": {"N": "1"}, "vet": {"S": "Bob"}}

    gotten = client.get_item(TableName=visits, Key=KEY, AttributesToGet=wanted, ConsistentRead=True)
    batch = client.batch_get_item(RequestItems={visits: {"Keys": [KEY], "AttributesToGet": wanted}})
    queried = client.query(
        TableName=visits,
        KeyConditions={"id": condition("EQ", {"S": "tom"}), "visit": condition("EQ", {"N": "1"})},
        AttributesToGet=wanted,
    )
    scanned = client.scan(
        TableName=visits, ScanFilter={"visit": condition("EQ", {"N": "1"})}, AttributesToGet=wanted
    )

    assert gotten["Item"] == expected
    assert batch["Responses"][visits] == queried["Items"] == scanned["Items"] == [expected]


def test_legacy_and_expression_parameters_do_not_mix(client, visits):
    with pytest.raises(ClientError) as failure:
        client.get_item(TableName=visits, Key=KEY, AttributesToGet=["vet"], ProjectionExpression="vet")

    assert failure.value.response["Error"]["Message"] == (
        "Can not use both expression and non-expression parameters in the same request: "
        "Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}"
    )
