"""What `apus export` writes, `apus load` reads back; and a file bears its name only once it is whole."""

import csv
import gzip
import io
import json
import random
import signal
import subprocess
import time

import pytest

from harness.command import ApusCommand
from harness.definitions import table_definition, units
from harness.loader import load
from harness.server import Server
from harness.tables import items
from harness.wire import Connection

ALL_TYPES = {
    "s": {"S": 'é 😸 "quoted",\n{} \u0000 \u2028'},
    "empty": {"S": ""},
    "n": {"N": "-12345678901234567890.123456789012345678"},
    "small": {"N": "0." + "0" * 129 + "1"},
    "b": {"B": "AAH/"},
    "no bytes": {"B": ""},
    "t": {"BOOL": False},
    "z": {"NULL": True},
    "l": {"L": [{"S": "x"}, {"N": "1"}, {"L": []}, {"M": {}}]},
    "Item": {"M": {"S": {"M": {"N": {"N": "1"}}}}},
    "ss": {"SS": ["a", "", "é"]},
    "ns": {"NS": ["1", "2.5"]},
    "bs": {"BS": ["AQ==", ""]},
}


@pytest.fixture(scope="module")
def server():
    with Server() as server:
        yield server


@pytest.fixture
def apus(server):
    return ApusCommand(server.url)


@pytest.fixture
def connection(server):
    """A connection to a server that has no tables when the test ends."""
    with Connection(server.url) as connection:
        yield connection
        for name in connection.result("ListTables", {})["TableNames"]:
            connection.result("DeleteTable", {"TableName": name})


def canonical(found):
    """Items in a form that can be compared: sets have no order."""
    return sorted(json.dumps(normal(item), sort_keys=True) for item in found)


def normal(value):
    if isinstance(value, dict):
        return {name: sorted(held) if name in ("SS", "NS", "BS") else normal(held) for name, held in value.items()}
    return [normal(held) for held in value] if isinstance(value, list) else value


def put(connection, table, *found):
    for item in found:
        connection.result("PutItem", {"TableName": table, "Item": item})


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
@pytest.mark.parametrize(
    "key, value",
    [("id", {"S": 'tom "x"'}), ("id", {"N": "1e100"}), ("id", {"B": "AAH/"}), ("Item", {"S": "tom"})],
)
def test_typed_json_loses_nothing(apus, server, connection, tmp_path, name, key, value):
    kind = next(iter(value))
    connection.create_table("Source", **{key: kind})
    connection.create_table("Back", **{key: kind})
    put(connection, "Source", ALL_TYPES | {key: value})

    apus("export", "Source", "--file", tmp_path / name)

    outcome = load("Back", tmp_path / name, url=server.url)
    assert outcome.code == 0, outcome.output
    assert canonical(items(connection, "Back")) == canonical(items(connection, "Source"))
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_many_items_in_many_segments(apus, server, connection, tmp_path, seed):
    chance = random.Random(seed)
    connection.create_table("Source", id="S", n="N")
    connection.create_table("Back", id="S", n="N")
    for number in range(300):
        names = chance.sample(sorted(ALL_TYPES), 4)
        key = {"id": {"S": f"cat{number % 17}"}, "n": {"N": str(number)}, "pad": {"S": "x" * chance.randrange(30_000)}}
        put(connection, "Source", {name: ALL_TYPES[name] for name in names if name != "n"} | key)

    done = apus.run("export", "Source", "--segments", "7", "--file", tmp_path / "out")

    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "exported 300 items of Source")
    assert load("Back", tmp_path / "out", url=server.url).written == 300
    assert canonical(items(connection, "Back")) == canonical(items(connection, "Source"))


