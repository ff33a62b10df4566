"""Seeded random sums and differences are exact, or refused: never rounded."""

import random
from decimal import Context, Decimal, Inexact, localcontext

import pytest

from harness.server import Server
from harness.wire import Connection

ROUNDS = 400
OVERFLOW = "Number overflow. Attempting to store a number with magnitude larger than supported range"
UNDERFLOW = "Number underflow. Attempting to store a number with magnitude smaller than supported range"


@pytest.fixture(scope="module")
def connection():
    with Server() as server, Connection(server.url) as connection:
        connection.create_table("Sums", id="S")
        yield connection


def random_number(chance):
    digits = chance.randint(1, 38)
    mantissa = chance.randrange(10**digits) if chance.random() < 0.9 else 10**digits - 1
    number = Decimal(mantissa).scaleb(chance.choice([-40, -38, -20, -5, -1, 0, 0, 0, 1, 2, 20]))
    return -number if chance.random() < 0.5 else number


def exact(left, sign, right):
    """The exact result where it has at most 38 digits, else None."""
    with localcontext(Context(prec=400)):
        result = left + right if sign == "+" else left - right
    try:
        return Context(prec=38, traps=[Inexact]).create_decimal(result)
    except Inexact:
        return None


def test_sums_and_differences(connection, seed):
    chance = random.Random(seed)
    exact_results = 0
    for _ in range(ROUNDS):
        left, sign, right = random_number(chance), chance.choice("+-"), random_number(chance)
        request = {
            "TableName": "Sums",
            "Key": {"id": {"S": "tom"}},
            "UpdateExpression": f"SET v = :left {sign} :right",
            "ExpressionAttributeValues": {":left": {"N": str(left)}, ":right": {"N": str(right)}},
            "ReturnValues": "UPDATED_NEW",
        }

        answer = connection.call("UpdateItem", request)

        expected = exact(left, sign, right)
        if expected is None:
            assert answer.json.get("message") in (OVERFLOW, UNDERFLOW), f"{left} {sign} {right}: {answer.body}"
        else:
            exact_results += 1
            assert answer.status == 200, f"{left} {sign} {right}: {answer.body}"
            assert Decimal(answer.json["Attributes"]["v"]["N"]) == expected, f"{left} {sign} {right}"
    assert exact_results > ROUNDS / 10
