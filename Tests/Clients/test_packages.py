"""A real data set, the Debian package index: loaded, with the connection cut, with the server killed."""

import json
import random

import pytest

from harness.loader import Load, load
from harness.packages import item, package_lines
from harness.proxy import Proxy
from harness.server import Server
from harness.tables import count
from harness.wire import Connection

TABLE = "Packages"
SAMPLE = 100
CUTS = 20
KILLS = 2
GIVING_UP_SECONDS = 60


@pytest.fixture(scope="module")
def lines():
    found = package_lines()
    if found is None:
        pytest.skip("this machine has no Debian package index (apt-cache dumpavail)")
    return found


@pytest.fixture
def file(lines, tmp_path):
    path = tmp_path / "packages.jsonl"
    path.write_text("".join(line + "\n" for line in lines))
    return path


def create_table(server):
    with Connection(server.url) as connection:
        connection.create_table(TABLE, package="S", version="S")


def assert_all_there(server, lines, seed):
    """Every record is in the table once, and a sample of them reads back equal."""
    with Connection(server.url) as connection:
        assert count(connection, TABLE) == len(lines)
        for line in random.Random(seed).sample(lines, min(SAMPLE, len(lines))):
            expected = item(json.loads(line))
            key = {name: expected[name] for name in ("package", "version")}
            assert connection.result("GetItem", {"TableName": TABLE, "Key": key})["Item"] == expected


def assert_sum_is_true(outcome, server, lines):
    """The loader wrote all, or tells exactly what is left; what it counts as written is in the table."""
    assert outcome.adds_up, outcome.output
    assert (outcome.code == 0) == (outcome.written == len(lines)), outcome.output
    assert outcome.read == len(lines), outcome.output
    with Connection(server.url) as connection:
        assert count(connection, TABLE) >= outcome.written


def test_whole_index(lines, file, seed):
    with Server() as server:
        create_table(server)

        outcome = load(TABLE, file, url=server.url)

        assert outcome.code == 0, outcome.output
        assert (outcome.written, outcome.rejected, outcome.left_over) == (len(lines), 0, 0)
        assert_all_there(server, lines, seed)


def test_connection_cut(lines, file, seed):
    cut_points = random.Random(seed).sample(range(50_000, file.stat().st_size), CUTS)
    with Server() as server, Proxy(server.port, cut_points, seed) as proxy:
        create_table(server)

        outcome = load(TABLE, file, url=proxy.url)

        assert proxy.cuts_made == CUTS
        assert_sum_is_true(outcome, server, lines)
        if outcome.code != 0:
            assert load(TABLE, file, url=server.url).code == 0
        assert_all_there(server, lines, seed)


def test_server_killed(lines, file, seed, tmp_path):
    with Server(tmp_path / "data") as server, Proxy(server.port) as proxy:
        create_table(server)
        loading = Load(TABLE, file, url=proxy.url)
        for kill in range(1, KILLS + 1):
            proxy.wait_for_upload(file.stat().st_size * kill // (KILLS + 1))
            server.kill()
            server.start()

        outcome = loading.finish()

        assert_sum_is_true(outcome, server, lines)
        if outcome.code != 0:
            assert load(TABLE, file, url=server.url).code == 0
        assert_all_there(server, lines, seed)


def test_server_gone_for_good(lines, file):
    with Server() as server, Proxy(server.port) as proxy:
        create_table(server)
        loading = Load(TABLE, file, url=proxy.url, options=["--give-up-after", "3s"])
        proxy.wait_for_upload(file.stat().st_size // 4)
        server.kill()

        outcome = loading.finish(seconds=GIVING_UP_SECONDS)

    assert outcome.code != 0
    assert outcome.adds_up, outcome.output
    assert outcome.left_over > 0
