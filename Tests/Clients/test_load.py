"""`apus load` reads files of every form, tells what it refuses, and counts right."""

import gzip
import json

import pytest

from harness.loader import load
from harness.server import Server
from harness.tables import count, items
from harness.wire import Connection

PLAIN = [
    {"id": "tom", "age": 3, "weight": 4.5, "cute": True, "owner": None, "toys": ["ball", 2], "chip": {"maker": "acme"}},
    {"id": "kit", "note": 'é 😸 "quoted"\n'},
]
ITEMS = [
    {
        "id": {"S": "tom"},
        "age": {"N": "3"},
        "weight": {"N": "4.5"},
        "cute": {"BOOL": True},
        "owner": {"NULL": True},
        "toys": {"L": [{"S": "ball"}, {"N": "2"}]},
        "chip": {"M": {"maker": {"S": "acme"}}},
    },
    {"id": {"S": "kit"}, "note": {"S": 'é 😸 "quoted"\n'}},
]


@pytest.fixture(scope="module")
def server():
    with Server() as server:
        yield server


@pytest.fixture
def connection(server):
    with Connection(server.url) as connection:
        yield connection


@pytest.fixture
def table(connection, request):
    connection.create_table(request.node.originalname, id="S")
    yield request.node.originalname
    connection.result("DeleteTable", {"TableName": request.node.originalname})


