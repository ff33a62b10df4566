"""Seeded random keys of each type: queries answer in order, in ranges, in pages, as a sorted list would."""

import base64
import random
from decimal import Decimal

import pytest

from harness.server import Server
from harness.wire import Connection

KEYS = 150
QUERIES = 60
ALPHABET = "\x00\x01 aAbBzZ\x7fé\u0301ü\u2028\ufffd\uffff😸\U0010ffff"


def random_number(chance):
    digits = chance.randint(1, 38)
    mantissa = chance.randrange(10 ** (digits - 1), 10**digits)
    number = Decimal(mantissa).scaleb(chance.choice([-130, -40, -3, -1, 0, 1, 5, 80]))
    return -number if chance.random() < 0.5 else number


def random_text(chance):
    return "".join(chance.choices(ALPHABET, k=chance.randint(1, 6)))


def random_bytes(chance):
    return bytes(chance.choices([0, 1, 127, 128, 254, 255], k=chance.randint(1, 5)))


KINDS = {
    "N": (random_number, str, Decimal, lambda key: key),
    "S": (random_text, str, str, lambda key: key.encode()),
    "B": (random_bytes, lambda key: base64.b64encode(key).decode(), base64.b64decode, lambda key: key),
}
RANGES = {
    "sk = :low": lambda key, low, high: key == low,
    "sk < :low": lambda key, low, high: key < low,
    "sk <= :low": lambda key, low, high: key <= low,
    "sk > :low": lambda key, low, high: key > low,
    "sk >= :low": lambda key, low, high: key >= low,
    "sk BETWEEN :low AND :high": lambda key, low, high: low <= key <= high,
    "begins_with(sk, :low)": lambda key, low, high: key.startswith(low),
}


@pytest.fixture(scope="module")
def connection():
    with Server() as server, Connection(server.url) as connection:
        yield connection


@pytest.mark.parametrize("kind", KINDS)
def test_queries_answer_as_a_sorted_list_would(connection, kind, seed):
    make, written, read, order = KINDS[kind]
    chance = random.Random(f"{seed}-{kind}")
    table = f"Order{kind}"
    connection.create_table(table, pk="S", sk=kind)
    keys = sorted({make(chance) for _ in range(KEYS)}, key=order)
    for key in chance.sample(keys, len(keys)):
        item = {"pk": {"S": "one"}, "sk": {kind: written(key)}}
        connection.result("PutItem", {"TableName": table, "Item": item})

    for _ in range(QUERIES):
        condition = chance.choice([name for name in RANGES if kind != "N" or "begins" not in name])
        low, high = sorted((chance.choice(keys), make(chance)), key=order)
        request = query(table, condition, {kind: written(low)}, {kind: written(high)}, chance)

        found = [read(item["sk"][kind]) for item in all_items(connection, request)]

        expected = [key for key in keys if RANGES[condition](order(key), order(low), order(high))]
        assert found == (expected if request["ScanIndexForward"] else expected[::-1]), request


def query(table, condition, low, high, chance):
    """A query in either direction, in pages of any length; that for one item has no pages."""
    values = {":pk": {"S": "one"}, ":low": low} | ({":high": high} if ":high" in condition else {})
    pages = {} if condition == "sk = :low" else {"Limit": chance.randint(1, KEYS)}
    return pages | {
        "TableName": table,
        "KeyConditionExpression": f"pk = :pk AND {condition}",
        "ExpressionAttributeValues": values,
        "ScanIndexForward": chance.random() < 0.5,
    }


def all_items(connection, request):
    """The items of all pages of a query."""
    found = []
    while True:
        page = connection.result("Query", request)
        found += page["Items"]
        if "LastEvaluatedKey" not in page:
            return found
        request = request | {"ExclusiveStartKey": page["LastEvaluatedKey"]}
