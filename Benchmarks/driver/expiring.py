"""What time to live costs where nothing expires, and how long it takes until what has expired is gone."""

import json
import os
import subprocess
import time
import urllib.request

from driver import api, dataset
from driver.load import together

# What the manual clock shows at first, and for how long it is moved on.
START = 1_767_225_600
SPREAD_SECONDS = 3_600
LIMIT_SECONDS = 900


class Expiring:
    """The figures of expiry, in one bench."""

    def __init__(self, bench):
        self.bench = bench

    def measure(self):
        self.measure_puts()
        self.measure_removal(self.bench.options.expiring_items)

    def measure_puts(self):
        """Puts of items that do not expire, into a table with time to live and into one without, in turn."""
        self.bench.say("PutItem with and without time to live")
        server, _ = self.bench.start_apus("puts")
        for table in ("without", "with"):
            api.create_table(server.url, table)
        switch_on(server.url, "with")
        samples = {"without": [], "with": []}
        for table in samples:
            self.bench.generator.run(server, "put_item", table, 1, 1)
        for _ in range(self.bench.options.rounds):
            for table, found in samples.items():
                found.append(self.bench.generator.run(server, "put_item", table, 1, self.bench.options.seconds))
        server.stop()
        ratio = together(samples["with"]).microseconds / together(samples["without"]).microseconds
        self.bench.figure("CPU of PutItem, time to live enabled and not", ratio, "×", 1.05)

    def measure_removal(self, items):
        """Items whose times lie within an hour, by which the clock is moved at once."""
        self.bench.say(f"{items:,} items that expire within an hour")
        server, _ = self.bench.start_apus(
            "expiring", ("--clock", "manual:2026-01-01T00:00:00Z", "--throughput", "unlimited")
        )
        api.create_table(server.url, "expiring")
        switch_on(server.url, "expiring")
        self.load(server, items)
        before = server.processor_seconds()
        start = time.perf_counter()
        advance(server.url, f"{SPREAD_SECONDS}s")
        seconds = time.perf_counter() - start
        spent = server.processor_seconds() - before
        left = api.call(server.url, "DescribeTable", {"TableName": "expiring"})[0]["Table"]["ItemCount"]
        server.stop()
        if left:
            raise SystemExit(f"bench: {left} items that have expired are still there")
        self.bench.figure(f"{items:,} items that expire within an hour, until they are gone", seconds, "s", 60)
        self.bench.figure("CPU of a removal", spent / items * 1e6, "µs")

    def load(self, server, items):
        lines = self.bench.path("expiring.jsonl")
        with open(lines, "w", encoding="utf-8") as output:
            for index in range(items):
                expires = START + 1 + index * 7_919 % SPREAD_SECONDS
                item = dataset.key(index) | {"expires": expires, "text": "x" * 100}
                output.write(json.dumps(item) + "\n")
        command = [
            self.bench.options.binary, "load", "expiring", lines, "--endpoint-url", server.url,
            "--region", "us-east-1", "--rejects", self.bench.path("rejects.jsonl"), "--no-checkpoint",
        ]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        os.remove(lines)
        found = api.call(server.url, "DescribeTable", {"TableName": "expiring"})[0]["Table"]["ItemCount"]
        if done.returncode != 0 or found != items:
            raise SystemExit(f"bench: apus load left {found} items:\n{done.stdout}{done.stderr}")


def switch_on(url, table):
    specification = {"AttributeName": "expires", "Enabled": True}
    api.call(url, "UpdateTimeToLive", {"TableName": table, "TimeToLiveSpecification": specification})


def advance(url, duration):
    """Moves the clock; the answer comes once what has expired is gone."""
    request = urllib.request.Request(f"{url}/_apus/clock", json.dumps({"advance": duration}).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as answer:
        answer.read()