def json_lines(records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def in_order(found):
    return sorted(found, key=lambda item: item["id"]["S"], reverse=True)


def assert_all_written(outcome, number):
    assert outcome.code == 0, outcome.output
    assert (outcome.written, outcome.rejected, outcome.left_over, outcome.read) == (number, 0, 0, number)


def test_plain_json(server, connection, table, tmp_path):
    file = tmp_path / "cats.jsonl"
    file.write_text(json_lines(PLAIN))

    outcome = load(table, file, url=server.url)

    assert_all_written(outcome, 2)
    assert in_order(items(connection, table)) == ITEMS


def test_dynamodb_json(server, connection, table, tmp_path):
    file = tmp_path / "cats.jsonl"
    rich = {"id": {"S": "set"}, "toys": {"SS": ["ball"]}, "photo": {"B": "AAE="}}
    file.write_text(json_lines([*ITEMS, rich]))

    outcome = load(table, file, url=server.url)

    assert_all_written(outcome, 3)
    assert in_order(items(connection, table)) == in_order([*ITEMS, rich])


def test_exported_lines_with_an_item_member(server, connection, table, tmp_path):
    file = tmp_path / "cats.jsonl"
    file.write_text(json_lines([{"Item": item} for item in ITEMS]))

    outcome = load(table, file, url=server.url)

    assert_all_written(outcome, 2)
    assert in_order(items(connection, table)) == ITEMS


def test_csv_with_a_header(server, connection, table, tmp_path):
    file = tmp_path / "cats.csv"
    file.write_text('id,colour,"motto"\ntom,grey,"eat, sleep, ""play"""\nkit,black,"two\nlines"\n')

    outcome = load(table, file, url=server.url)

    assert_all_written(outcome, 2)
    assert in_order(items(connection, table)) == [
        {"id": {"S": "tom"}, "colour": {"S": "grey"}, "motto": {"S": 'eat, sleep, "play"'}},
        {"id": {"S": "kit"}, "colour": {"S": "black"}, "motto": {"S": "two\nlines"}},
    ]


@pytest.mark.parametrize("name, text", [("cats.jsonl.gz", json_lines(PLAIN)), ("cats.csv.gz", "id,a\ntom,x\nkit,y\n")])
def test_gzip(server, connection, table, tmp_path, name, text):
    file = tmp_path / name
    file.write_bytes(gzip.compress(text.encode()))

    outcome = load(table, file, url=server.url)

    assert_all_written(outcome, 2)
    assert {item["id"]["S"] for item in items(connection, table)} == {"tom", "kit"}


def test_standard_input(server, connection, table):
    outcome = load(table, "-", url=server.url, text=json_lines(PLAIN))

    assert_all_written(outcome, 2)
    assert in_order(items(connection, table)) == ITEMS


def test_several_files(server, connection, table, tmp_path):
    files = []
    for part in range(3):
        files.append(tmp_path / f"part{part}.jsonl")
        files[-1].write_text(json_lines({"id": f"cat{part}-{number}"} for number in range(100)))

    outcome = load(table, *files, url=server.url)

    assert_all_written(outcome, 300)
    assert count(connection, table) == 300


def test_items_of_every_size(server, connection, table, tmp_path):
    file = tmp_path / "cats.jsonl"
    sizes = [1, 100, 1_000, 50_000, 200_000, 409_000] * 20
    file.write_text(json_lines({"id": f"cat{number}", "pad": "x" * size} for number, size in enumerate(sizes)))

    outcome = load(table, file, url=server.url)

    assert_all_written(outcome, len(sizes))
    assert count(connection, table) == len(sizes)


def test_rejects_are_told_and_kept(server, connection, table, tmp_path):
    file, rejects = tmp_path / "cats.jsonl", tmp_path / "rejects.jsonl"
    good = [{"id": f"cat{number}"} for number in range(60)]
    bad = [{"name": "no key"}, {"id": 5}, {"id": ""}, {"id": "large", "pad": "x" * 500_000}]
    file.write_text(json_lines(good[:30] + bad[:2] + good[30:50] + bad[2:] + good[50:]))

    outcome = load(table, file, url=server.url, options=["--rejects", rejects])

    assert outcome.code != 0
    assert (outcome.written, outcome.rejected, outcome.left_over, outcome.read) == (60, 4, 0, 64)
    assert count(connection, table) == 60
    lines = rejects.read_text().splitlines()
    assert len(lines) == 4
    assert any("no key" in line for line in lines)
    assert any("Missing the key id in the item" in line for line in lines)
    assert any("Item size has exceeded the maximum allowed size" in line for line in lines)


def test_lines_that_are_no_json_are_rejected(server, connection, table, tmp_path):
    file, rejects = tmp_path / "cats.jsonl", tmp_path / "rejects.jsonl"
    file.write_text('{"id": "tom"}\n{"id": "kit"\nnonsense\n\n{"id": "mog"}\n')

    outcome = load(table, file, url=server.url, options=["--rejects", rejects])

    assert outcome.code != 0
    assert (outcome.written, outcome.rejected) == (2, 2)
    assert outcome.adds_up
    assert count(connection, table) == 2
    assert "nonsense" in rejects.read_text()


def test_a_key_that_comes_again_is_not_lost(server, connection, table, tmp_path):
    file = tmp_path / "cats.jsonl"
    file.write_text(json_lines({"id": f"cat{number % 10}", "nr": number} for number in range(100)))

    outcome = load(table, file, url=server.url)

    assert outcome.code == 0, outcome.output
    assert outcome.adds_up
    last = {item["id"]["S"]: int(item["nr"]["N"]) for item in items(connection, table)}
    assert last == {f"cat{number}": 90 + number for number in range(10)}


def test_an_empty_file(server, table, tmp_path):
    file = tmp_path / "none.jsonl"
    file.write_text("")

    outcome = load(table, file, url=server.url)

    assert_all_written(outcome, 0)


def test_a_missing_table(server, tmp_path):
    file = tmp_path / "cats.jsonl"
    file.write_text(json_lines(PLAIN))

    outcome = load("NoSuchTable", file, url=server.url)

    assert outcome.code != 0
    assert "NoSuchTable" in outcome.output or "Requested resource not found" in outcome.output


def test_a_missing_file(server, table, tmp_path):
    outcome = load(table, tmp_path / "missing.jsonl", url=server.url)

    assert outcome.code != 0
    assert "missing.jsonl" in outcome.output
