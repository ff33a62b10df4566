"""The form of conversations itself: how they are read, matched and written anew."""

import json

import pytest

from harness.conversation import Exchange, Given, Malformed, expanded, parsed
from harness.matching import Matcher
from harness.player import Outcome, rewritten
from harness.wire import Answer

TALK = """\
# A talk.

given table Cats id:S at:N
given Cats {"id": {"S": "a"}},
  {"id": {"S": "b"}}

# a title
> GetItem {"TableName": "Cats",
  "Limit": 1}
< 200
< Content-Type: text/cats
{"Item": {}}

> PutItem {"v": <case>}
> X-Colour: grey
? 1
< 400 ValidationException: too small
? 2
< 400 SerializationException
"""


def test_reading():
    table, items, get, small, two = parsed(TALK)

    assert isinstance(table, Given) and table.keys == [("id", "S"), ("at", "N")]
    assert json.loads(f"[{items.items}]") == [{"id": {"S": "a"}}, {"id": {"S": "b"}}]
    assert (get.title, get.request.target) == ("a title", "GetItem")
    assert json.loads(get.request.body) == {"TableName": "Cats", "Limit": 1}
    assert (get.expected.status, get.expected.headers) == (200, {"content-type": "text/cats"})
    assert (small.title, small.request.body, small.request.headers) == ("1", '{"v": 1}', {"X-Colour": "grey"})
    assert json.loads(small.expected.body_text()) == {
        "__type": "com.amazon.coral.validate#ValidationException",
        "message": "too small",
    }
    assert json.loads(two.expected.body_text()) == {"__type": "com.amazon.coral.service#SerializationException"}


@pytest.mark.parametrize("text", ["< 200\n", "given\nstray\n> GetItem {}\n< 200\n# title\nstray\n"])
def test_malformed(text):
    with pytest.raises(Malformed):
        parsed(text)


@pytest.mark.parametrize(
    "text, written_out",
    [
        ("<3 * ab>", "ababab"),
        ("<2 of k{n}>", "k1, k2"),
        ('<2 of {"S": "<2 * x>{n}"}>', '{"S": "xx1"}, {"S": "xx2"}'),
        ("<2 * [>1<2 * ]>", "[[1]]"),
        ("a < 5 AND b <> c", "a < 5 AND b <> c"),
    ],
)
def test_repetition(text, written_out):
    assert expanded(text) == written_out


@pytest.mark.parametrize(
    "expected, actual",
    [
        (1, 1.0),
        ({"a": "<any>"}, {"a": [None]}),
        ({"a": "<number>"}, {"a": 0}),
        ({"<more>": ""}, {"a": 1}),
        ({"a": "<absent>"}, {}),
        (["<unordered>", 1, 2], [2, 1]),
        ({"SS": ["a", "b"]}, {"SS": ["b", "a"]}),
        ("table/<any>:<account>", "table/Cats:123456789012"),
        ("<keep x>", [1]),
    ],
)
def test_equal(expected, actual):
    assert Matcher({}).differences(expected, actual) == []


@pytest.mark.parametrize(
    "expected, actual",
    [
        (1, True),
        (1, "1"),
        ("a", "A"),
        ({}, {"a": 1}),
        ({"a": 1}, {}),
        ({"a": "<absent>"}, {"a": None}),
        ([1, 2], [2, 1]),
        ([1], [1, 1]),
        (["<unordered>", 1, 1], [1, 2]),
        ({"SS": ["a"]}, {"SS": ["a", "b"]}),
        ("<number>", "1"),
        ("<account>", "12"),
        (None, {}),
    ],
)
def test_different(expected, actual):
    assert Matcher({}).differences(expected, actual)


def test_rewriting():
    exchanges = [step for step in parsed(TALK) if isinstance(step, Exchange)]
    error = b'{"__type": "com.amazon.coral.validate#ValidationException", "message": "' + b"x" * 300 + b'"}'
    outcomes = [
        Outcome(exchanges[0], Answer(200, {}, b'{"Item": {"id": {"S": "a"}}}'), ["$.Item: other"]),
        Outcome(exchanges[1], Answer(400, {}, error), ["$.message: other"]),
        Outcome(exchanges[2], Answer(400, {}, b"{}"), []),
    ]

    lines = rewritten(TALK, outcomes).splitlines()

    assert lines[lines.index('  "Limit": 1}') + 1 :][:2] == ["< 200", '{"Item": {"id": {"S": "a"}}}']
    assert "< 400 ValidationException: <300 * x>" in lines
    assert lines[-1] == "< 400 SerializationException"
