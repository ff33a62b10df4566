"""What time to live and streams cost a put, and how long it takes until what has expired is gone."""

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
        self.measure_puts("time to live", switch_on)
        self.measure_puts("stream", switch_on_stream)
        self.measure_removal(self.bench.options.expiring_items)

    def measure_puts(self, name, enable):
        """Puts of items that do not expire, into a table with time to live or a stream and into one without, in turn."""
        self.bench.say(f"PutItem with and without {name}")
        server, _ = self.bench.start_apus("puts-" + name.replace(" ", "-"))
        for table in ("without", "with"):
            api.create_table(server.url, table)
        enable(server.url, "with")
        samples = {"without": [], "with": []}
        for table in samples:
            self.bench.generator.run(server, "put_item", table, 1, 1)
        # There and back, so that what grows with the store burdens both.
        for table in ("without", "with", "with", "without") * self.bench.options.rounds:
            samples[table].append(self.bench.generator.run(server, "put_item", table, 1, self.bench.options.seconds))
        server.stop()
        ratio = together(samples["with"]).microseconds / together(samples["without"]).microseconds
        # A stream writes each change a second time; a table without expiring items is to pay nothing.
        goal = 1.05 if enable == switch_on else None
        self.bench.figure(f"CPU of PutItem, {name} enabled and not", ratio, "×", goal)

    def measure_removal(self, items):
        """Items whose times lie within an hour, by which the clock is moved at once."""
        self.bench.say(f"{items:,} items that expire within an hour")
        server, _ = self.bench.start_apus(
            "expiring", ("--clock", "manual:2026-01-01T00:00:00Z", "--throughput", "unlimited")
        )
        api.create_table(server.url, "expiring")
        switch_on(server.url, "expiring")
        switch_on_stream(server.url, "expiring")
        self.load(server, items)
        before = server.processor_seconds()
        start = time.perf_counter()
        advance(server.url, f"{SPREAD_SECONDS}s")
        seconds = time.perf_counter() - start
        spent = server.processor_seconds() - before
        left = api.call(server.url, "DescribeTable", {"TableName": "expiring"})[0]["Table"]["ItemCount"]
        removed = count_removals(server.url, "expiring")
        server.stop()
        if left or removed != items:
            raise SystemExit(f"bench: {left} expired items are still there, and {removed} removals in the stream")
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


def switch_on_stream(url, table):
    specification = {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}
    api.call(url, "UpdateTable", {"TableName": table, "StreamSpecification": specification})


def count_removals(url, table):
    """How many records of the table's stream tell that an item has expired."""
    arn = api.call(url, "DescribeTable", {"TableName": table})[0]["Table"]["LatestStreamArn"]
    shards = api.call(url, "DescribeStream", {"StreamArn": arn}, api.STREAMS)[0]["StreamDescription"]["Shards"]
    count = 0
    for shard in shards:
        start = {"StreamArn": arn, "ShardId": shard["ShardId"], "ShardIteratorType": "TRIM_HORIZON"}
        iterator = api.call(url, "GetShardIterator", start, api.STREAMS)[0]["ShardIterator"]
        while iterator:
            page = api.call(url, "GetRecords", {"ShardIterator": iterator}, api.STREAMS)[0]
            count += sum(1 for record in page["Records"] if "userIdentity" in record)
            # An open shard has no end: an empty page tells that all of it has been read.
            iterator = page.get("NextShardIterator") if page["Records"] else None
    return count


def advance(url, duration):
    """Moves the clock; the answer comes once what has expired is gone."""
    request = urllib.request.Request(f"{url}/_apus/clock", json.dumps({"advance": duration}).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as answer:
        answer.read()
