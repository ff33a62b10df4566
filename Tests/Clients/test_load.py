"""`apus load` reads files of every form, tells what it refuses, and counts right."""

import contextlib
import gzip
import json
import signal
import urllib.request

import pytest

from harness.loader import Load, load
from harness.server import Server
from harness.tables import count, items
from harness.waiting import wait_until
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


@contextlib.contextmanager
def faulty(server, **rule):
    """A server that has a fault rule for a while."""
    url = f"{server.url}/_apus/faults"
    body = json.dumps({"name": "for-a-while"} | rule).encode()
    urllib.request.urlopen(urllib.request.Request(url, body, method="POST")).close()
    yield
    urllib.request.urlopen(urllib.request.Request(f"{url}/for-a-while", method="DELETE")).close()


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


def test_changes_are_made_in_order(server, connection, table, tmp_path):
    file = tmp_path / "changes.jsonl"
    puts = [{"PutRequest": {"Item": {"id": {"S": name}, "nr": {"N": str(nr)}}}} for nr in range(3) for name in "abc"]
    deletes = [{"DeleteRequest": {"Key": {"id": {"S": name}}}} for name in "ab"]
    again = [{"PutRequest": {"Item": {"id": {"S": "a"}}}}]
    file.write_text(json_lines(puts + deletes + again))

    outcome = load(table, file, url=server.url)

    assert_all_written(outcome, 12)
    assert in_order(items(connection, table)) == [{"id": {"S": "c"}, "nr": {"N": "2"}}, {"id": {"S": "a"}}]


def test_rejects_are_loaded_again_once_the_table_takes_them(server, connection, table, tmp_path):
    rows, rejects = tmp_path / "cats.csv", tmp_path / "rejects.jsonl"
    rows.write_text("id,age\ntom,3\nkit,4\n")
    effect = {"throttle": "TableWriteProvisionedThroughputExceeded"}

    with faulty(server, operations=["BatchWriteItem"], effect=effect):
        outcome = load(table, rows, url=server.url, options=["--rejects", rejects, "--max-attempts", 2])
    assert (outcome.code, outcome.left_over) == (1, 2), outcome.output
    lines = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [(line["line"], line["record"], line["header"]) for line in lines] == [(2, "tom,3", "id,age"), (3, "kit,4", "id,age")]
    assert all(line["attempts"] == 2 and line["file"] == str(rows) for line in lines)

    outcome = load(table, rejects, url=server.url)

    assert_all_written(outcome, 2)
    assert in_order(items(connection, table)) == [{"id": {"S": "tom"}, "age": {"S": "3"}}, {"id": {"S": "kit"}, "age": {"S": "4"}}]


def test_a_report_tells_all(server, table, tmp_path):
    file, report = tmp_path / "cats.jsonl", tmp_path / "report.json"
    file.write_text(json_lines([*PLAIN, {"id": "tom"}, {"name": "no key"}]))

    outcome = load(table, file, url=server.url, options=["--report", report], folder=tmp_path)

    told = json.loads(report.read_text())
    assert outcome.code == told["exitCode"] == 1
    assert told["counts"] == {"read": 4, "written": 3, "superseded": 1, "rejected": 1, "leftOver": 0}
    assert told["run"]["written"] == 3 and told["run"]["consumedUnits"] == 2 and told["run"]["seconds"] > 0
    assert told["inputs"] == [{"path": str(file), "bytes": file.stat().st_size}]
    assert (told["table"], told["endpoint"], told["region"]) == (table, server.url, "us-east-1")
    assert told["rejects"] == f"{table}-rejects.jsonl" and told["faults"] == []
    # All is settled: there is nothing to go on with.
    assert "checkpoint" not in told and not list(tmp_path.glob("*.checkpoint"))


def test_a_failure_is_reported_too(server, tmp_path):
    file = tmp_path / "cats.jsonl"
    file.write_text(json_lines(PLAIN))

    outcome = load("NoSuchTable", file, url=server.url, options=["--report", "-"])

    told = json.loads(outcome.output[outcome.output.index('{"version"') :].splitlines()[0])
    assert outcome.code == told["exitCode"] == 1
    assert told["counts"]["read"] == 0 and "NoSuchTable" in told["faults"][0]


