"""The server is killed under 64 writers, again and again: what was acknowledged is there, and nothing is half there."""

import os
import random
import time

import pytest

from harness.server import Server
from harness.wire import Connection
from harness.writers import Fleet

TABLE = "Crash"
WRITERS = 64
KILLS = int(os.environ.get("APUS_CRASH_KILLS", "4"))
LONGEST_RUN_SECONDS = 6


def test_acknowledged_writes_survive_kills(tmp_path, seed):
    chance = random.Random(seed)
    fleet = Fleet(TABLE, WRITERS, seed)
    with Server(tmp_path / "data", "--sync", "commit") as server:
        with Connection(server.url) as connection:
            connection.create_table(TABLE, id="S")

        for kill in range(1, KILLS + 1):
            run_until_killed(server, fleet, chance.uniform(0.5, LONGEST_RUN_SECONDS))
            server.start()

            with Connection(server.url) as connection:
                faults = fleet.verify(connection)
            if faults or fleet.failures:
                told = "\n".join(fleet.failures[:5] + faults[:20])
                pytest.fail(f"after kill {kill} of APUS_SEED={seed}, {len(faults)} faults:\n{told}")

    assert fleet.acknowledged_writes > KILLS * WRITERS, "the writers hardly wrote"
    print(f"{fleet.acknowledged_writes} acknowledged writes survived {KILLS} kills")


def run_until_killed(server, fleet, seconds):
    fleet.start(server.url)
    time.sleep(seconds)
    fleet.stopping.set()
    server.kill()
    fleet.join()
