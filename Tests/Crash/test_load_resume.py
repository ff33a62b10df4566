"""A load is killed again and again and goes on: the table and the accounts are those of the whole input."""

import gzip
import json
import os
import random
import time

from harness.loader import Load, load
from harness.server import Server
from harness.tables import items
from harness.waiting import wait_until
from harness.wire import Connection

TABLE = "Loaded"
FULL_LINES = 1_000_000
LINES = int(os.environ.get("APUS_LOAD_LINES", FULL_LINES if os.environ.get("APUS_FULL") else 20_000))
# A short load is slowed down, so that it is under way when it is killed.
OPTIONS = [] if LINES >= FULL_LINES else ["--rate", LINES // 12]
KILLS = 3
LONGEST_RUN_SECONDS = 900


class Input:
    """Files of lines, some faulty and many with keys that came before, and the table that they make."""

    def __init__(self, folder, seed):
        self.chance = random.Random(seed)
        self.model = {}
        self.faulty = set()
        self.number = 0
        self.files = [folder / "plain.jsonl", folder / "typed.jsonl.gz", folder / "changes.jsonl"]
        for file, opener, line in zip(self.files, (open, gzip.open, open), (self.plain, self.typed, self.change)):
            with opener(file, "wt") as stream:
                for place in range(1, LINES // 3 + 1):
                    stream.write(self.fault(file, place) if self.chance.random() < 0.005 else line())

    @property
    def lines(self):
        return LINES // 3 * len(self.files)

    def fault(self, file, place):
        self.faulty.add((str(file), place))
        return self.chance.choice(['{"id":\n', '{"nr":{"N":"1"}}\n', '{"Put":1}\n', '{"id":{"N":"7"}}\n'])

    def item(self):
        self.number += 1
        item = {"id": {"S": f"cat{self.chance.randrange(LINES)}"}, "nr": {"N": str(self.number)}}
        self.model[item["id"]["S"]] = self.number
        return item

    def plain(self):
        return json.dumps({name: int(value["N"]) if "N" in value else value["S"] for name, value in self.item().items()}) + "\n"

    def typed(self):
        return json.dumps({"Item": self.item()}) + "\n"

    def change(self):
        item = self.item()
        if self.chance.random() < 0.7:
            return json.dumps({"PutRequest": {"Item": item}}) + "\n"
        del self.model[item["id"]["S"]]
        return json.dumps({"DeleteRequest": {"Key": {"id": item["id"]}}}) + "\n"


def test_a_killed_load_goes_on(tmp_path, seed):
    made = Input(tmp_path, seed)
    chance = random.Random(seed)
    with Server(tmp_path / "data", "--throughput", "unlimited") as server:
        with Connection(server.url) as connection:
            connection.create_table(TABLE, id="S")

        settled = [0]
        for run in range(KILLS):
            started = Load(TABLE, *made.files, url=server.url, folder=tmp_path, options=options(run))
            goal = LINES * chance.uniform(run, run + 0.8) / (KILLS + 1)
            wait_until_settled(tmp_path, started, run + 1, max(goal, settled[-1] + 1))
            if run == 1:
                restart(server)
            time.sleep(chance.uniform(0, 1))
            assert started.kill(), f"run {run + 1} of APUS_SEED={seed} had ended"
            settled.append(checked_checkpoint(tmp_path, settled[-1]))

        outcome = load(TABLE, *made.files, url=server.url, folder=tmp_path, options=options(KILLS))

        told = f"APUS_SEED={seed}:\n{outcome.output}"
        # The faulty lines are not written, and so the load does not end with 0.
        assert outcome.code == 1, told
        assert outcome.read == made.lines and outcome.left_over == 0 and outcome.adds_up, told
        assert outcome.rejected == len(made.faulty), told
        assert sorted(rejects(tmp_path)) == sorted(made.faulty), told
        assert not (tmp_path / f"{TABLE}-load.checkpoint").exists(), told
        with Connection(server.url) as connection:
            found = {item["id"]["S"]: int(item["nr"]["N"]) for item in items(connection, TABLE)}
        assert found == made.model, f"{told}\n{len(found)} items instead of {len(made.model)}"
    print(f"{made.lines} lines, {len(found)} items, settled at the kills: {settled[1:]}")


def options(run):
    return OPTIONS + (["--resume"] if run else [])


def wait_until_settled(folder, running, run, lines):
    """Waits until a run of a load has settled so many lines, or has ended."""
    checkpoint = folder / f"{TABLE}-load.checkpoint"

    def is_settled():
        if running.process.poll() is not None:
            return True
        if not checkpoint.exists():
            return False
        found = json.loads(checkpoint.read_text())
        return found["runs"] == run and found["counts"]["read"] >= lines

    wait_until(is_settled, f"{lines:.0f} lines were not settled", LONGEST_RUN_SECONDS)


def restart(server):
    """Kills the server under the load, which waits for it to come back."""
    server.kill()
    time.sleep(0.3)
    server.start()


def checked_checkpoint(folder, settled):
    """How many lines the checkpoint counts, once it is found to add up and to have the rejects that it counts."""
    checkpoint = json.loads((folder / f"{TABLE}-load.checkpoint").read_text())
    counts = checkpoint["counts"]
    assert counts["read"] == counts["written"] + counts["rejected"] + counts["leftOver"]
    assert counts["read"] >= settled
    assert counts["leftOver"] == 0
    if counts["rejected"]:
        kept = (folder / f"{TABLE}-rejects.jsonl").read_bytes()[: checkpoint["rejects"]["bytes"]]
        assert kept.count(b"\n") == counts["rejected"] and kept.endswith(b"\n")
    return counts["read"]


def rejects(folder):
    lines = (folder / f"{TABLE}-rejects.jsonl").read_text().splitlines()
    return [(line["file"], line["line"]) for line in map(json.loads, lines)]
