"""JSON that is broken or of the wrong kind: a refusal in JSON, never an error of the server's own."""

import json
import random

import pytest

from harness.mutations import changed_bytes, changed_expression, wrong_types
from harness.valid_requests import TABLE, VALID_REQUESTS
from harness.wire import Connection

BYTE_ROUNDS = 60
EXPRESSION_ROUNDS = 80
DEPTH = 100_000
DIGITS = 1_000_000
OPERATIONS = sorted(VALID_REQUESTS)


@pytest.fixture(scope="module")
def connection(server):
    with Connection(server.url) as connection:
        yield connection


def assert_answered(answer, body):
    """The answer is a success or a refusal, with JSON in its body and its headers right."""
    told = f"{body[:2_000]!r} got {answer.status} {answer.body[:300]!r}"
    assert answer.status in (200, 400), told
    assert isinstance(answer.json, dict), told
    assert not answer.envelope_faults(), told


def assert_refused(connection, operation, body, *errors):
    answer = connection.call(operation, body)
    assert_answered(answer, body if isinstance(body, (str, bytes)) else json.dumps(body))
    assert answer.error in errors, f"{body[:200]!r} got {answer.error}: {answer.body[:300]!r}"


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_requests_that_are_changed_here_are_valid(connection, operation):
    answer = connection.call(operation, VALID_REQUESTS[operation])

    assert answer.error in (
        None,
        "ResourceInUseException",
        "ResourceNotFoundException",
        "ConditionalCheckFailedException",
    )


@pytest.mark.parametrize("operation", OPERATIONS)
def test_wrong_types_at_each_member(connection, operation):
    for request in wrong_types(VALID_REQUESTS[operation]):
        body = json.dumps(request)
        assert_answered(connection.call(operation, body), body)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_changed_bytes(connection, operation, seed):
    chance = random.Random(f"{seed}-{operation}")
    for _ in range(BYTE_ROUNDS):
        body = changed_bytes(json.dumps(VALID_REQUESTS[operation]).encode(), chance)
        assert_answered(connection.call(operation, body), body)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_changed_expressions(connection, operation, seed):
    chance = random.Random(f"{seed}-{operation}")
    for _ in range(EXPRESSION_ROUNDS):
        body = json.dumps(changed_expression(VALID_REQUESTS[operation], chance))
        assert_answered(connection.call(operation, body), body)


@pytest.mark.parametrize("operation", ["PutItem", "Query", "BatchWriteItem"])
def test_every_beginning_of_a_request(connection, operation):
    whole = json.dumps(VALID_REQUESTS[operation])
    for length in range(len(whole)):
        assert_refused(connection, operation, whole[:length], "SerializationException")


def deep_value(opening, closing):
    return f'{{"TableName": "{TABLE}", "Item": {{"id": {opening * DEPTH}{closing * DEPTH}}}}}'


@pytest.mark.parametrize(
    "body",
    [
        "[" * DEPTH,
        "[" * DEPTH + "]" * DEPTH,
        '{"a":' * DEPTH,
        '{"a":' * DEPTH + "1" + "}" * DEPTH,
        deep_value('{"L":[', "]}"),
        deep_value('{"M":{"a":', "}}"),
        deep_value("[", "]"),
        f'{{"Ignored": {"[" * DEPTH}{"]" * DEPTH}, "TableName": "{TABLE}", "Item": {{}}}}',
    ],
    ids=["open lists", "lists", "open objects", "objects", "L", "M", "list for a value", "ignored member"],
)
def test_deep_nesting(connection, body):
    assert_refused(connection, "PutItem", body, "SerializationException", "ValidationException")


def deep_expression(opening, closing):
    return {"TableName": TABLE, "FilterExpression": opening * 1_000 + "a = b" + closing * 1_000}


@pytest.mark.parametrize("opening, closing", [("(", ")"), ("NOT ", ""), ("NOT (", ")"), ("size(", ")"), ("a.", "")])
def test_deep_expressions(connection, opening, closing):
    request = deep_expression(opening, closing)
    body = json.dumps(request)

    assert_answered(connection.call("Scan", body), body)