def test_a_dry_run_tells_the_cost_and_writes_nothing(server, connection, tmp_path):
    indexed = {
        "IndexName": "ByOwner",
        "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}],
        "Projection": {"ProjectionType": "KEYS_ONLY"},
        "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
    }
    connection.result(
        "CreateTable",
        {
            "TableName": "Dry",
            "AttributeDefinitions": [{"AttributeName": name, "AttributeType": "S"} for name in ("id", "owner")],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "GlobalSecondaryIndexes": [indexed],
            "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 10},
        },
    )
    file, report = tmp_path / "cats.jsonl", tmp_path / "report.json"
    good = [{"id": f"cat{number}", "owner": "tom", "pad": "x" * 1_500} for number in range(100)]
    bad = [{"id": ""}, {"id": "large", "pad": "x" * 500_000}]
    file.write_text(json_lines(good + bad))

    outcome = load("Dry", file, url=server.url, options=["--dry-run", "--report", report], folder=tmp_path)

    assert outcome.code == 1 and "read 102 = writable 100 + rejected 2" in outcome.output
    told = json.loads(report.read_text())["estimate"]
    assert (told["puts"], told["writeUnits"], told["writeUnitsPerSecond"]) == (100, 200, 10)
    assert [(index["name"], index["entries"], index["writeUnits"]) for index in told["indexes"]] == [("ByOwner", 100, 100)]
    assert told["seconds"] == 100
    assert count(connection, "Dry") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cats.jsonl", "report.json"]


def test_a_rate_is_kept_to(server, table, tmp_path):
    file, report = tmp_path / "cats.jsonl", tmp_path / "report.json"
    file.write_text(json_lines({"id": f"cat{number}"} for number in range(300)))

    outcome = load(table, file, url=server.url, options=["--rate", 100, "--report", report])

    assert_all_written(outcome, 300)
    # The first second's units may be used at once.
    assert json.loads(report.read_text())["run"]["seconds"] >= 1.8


def test_an_interrupted_load_says_how_to_go_on(server, connection, table, tmp_path):
    file = tmp_path / "cats.jsonl"
    file.write_text(json_lines({"id": f"cat{number}", "pad": "x" * 500} for number in range(60_000)))
    checkpoint = tmp_path / f"{table}-load.checkpoint"

    running = Load(table, file, url=server.url, folder=tmp_path, options=["--rate", 2_000])
    wait_until(lambda: checkpoint.exists() and json.loads(checkpoint.read_text())["counts"]["written"] > 0, "nothing was written")
    running.process.send_signal(signal.SIGINT)
    outcome = running.finish()
    assert outcome.code == 1 and outcome.adds_up and 0 < outcome.written == outcome.read < 60_000, outcome.output
    assert f"load {table} {file} --endpoint-url {server.url} --rate 2000 --resume" in outcome.output

    afresh = load(table, file, url=server.url, folder=tmp_path)
    assert afresh.code == 1 and "--restart" in afresh.output
    outcome = load(table, file, url=server.url, folder=tmp_path, options=["--resume"])

    assert_all_written(outcome, 60_000)
    assert count(connection, table) == 60_000
    assert not checkpoint.exists()


def test_no_other_load_goes_on(server, connection, table, tmp_path):
    file = tmp_path / "cats.jsonl"
    file.write_text(json_lines({"id": f"cat{number}"} for number in range(20_000)))
    running = Load(table, file, url=server.url, folder=tmp_path, options=["--rate", 100])
    wait_until((tmp_path / f"{table}-load.checkpoint").exists, "there was no checkpoint")
    assert running.kill()

    resume = {"url": server.url, "folder": tmp_path, "options": ["--resume"]}
    other_file = tmp_path / "dogs.jsonl"
    other_file.write_text(file.read_text())
    assert "it is of a load with the files" in load(table, other_file, **resume).output
    with open(file, "a") as stream:
        stream.write("\n")
    assert "is not as it was" in load(table, file, **resume).output
    assert "is no file on a disk" in load(table, "-", text="", **resume).output

    outcome = load(table, file, url=server.url, folder=tmp_path, options=["--restart"])
    assert_all_written(outcome, 20_000)


@pytest.mark.parametrize(
    "options",
    [["--rate", "0"], ["--concurrency", "0"], ["--resume", "--restart"], ["--resume", "--no-checkpoint"], ["--dry-run", "--resume"]],
)
def test_wrong_usage_ends_with_64(server, table, tmp_path, options):
    file = tmp_path / "cats.jsonl"
    file.write_text(json_lines(PLAIN))

    assert load(table, file, url=server.url, options=options).code == 64
