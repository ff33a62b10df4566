"""What loading a table takes: within a throughput that was provisioned, and beside boto3 where there is no limit."""

import os
import re
import resource
import statistics
import subprocess
import time
import urllib.request

from . import api, dataset

# The table that the time of a load is measured with, and what of its throughput is kept while unused.
WRITE_UNITS = 500
BURST_SECONDS = 1
BOTO3_LOADER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "boto3_loader.py")


class Loading:
    """The measurements of one run of the benchmarks."""

    def __init__(self, bench, items):
        self.bench = bench
        self.items = items
        self.lines = bench.path("load.jsonl")
        dataset.write_lines(self.lines, bench.texts, items)

    def measure(self):
        self.measure_limited()
        self.measure_unlimited()

    # Within a throughput

    def measure_limited(self):
        """How close a load comes to the time that the capacity allows, and how many entries come back."""
        self.bench.say(f"loading {self.items:,} items at {WRITE_UNITS} WCU")
        server, _ = self.bench.start_apus("limited", ["--burst", f"{BURST_SECONDS}s"])
        api.create_table(server.url, "limited", (), write_units=WRITE_UNITS)
        seconds, _ = self.run(self.apus_command(server, "limited"))
        units = self.items * -(-self.bench.options.item_bytes // 1_024)
        allowed = (units - BURST_SECONDS * WRITE_UNITS) / WRITE_UNITS
        refused = counter(server, "apus_unprocessed_entries_total", 'operation="BatchWriteItem"')
        name = f"load of {self.items:,} items at {WRITE_UNITS} WCU"
        self.bench.figure(f"{name}, to the time by capacity", seconds / allowed, "×", 1.1, "≤")
        self.bench.figure(f"{name}, entries sent again", 100 * refused / self.items, "%", 5.0)
        server.stop()

    # Without a limit

    def measure_unlimited(self):
        """The items per second of apus and of boto3's batch_writer, in turn, and what each costs its own process."""
        self.bench.say(f"loading {self.items:,} items with apus and with boto3, in turn")
        server, _ = self.bench.start_apus("unlimited", ["--throughput", "unlimited"])
        paces, costs = {"apus": [], "boto3": []}, {"apus": [], "boto3": []}
        for turn in range(self.bench.options.rounds):
            for name, command in (("boto3", self.boto3_command), ("apus", self.apus_command)):
                table = f"{name}-{turn}"
                api.create_table(server.url, table, ())
                seconds, processor_seconds = self.run(command(server, table))
                paces[name].append(self.items / seconds)
                costs[name].append(processor_seconds * 1e6 / self.items)
        server.stop()
        apus, boto3 = (statistics.mean(paces[name]) for name in ("apus", "boto3"))
        self.bench.figure("items/s of apus load", apus, "items/s")
        self.bench.figure("items/s of boto3's batch_writer", boto3, "items/s")
        self.bench.figure("apus load to boto3's batch_writer, items/s", apus / boto3, "×", 5, "≥")
        apus, boto3 = (statistics.mean(costs[name]) for name in ("apus", "boto3"))
        self.bench.figure("CPU of apus load, an item", apus, "µs")
        self.bench.figure("CPU of apus load to boto3's batch_writer", apus / boto3, "×", 1)

    # Commands

    def apus_command(self, server, table):
        return [
            self.bench.options.binary, "load", table, self.lines, "--endpoint-url", server.url,
            "--region", "us-east-1", "--rejects", self.bench.path("rejects.jsonl"), "--no-checkpoint",
        ]

    def boto3_command(self, server, table):
        return [self.bench.options.python, BOTO3_LOADER, server.url, table, self.lines]

    def run(self, command):
        """Runs a loader; gives its time and its processor time."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            raise SystemExit(f"bench: {command[0]} failed:\n{done.stdout}{done.stderr}")
        return seconds, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def counter(server, name, label):
    """A counter of the server's metrics."""
    with urllib.request.urlopen(f"{server.url}/metrics", timeout=60) as answer:
        text = answer.read().decode()
    found = re.search(rf"^{name}{{{re.escape(label)}}} (\S+)$", text, re.MULTILINE)
    return float(found.group(1)) if found else 0.0