@pytest.mark.parametrize(
    "digits",
    [
        "1" * DIGITS,
        "0." + "1" * DIGITS,
        "1e" + "9" * DIGITS,
        "-" + "0" * DIGITS + "1.x",
        "0" * DIGITS + "e-" + "9" * 50,
    ],
    ids=["integer", "fraction", "exponent", "zeros", "small"],
)
def test_huge_numbers(connection, digits):
    as_text = json.dumps({"TableName": TABLE, "Item": {"id": {"S": "tom"}, "visit": {"N": "1"}, "n": {"N": digits}}})
    as_number = f'{{"TableName": "{TABLE}", "Limit": {digits}}}'

    for operation, body in (("PutItem", as_text), ("Scan", as_number)):
        assert_answered(connection.call(operation, body), body)


@pytest.mark.parametrize(
    "number", ["1e400", "-1e400", "9" * 400, "9223372036854775808", "-9223372036854775809", "1e2", "2147483648"]
)
def test_numbers_beyond_integers(connection, number):
    body = f'{{"TableName": "{TABLE}", "Limit": {number}}}'

    assert_answered(connection.call("Scan", body), body)


@pytest.mark.parametrize(
    "body",
    [
        '{"TableName": "Fuzz", "TableName": "Fuzz"}',
        '{"TableName": "Fuzz", "Table\\u004eame": "Fuzz"}',
        '{"TableName": "Fuzz", "Item": {"id": {"S": "a"}, "visit": {"N": "1"}, "visit": {"N": "1"}}}',
        '{"TableName": "Fuzz", "Item": {"id": {"S": "a", "S": "b"}, "visit": {"N": "1"}}}',
        '{"TableName": "Fuzz", "Item": {"id": {"S": "a"}, "visit": {"N": "1"}, "m": {"M": {"x": {"N": "1"}, "x": {"N": "1"}}}}}',
    ],
)
def test_names_that_come_twice(connection, body):
    assert_refused(connection, "PutItem", body, "SerializationException", "ValidationException")


BAD_UTF8 = [b"\xff", b"\xc3", b"\xc3(", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xf0\x9f\x98", b"\x80"]
PLACES_OF_TEXT = {
    "value": b'{"TableName": "%s"}',
    "attribute value": b'{"TableName": "Fuzz", "Item": {"id": {"S": "%s"}, "visit": {"N": "1"}}}',
    "attribute name": b'{"TableName": "Fuzz", "Item": {"id": {"S": "a"}, "visit": {"N": "1"}, "%s": {"N": "1"}}}',
    "number": b'{"TableName": "Fuzz", "Item": {"id": {"S": "a"}, "visit": {"N": "1%s"}}}',
    "expression": b'{"TableName": "Fuzz", "Item": {"id": {"S": "a"}, "visit": {"N": "1"}}, "ConditionExpression": "%s"}',
    "ignored name": b'{"TableName": "Fuzz", "Item": {"id": {"S": "a"}, "visit": {"N": "1"}}, "%s": 1}',
    "ignored value": b'{"TableName": "Fuzz", "Item": {"id": {"S": "a"}, "visit": {"N": "1"}}, "Colour": "%s"}',
    "outside": b"%s",
}


@pytest.mark.parametrize("place", PLACES_OF_TEXT)
def test_bad_utf8(connection, place):
    for bad in BAD_UTF8:
        assert_refused(connection, "PutItem", PLACES_OF_TEXT[place] % bad, "SerializationException")


@pytest.mark.parametrize(
    "escape", ["\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud800x", "\\u12", "\\uzzzz", "\\x41", "\\"]
)
def test_bad_escapes(connection, escape):
    body = f'{{"TableName": "Fuzz", "Item": {{"id": {{"S": "{escape}"}}, "visit": {{"N": "1"}}}}}}'

    assert_refused(connection, "PutItem", body, "SerializationException")


@pytest.mark.parametrize("character", ["\x00", "\n", "\t", "\x1f"])
def test_bare_control_characters(connection, character):
    body = f'{{"TableName": "Fuzz", "Item": {{"id": {{"S": "a{character}"}}, "visit": {{"N": "1"}}}}}}'

    assert_answered(connection.call("PutItem", body), body)


def test_many_members(connection):
    item = {f"a{number}": {"N": "1"} for number in range(50_000)}
    body = json.dumps({"TableName": TABLE, "Item": item | {"id": {"S": "many"}, "visit": {"N": "1"}}})

    assert_answered(connection.call("PutItem", body), body)


def test_many_placeholders(connection):
    names = {f"#n{number}": "a" for number in range(20_000)}
    body = json.dumps({"TableName": TABLE, "FilterExpression": "a = b", "ExpressionAttributeNames": names})

    assert_refused(connection, "Scan", body, "ValidationException")