def test_plain_json_keeps_all_but_sets_and_bytes(apus, server, connection, tmp_path):
    connection.create_table("Source", id="S")
    connection.create_table("Back", id="S")
    put(connection, "Source", ALL_TYPES | {"id": {"S": "tom"}})

    (tmp_path / "out").write_text(apus("export", "Source", "--format", "jsonl"))

    assert load("Back", tmp_path / "out", url=server.url).code == 0
    expected = ALL_TYPES | {
        "id": {"S": "tom"},
        "b": {"S": "AAH/"},
        "no bytes": {"S": ""},
        "ss": {"L": [{"S": "a"}, {"S": ""}, {"S": "é"}]},
        "ns": {"L": [{"N": "1"}, {"N": "2.5"}]},
        "bs": {"L": [{"S": "AQ=="}, {"S": ""}]},
    }
    [found] = items(connection, "Back")
    for name in ["ss", "ns", "bs"]:
        found[name]["L"].sort(key=str)
        expected[name]["L"].sort(key=str)
    assert found == expected


def test_csv_has_all_attributes_or_the_chosen_ones(apus, server, connection, tmp_path):
    connection.create_table("Source", id="S", n="N")
    connection.create_table("Back", id="S", n="N")
    strings = {"id": {"S": "tom"}, "n": {"N": "-1.5"}, "motto": {"S": 'eat, "play"\nsleep'}, "{": {"S": " lead"}}
    put(connection, "Source", strings, {"id": {"S": "kit"}, "n": {"N": "2"}, "toys": {"SS": ["ball"]}})
    file = tmp_path / "out.csv.gz"

    apus("export", "Source", "--file", file)

    rows = list(csv.reader(io.StringIO(gzip.decompress(file.read_bytes()).decode(), newline="")))
    assert rows[0] == ["id", "n", "motto", "toys", "{"]
    assert sorted(rows[1:]) == [["kit", "2", "", '["ball"]', ""], ["tom", "-1.5", 'eat, "play"\nsleep', "", " lead"]]
    assert load("Back", file, url=server.url).written == 2
    assert strings in items(connection, "Back")
    chosen = apus("export", "Source", "--format", "csv", "--columns", "motto,n", "--filter", "n > :n", "--values", '{":n":0}')
    assert chosen == "motto,n\n,2\n"


def test_an_empty_table(apus, connection, tmp_path):
    connection.create_table("Source", id="S")

    apus("export", "Source", "--file", tmp_path / "out")
    apus("export", "Source", "--file", tmp_path / "out.csv")

    assert (tmp_path / "out").read_text() == ""
    assert (tmp_path / "out.csv").read_text() == "id\n"


def test_a_rate_is_kept(apus, connection):
    definition = table_definition("Source", id="S") | {"BillingMode": "PROVISIONED", "ProvisionedThroughput": units(1000)}
    connection.result("CreateTable", definition)
    for number in range(60):
        put(connection, "Source", {"id": {"S": str(number)}, "pad": {"S": "x" * 8_000}})

    start = time.monotonic()
    lines = apus("export", "Source", "--rate", "20").splitlines()

    # Some 60 units, of which one second's worth may be saved up, and the last page is not waited for.
    assert len(lines) == 60
    assert 1 < time.monotonic() - start < 20


def test_an_export_that_is_broken_off_leaves_a_partial_file(apus, connection, tmp_path):
    connection.create_table("Source", id="S")
    for number in range(40):
        put(connection, "Source", {"id": {"S": str(number)}, "pad": {"S": "x" * 100_000}})
    (tmp_path / "out").write_text("of the last time")
    export = apus.start("export", "Source", "--rate", "20", "--file", tmp_path / "out", stderr=subprocess.PIPE)
    time.sleep(1)

    export.send_signal(signal.SIGINT)

    assert export.wait(60) == 130
    assert f"What there is of it stands in {tmp_path}/out.partial" in export.stderr.read()
    assert (tmp_path / "out").read_text() == "of the last time"
    assert (tmp_path / "out.partial").exists()


def test_a_failure_is_told(apus, connection, tmp_path):
    connection.create_table("Source", id="S")

    refusal = apus.refusal("export", "Source", "--filter", "nonsense", "--file", tmp_path / "out")

    assert "The export is not complete" in refusal and "ValidationException" in refusal
    assert not (tmp_path / "out").exists()
    assert "cannot be written" in apus.refusal("export", "Source", "--file", tmp_path / "none" / "out")
