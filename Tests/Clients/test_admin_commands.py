"""`apus clock` and `apus faults`, run against a server whose clock is set by hand."""

import json
import os
import subprocess

import pytest

from harness.server import BINARY, Server, free_port
from harness.wire import Connection

START = "2026-01-01T00:00:00Z"
PLAN = """
seed: 7
rules:
  - name: first-write
    operations: [PutItem]
    table: Cats
    key: {id: {S: tom}}
    next: 1
    effect: {error: before}
  - {every: 1000, effect: {delay: {median: 1ms, p99: 2ms}}}
scenarios:
  rainy:
    summary: No write succeeds.
    rules:
      - {operations: [PutItem], effect: {error: before}}
"""
TOM = {"TableName": "Cats", "Item": {"id": {"S": "tom"}}}


@pytest.fixture(scope="module")
def server():
    with Server(None, "--clock", f"manual:{START}") as server:
        yield server


@pytest.fixture
def apus(server):
    """Runs a command against the server; when the test ends, no fault rule is left."""
    yield Command(server.url)
    Command(server.url)("faults", "clear")


@pytest.fixture
def cats(server):
    """A connection to a server that has the table Cats."""
    with Connection(server.url) as connection:
        connection.create_table("Cats", id="S")
        yield connection
        connection.result("DeleteTable", {"TableName": "Cats"})


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "faults.yaml"
    file.write_text(PLAN)
    return file


class Command:
    """`apus` with the words of a command, sent to one server."""

    def __init__(self, url):
        self.environment = os.environ | {"AWS_ENDPOINT_URL_DYNAMODB": url}

    def run(self, *words, text=None):
        return subprocess.run(
            [BINARY, *map(str, words)],
            input=text or "",
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=60,
            check=False,
        )

    def __call__(self, *words, text=None):
        """What it prints."""
        done = self.run(*words, text=text)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def json(self, *words, text=None):
        return json.loads(self(*words, "--output", "json", text=text))

    def refusal(self, *words, text=None, code=1):
        """What it says where it fails."""
        done = self.run(*words, text=text)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stderr


def test_the_clock_moves_when_told(apus):
    before = apus.json("clock", "now")

    assert before["mode"] == "manual"
    assert apus.json("clock", "now") == before, "the clock stands still"
    assert apus.json("clock", "advance", "90s")["milliseconds"] == before["milliseconds"] + 90_000
    assert apus("clock", "advance", "250ms").strip() == apus.json("clock", "now")["now"]
    assert apus("clock", "set", "2027-01-01T00:05:00Z") == apus("clock", "now")
    assert apus("clock", "now").startswith("2027-01-01T00:05:00")


@pytest.mark.parametrize("time", ["2020-01-01T00:00:00Z", "soon"])
def test_a_time_that_the_clock_does_not_take(apus, time):
    before = apus("clock", "now")

    assert apus.refusal("clock", "set", time).startswith("apus: The ")
    assert apus("clock", "now") == before


def test_the_clock_of_the_machine_is_not_set():
    with Server() as server:
        command = Command(server.url)

        assert command.json("clock", "now")["mode"] == "machine"
        assert "apus serve --clock manual" in command.refusal("clock", "advance", "1s")


def test_a_plan_is_added_and_works(apus, cats, plan):
    rules = {report["rule"]["name"]: report["rule"] for report in apus.json("faults", "add", plan)["rules"]}

    assert rules["first-write"]["key"] == {"id": {"S": "tom"}}
    assert rules["rule-2"]["effect"] == {"delay": {"median": "1ms", "p99": "2ms"}}
    assert cats.call("PutItem", TOM).status == 500
    assert cats.call("PutItem", TOM).status == 200
    line = next(line for line in apus("faults", "list").splitlines() if line.startswith("first-write"))
    assert "PutItem, table Cats, key {id: {S: tom}}" in line and "error before" in line
    assert line.split()[-2:] == ["1", "0"], "it has fired once, and none is left"


def test_rules_come_and_go(apus, plan):
    rule = json.dumps({"name": "one", "effect": {"error": "before"}, "next": 1})

    assert names(apus.json("faults", "add", plan, "-", text=rule)) == {"first-write", "rule-2", "one"}
    assert names(apus.json("faults", "remove", "one", "rule-2")) == {"first-write"}
    assert names(apus.json("faults", "replace", "-", text=json.dumps({"rules": [json.loads(rule)]}))) == {"one"}
    assert names(apus.json("faults", "clear")) == set()
    assert "No fault rule is at work." in apus("faults", "list")


def test_scenarios_start_and_stop(apus, cats, plan):
    apus("faults", "add", plan)
    apus("faults", "remove", "first-write")

    assert active(apus.json("faults", "list")) == set()
    assert active(apus.json("faults", "start", "rainy")) == {"rainy"}
    assert "*  rainy" in apus("faults", "list")
    assert cats.call("PutItem", TOM).status == 500
    assert active(apus.json("faults", "stop", "rainy")) == set()
    assert cats.call("PutItem", TOM).status == 200


def test_one_bad_file_keeps_all_from_being_added(apus, plan, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("rules: []\nrules: []\n")

    assert f"{bad}, line 1" in apus.refusal("faults", "add", plan, bad)
    assert names(apus.json("faults", "list")) == set()


@pytest.mark.parametrize(
    "words, told",
    [
        (["faults", "remove", "no-such-rule"], "no-such-rule"),
        (["faults", "start", "no-such-scenario"], "no-such-scenario"),
        (["faults", "stop", "no-such-scenario"], "no-such-scenario"),
        (["faults", "add", "no-such-file.yaml"], "no-such-file.yaml"),
        (["faults", "add", "-"], "effect must have one of"),
        (["clock", "now", "--endpoint-url", "cats"], "cats"),
    ],
)
def test_what_cannot_be_done_is_said(apus, words, told):
    assert told in apus.refusal(*words, text="effect: {}")


@pytest.mark.parametrize("words", [["clock", "advance", "soon"], ["faults", "remove", ""], ["faults", "add"]])
def test_words_that_make_no_command(apus, words):
    assert "Usage: apus" in apus.refusal(*words, code=64)


def test_a_server_that_is_not_there_is_named():
    url = f"http://127.0.0.1:{free_port()}"

    refusal = Command(url).refusal("faults", "list")

    assert url in refusal and "apus serve" in refusal


def names(listing):
    return {report["rule"]["name"] for report in listing["rules"]}


def active(listing):
    return {scenario["name"] for scenario in listing["scenarios"] if scenario["active"]}
