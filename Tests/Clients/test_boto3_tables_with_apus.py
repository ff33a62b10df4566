"""Tables that boto3 made, written and read by `apus`, and by boto3 in turn: both see the same items."""

import base64
import json
from decimal import Decimal

import pytest
from boto3.dynamodb.conditions import Key
from boto3.dynamodb.types import Binary, TypeDeserializer, TypeSerializer

from harness.command import ApusCommand
from harness.definitions import index, table_definition, units
from harness.loader import load

ITEMS = 120
PARTITIONS = 7

# Names are odd, but all are allowed: the longest and the shortest of tables, reserved words, accents, an emoji.
TABLES = {
    "string": table_definition("s-1", id="S"),
    "number": table_definition("a" * 255, **{"size": "N"}),
    "binary": table_definition("Binary_Table.v2-final", **{"na-me": "B"}),
    "string and number": table_definition("...", **{"partition.key": "S", "#sort": "N"}),
    "number and binary": table_definition("___", **{"clé": "N", ":value": "B"}),
    "binary and string": table_definition("_-.", **{"😸": "B", "KEY": "S"}),
    "string and string": table_definition("0.0", **{"Item": "S", "item": "S"}),
    "provisioned": table_definition("provisioned", id="S", visit="N")
    | {"BillingMode": "PROVISIONED", "ProvisionedThroughput": units(200)},
}
REST = {
    "text": 'é 😸 "quoted"\n\u0000\u2028',
    "none": "",
    "amount": Decimal("-12345678901234567890.123456789012345678"),
    "small": Decimal("1E-130"),
    "bytes": Binary(b"\x00\x01\xff"),
    "true": True,
    "null": None,
    "list": ["a", Decimal(1), [], {}],
    "map": {"S": {"N": "1"}, "deep": [{"deeper": False}]},
    "texts": {"", "a", "Zo\u00eb", "Zoe\u0308"},
    "numbers": {Decimal(1), Decimal("2.5")},
    "byte strings": {Binary(b""), Binary(b"a")},
}


@pytest.fixture
def apus(endpoint, region):
    return ApusCommand(endpoint, region)


@pytest.fixture(params=TABLES.values(), ids=TABLES)
def made(request, resource):
    """A table that boto3 made, gone after the test."""
    yield from make(resource, request.param)


@pytest.fixture
def indexed(resource):
    """A table with a local index and two global ones, one of which holds less than the items."""
    definition = table_definition("indexed.by-boto3", id="S", visit="N")
    definition["AttributeDefinitions"] += [
        {"AttributeName": "rank", "AttributeType": "N"},
        {"AttributeName": "photo", "AttributeType": "B"},
    ]
    definition["LocalSecondaryIndexes"] = [index("by rank".replace(" ", "."), "id", "rank")]
    definition["GlobalSecondaryIndexes"] = [
        index("ranks", "rank", "id"),
        index("photos", "photo", projection=["visit"]),
    ]
    yield from make(resource, definition)


def make(resource, definition):
    table = resource.create_table(**definition)
    table.wait_until_exists()
    yield table
    table.delete()
    table.wait_until_not_exists()


def key_value(kind, number):
    """Key values of a type, each number's own; texts and bytes of one length, so that they sort as the numbers do."""
    if kind == "N":
        return Decimal(number) / 4
    text = f"{number:04} é"
    return text if kind == "S" else Binary(text.encode())


def key_of(table, number):
    kinds = {entry["AttributeName"]: entry["AttributeType"] for entry in table.attribute_definitions}
    names = [entry["AttributeName"] for entry in table.key_schema]
    if len(names) == 1:
        return {names[0]: key_value(kinds[names[0]], number)}
    parts = (number % PARTITIONS, number)
    return {name: key_value(kinds[name], part) for name, part in zip(names, parts, strict=True)}


def items_for(table):
    return [key_of(table, number) | REST for number in range(ITEMS)]


def typed(item):
    """An item as DynamoDB types it; bytes as base64."""
    return json.dumps(as_json({name: TypeSerializer().serialize(value) for name, value in item.items()}))


