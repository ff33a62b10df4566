"""Values come back through boto3 exactly as they went in."""

from decimal import Decimal

import pytest
from boto3.dynamodb.conditions import Key
from boto3.dynamodb.types import Binary

from harness.definitions import table_definition

COMPOSED = "Zo\u00eb"
DECOMPOSED = "Zoe\u0308"

VALUES = {
    "string": "tom",
    "empty string": "",
    "control characters": "".join(map(chr, range(32))) + "\x7f",
    "line separators": "a\u2028b\u2029c\u0085d",
    "astral string": "😸 \U0010ffff 𐀀",
    "number": Decimal("12.5"),
    "38 digits": Decimal("1234567890123456789.0123456789012345678"),
    "38 nines": Decimal("9" * 38),
    "smallest number": Decimal("1E-130"),
    "negative number": Decimal("-" + "9" * 20 + "." + "9" * 18),
    "binary": Binary(bytes(range(256))),
    "empty binary": Binary(b""),
    "true": True,
    "false": False,
    "null": None,
    "string set": {"a", "", COMPOSED, DECOMPOSED},
    "number set": {Decimal(1), Decimal("-0.5"), Decimal("1E+30")},
    "binary set": {Binary(b"\x00"), Binary(b"")},
    "list": ["a", Decimal(1), [], {}, [None, [True]]],
    "map": {"deep": {"deeper": {}}, COMPOSED: Decimal(1), DECOMPOSED: Decimal(2)},
}


@pytest.mark.parametrize("value", [pytest.param(value, id=name) for name, value in VALUES.items()])
def test_value_comes_back(table, value):
    table.put_item(Item={"id": "tom", "visit": 1, "value": value})

    read = table.get_item(Key={"id": "tom", "visit": 1})["Item"]["value"]

    assert read == value
    assert type(read) is type(value)


def test_all_values_in_one_item(table):
    item = {"id": "tom", "visit": 1} | VALUES

    table.put_item(Item=item)

    assert table.get_item(Key={"id": "tom", "visit": 1})["Item"] == item


def test_canonically_equivalent_texts_are_different_keys(table):
    table.put_item(Item={"id": COMPOSED, "visit": 1, "form": "composed"})
    table.put_item(Item={"id": DECOMPOSED, "visit": 1, "form": "decomposed"})

    forms = [table.get_item(Key={"id": name, "visit": 1})["Item"]["form"] for name in (COMPOSED, DECOMPOSED)]

    assert forms == ["composed", "decomposed"]
    assert table.scan(Select="COUNT")["Count"] == 2


def test_canonically_equivalent_texts_are_different_names(table):
    table.put_item(Item={"id": "tom", "visit": 1, COMPOSED: "one", DECOMPOSED: "two"})

    updated = table.update_item(
        Key={"id": "tom", "visit": 1},
        UpdateExpression="SET #composed = :three REMOVE #decomposed",
        ExpressionAttributeNames={"#composed": COMPOSED, "#decomposed": DECOMPOSED},
        ExpressionAttributeValues={":three": "three"},
        ReturnValues="ALL_NEW",
    )

    assert updated["Attributes"] == {"id": "tom", "visit": 1, COMPOSED: "three"}


def test_texts_sort_by_their_bytes(resource):
    table = resource.create_table(**table_definition("texts_sort_by_their_bytes", id="S", place="S"))
    places = ["Z", "a", "a\x00", "a\x00b", "ab", COMPOSED, DECOMPOSED, "\u00ff", "\uffff", "\U00010000", "\U0010ffff"]
    with table.batch_writer() as batch:
        for place in reversed(places):
            batch.put_item(Item={"id": "tom", "place": place})

    answer = table.query(KeyConditionExpression=Key("id").eq("tom"))

    assert [item["place"] for item in answer["Items"]] == sorted(places, key=lambda place: place.encode())
    table.delete()


def test_numbers_sort_by_their_value(client, table):
    """By the client, since boto3's resource reads no number of more than 38 digits, be they zeros."""
    numbers = (
        "-9E125 -1E38 -12345678901234567890123456789012345678 -10 -9.99 -1 -0.5 -1E-130 0 "
        "1E-130 0.001 0.01 1 1.00000000000000000000000000000000001 9 10 11 99 100 1E38 9E125"
    ).split()
    for number in reversed(numbers):
        client.put_item(TableName=table.name, Item={"id": {"S": "tom"}, "visit": {"N": number}})

    answer = client.query(
        TableName=table.name,
        KeyConditionExpression="id = :id",
        ExpressionAttributeValues={":id": {"S": "tom"}},
    )

    assert [Decimal(item["visit"]["N"]) for item in answer["Items"]] == [Decimal(number) for number in numbers]
