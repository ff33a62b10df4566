"""`apus serve`: its settings, its start-up line, its regions, and what it says when it cannot start."""

import os
import re
import subprocess
from contextlib import contextmanager

import pytest

from harness.server import BINARY, Server, free_port
from harness.waiting import wait_until
from harness.wire import Connection, Refusal

READY = re.compile(r"(http://\S+?:\d+)")


@contextmanager
def serving(*words, **variables):
    """A server started with these words and variables: the line it greets with, and its URL."""
    process = subprocess.Popen(
        [BINARY, "serve", *map(str, words)], stdout=subprocess.PIPE, text=True, env=os.environ | variables
    )
    try:
        line = process.stdout.readline()
        yield line, READY.search(line)[1]
    finally:
        process.kill()
        process.wait()


def refused(*words, **variables):
    """What a server says that does not start."""
    done = subprocess.run(
        [BINARY, "serve", *map(str, words)],
        capture_output=True,
        text=True,
        env=os.environ | variables,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    return done.stderr


def test_start_up_line_names_endpoint_and_directory(tmp_path):
    with serving("--data", tmp_path / "data", "--port", 0) as (line, url):
        assert str(tmp_path / "data") in line
        with Connection(url) as connection:
            assert connection.call("ListTables", {}).status == 200


def test_settings_of_the_environment_and_of_a_file(tmp_path):
    port, other = free_port(), free_port()
    file = tmp_path / "apus.yaml"
    file.write_text(f"port: {port}\ndata: {tmp_path / 'file'}\n")

    with serving("--config", file) as (line, _):
        assert f":{port}" in line and str(tmp_path / "file") in line
    with serving("--config", file, APUS_PORT=str(other)) as (line, _):
        assert f":{other}" in line, "the environment stands over the file"
    with serving("--config", file, "--port", port, APUS_PORT=str(other)) as (line, _):
        assert f":{port}" in line, "options stand over the environment"


def test_memory_leaves_nothing_behind(tmp_path):
    with serving("--in-memory", "--port", 0, HOME=str(tmp_path), TMPDIR=str(tmp_path)) as (line, _):
        assert "memory" in line

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", ["commit", "interval:50", "off"])
def test_data_outlive_a_clean_stop(tmp_path, mode):
    with Server(tmp_path / "data", "--sync", mode) as server:
        with Connection(server.url) as connection:
            connection.create_table("Cats", id="S")
            connection.result("PutItem", {"TableName": "Cats", "Item": {"id": {"S": "tom"}}})
        assert server.stop() == 0
        server.start()
        with Connection(server.url) as connection:
            assert connection.result("Scan", {"TableName": "Cats"})["Items"] == [{"id": {"S": "tom"}}]
            assert connection.result("ListTables", {})["TableNames"] == ["Cats"]


def test_each_region_has_its_own_tables():
    with Server() as server:
        with Connection(server.url, "eu-north-1") as north, Connection(server.url, "us-west-2") as west:
            north.create_table("Cats", id="S")

            assert west.result("ListTables", {})["TableNames"] == []
            west.create_table("Cats", id="N")
            north.result("PutItem", {"TableName": "Cats", "Item": {"id": {"S": "tom"}}})
            west.result("DeleteTable", {"TableName": "Cats"})

            assert north.result("Scan", {"TableName": "Cats"})["Count"] == 1


def test_transition_delay_shows_each_state():
    with Server(None, "--transition-delay", "1s") as server, Connection(server.url) as connection:
        connection.create_table("Cats", id="S")
        assert status(connection) == "CREATING"
        refusal = connection.call("DeleteTable", {"TableName": "Cats"})
        assert refusal.json["message"] == (
            "Attempt to change a resource which is still in use: Table is being created: Cats"
        )
        wait_while("CREATING", connection)
        assert status(connection) == "ACTIVE"

        connection.result("PutItem", {"TableName": "Cats", "Item": {"id": {"S": "tom"}}})
        connection.result("DeleteTable", {"TableName": "Cats"})
        assert status(connection) == "DELETING"
        wait_while("DELETING", connection)
        with pytest.raises(Refusal, match="Requested resource not found: Table: Cats not found"):
            status(connection)


def status(connection):
    return connection.result("DescribeTable", {"TableName": "Cats"})["Table"]["TableStatus"]


def wait_while(state, connection):
    def is_past():
        answer = connection.call("DescribeTable", {"TableName": "Cats"})
        return answer.json.get("Table", {}).get("TableStatus") != state

    wait_until(is_past, f"the table did not cease to be {state}")


def test_a_port_that_is_taken():
    with Server() as server:
        assert str(server.port) in refused("--in-memory", "--port", server.port)


@pytest.mark.parametrize(
    "words, told",
    [
        (["--port", "cats"], "--port"),
        (["--port", "70000"], "--port"),
        (["--sync", "sometimes"], "--sync"),
        (["--cache", "much"], "--cache"),
        (["--log-level", "loud"], "--log-level"),
        (["--transition-delay", "soon"], "--transition-delay"),
        (["--config", "no-such-file.yaml"], "no-such-file.yaml"),
        (["--cats"], "--cats"),
        (["--host", "0.0.0.0"], "--insecure-bind"),
        (["--data", "/dev/null/data"], "/dev/null/data"),
    ],
)
def test_settings_that_cannot_be(words, told, tmp_path):
    options = words if "--data" in words else [*words, "--in-memory"]

    assert told in refused(*options)


def test_a_port_of_the_environment_that_cannot_be():
    assert "APUS_PORT" in refused("--in-memory", APUS_PORT="cats")