def as_json(value):
    if isinstance(value, dict):
        return {name: as_json(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def parsed(lines):
    """The items of lines as DynamoDB types them, as boto3 has them."""
    return [from_json({"M": json.loads(line)}) for line in lines.split("\n") if line]


def from_json(value):
    (kind, inner), *_ = value.items()
    if kind == "M":
        return {name: from_json(member) for name, member in inner.items()}
    if kind == "L":
        return [from_json(member) for member in inner]
    if kind == "B":
        return Binary(base64.b64decode(inner))
    if kind == "BS":
        return {Binary(base64.b64decode(member)) for member in inner}
    return TypeDeserializer().deserialize(value)


def scanned(table):
    pages = table.meta.client.get_paginator("scan").paginate(TableName=table.name, ConsistentRead=True)
    return [item for page in pages for item in page["Items"]]


def assert_same(table, found, expected):
    """The same items, whichever order they come in."""
    names = [entry["AttributeName"] for entry in table.key_schema]

    def in_order(items):
        return sorted(items, key=lambda item: [repr(item[name]) for name in names])

    assert in_order(found) == in_order(expected)


def load_all(table, items, endpoint, folder, region):
    file = folder / "items.jsonl"
    file.write_text("".join(f"{typed(item)}\n" for item in items))
    outcome = load(table.name, file, url=endpoint, options=["--region", region])
    assert (outcome.code, outcome.written, outcome.read) == (0, len(items), len(items)), outcome.output


def test_what_apus_loads_boto3_reads(made, endpoint, region, tmp_path):
    items = items_for(made)

    load_all(made, items, endpoint, region=region, folder=tmp_path)

    assert_same(made, scanned(made), items)
    for number in (0, ITEMS - 1):
        assert made.get_item(Key=key_of(made, number), ConsistentRead=True)["Item"] == items[number]


def test_what_boto3_writes_apus_reads(apus, made):
    items = items_for(made)
    with made.batch_writer() as batch:
        for item in items:
            batch.put_item(Item=item)

    assert_same(made, parsed(apus("scan", made.name, "--typed")), items)
    keys = [typed(key_of(made, number)) for number in range(0, ITEMS, 10)]
    assert parsed(apus("get", made.name, *keys, "--typed")) == items[::10]


def test_what_apus_exports_it_loads_into_another_table_of_boto3(apus, made, resource, endpoint, region, tmp_path):
    items = items_for(made)
    with made.batch_writer() as batch:
        for item in items:
            batch.put_item(Item=item)
    definition = {"AttributeDefinitions": made.attribute_definitions, "KeySchema": made.key_schema}
    copies = make(resource, definition | {"TableName": "the.copy", "BillingMode": "PAY_PER_REQUEST"})
    copy = next(copies)

    apus("export", made.name, "--file", tmp_path / "all.jsonl.gz")
    outcome = load(copy.name, tmp_path / "all.jsonl.gz", url=endpoint, options=["--region", region])

    assert (outcome.code, outcome.written) == (0, ITEMS), outcome.output
    assert_same(copy, scanned(copy), items)
    next(copies, None)


def test_single_items_go_both_ways(apus, made):
    item, other = key_of(made, 1) | REST, key_of(made, 2) | {"small": Decimal(1)}

    assert apus("put", made.name, typed(item)) == "put 1 item\n"
    made.put_item(Item=other)

    assert made.get_item(Key=key_of(made, 1))["Item"] == item
    assert parsed(apus("get", made.name, typed(key_of(made, 2)), "--typed")) == [other]
    apus("delete", made.name, typed(key_of(made, 2)))
    assert scanned(made) == [item]


def test_indexes_show_boto3_and_apus_the_same(apus, indexed, endpoint, region, tmp_path):
    items = [
        item | ({"rank": Decimal(number % 5), "photo": Binary(bytes([number % 3]))} if number % 2 else {})
        for number, item in enumerate(items_for(indexed))
    ]
    load_all(indexed, items, endpoint, region=region, folder=tmp_path)

    partition = key_value("S", 3)
    local = {"IndexName": "by.rank", "KeyConditionExpression": Key("id").eq(partition) & Key("rank").gte(2)}
    shown = parsed(apus("query", indexed.name, partition, "--index", "by.rank", "--sort-from", 2, "--typed"))
    expected = [item for item in items if item["id"] == partition and item.get("rank", -1) >= 2]
    assert shown == indexed.query(**local)["Items"]
    assert_same(indexed, shown, expected)

    of_rank = {"IndexName": "ranks", "KeyConditionExpression": Key("rank").eq(3)}
    shown = parsed(apus("query", indexed.name, 3, "--index", "ranks", "--typed"))
    assert_same(indexed, shown, indexed.query(**of_rank)["Items"])
    assert_same(indexed, shown, [item for item in items if item.get("rank") == 3])

    entries = parsed(apus("scan", indexed.name, "--index", "photos", "--typed"))
    held = ["id", "visit", "photo"]
    assert_same(indexed, entries, [{name: item[name] for name in held} for item in items if "photo" in item])
