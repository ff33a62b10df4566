"""Measures the release binary of apus against its yardsticks in one run. Started by script/bench.

Each row's yardstick and load alternate, so that noise of the machine reaches both. Everything is written under
.build, which lies on a real disk where a folder for temporary files may not: a sync must cost what it costs.
"""

import argparse
import datetime
import json
import operator
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

from driver import api, dataset, report  # noqa: E402
from driver.expiring import Expiring  # noqa: E402
from driver.load import Generator, together  # noqa: E402
from driver.loading import Loading  # noqa: E402
from driver.processes import Server, disk_bytes, free_port  # noqa: E402
from driver.rows import ROWS, check_answers  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STARTS = 5
MEGABYTE = 1_000_000


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


class Bench:
    """One run: the data set, the servers, and what was found so far."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.servers = []
        self.figures = []
        self.rows = []
        self.texts = dataset.texts(options.item_bytes)
        texts_file = os.path.join(folder, "texts")
        dataset.write_texts(texts_file, self.texts)
        self.generator = Generator(ROOT, options.wrk_threads, options.connections, texts_file)

    def path(self, name):
        return os.path.join(self.folder, name)

    # Servers

    @staticmethod
    def say(text):
        say(text)

    def start_apus(self, data, more=("--short-burst", "24h")):
        port = free_port()
        command = [self.options.binary, "serve", "--data", self.path(data), "--port", str(port), "--sync", "commit"]
        # Throughput is enforced; unless told otherwise, so much is kept that none of the rows uses it up.
        command += more
        if self.options.cache:
            command += ["--cache", self.options.cache]
        server = Server(command, port, self.path("apus.log"))
        self.servers.append(server)
        return server, server.wait_for_answer()

    def start_echo(self, answer_bytes):
        port = free_port()
        command = [self.options.yardsticks, "echo", "--port", str(port), "--bytes", str(answer_bytes)]
        server = Server(command, port, self.path("echo.log"))
        self.servers.append(server)
        server.wait_for_answer()
        return server

    def stop_all(self):
        for server in self.servers:
            server.stop()

    # Figures

    def figure(self, name, value, unit="", goal=None, sign="<"):
        reaches = {"<": operator.lt, "≤": operator.le, "≥": operator.ge}[sign]
        reached = None if goal is None else reaches(value, goal)
        self.figures.append(
            {"name": name, "value": value, "unit": unit, "goal": goal, "sign": sign, "reached": reached}
        )

    def measure_start(self):
        say("start to first answer")
        seconds = []
        for _ in range(STARTS):
            shutil.rmtree(self.path("empty"), ignore_errors=True)
            server, elapsed = self.start_apus("empty")
            seconds.append(elapsed)
            time.sleep(0.2)
            idle = server.resident_bytes()
            server.stop()
        self.figure("start to first answer, empty store", statistics.median(seconds) * 1_000, "ms", 100)
        self.figure("resident memory, idle", idle / MEGABYTE, "MB", 40)

    def load_table(self, server, table, items, indexes=()):
        api.create_table(server.url, table, indexes)
        lines = self.path("items.jsonl")
        loaded = dataset.write_lines(lines, self.texts, items)
        command = [
            self.options.binary, "load", table, lines, "--endpoint-url", server.url, "--region", "us-east-1",
            "--rejects", self.path("rejects.jsonl"), "--no-checkpoint",
        ]
        start = time.perf_counter()
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        elapsed = time.perf_counter() - start
        if done.returncode != 0:
            raise SystemExit(f"bench: apus load failed:\n{done.stdout}{done.stderr}")
        os.remove(lines)
        return loaded, elapsed

    def fill(self):
        """Loads the tables, weighs them, and gives the server started anew over them."""
        items = self.options.items
        say(f"loading {items:,} items of {self.options.item_bytes:,} bytes")
        server, _ = self.start_apus("data")
        loaded, seconds = self.load_table(server, "large", items)
        self.figure("apus load", items / seconds, "items/s")
        self.figure(f"resident memory, {items:,} items loaded", server.resident_bytes() / MEGABYTE, "MB")
        server.stop()
        self.figure("disk bytes per loaded byte", disk_bytes(self.path("data")) / loaded, "", 0.8, "≤")
        server, elapsed = self.start_apus("data")
        self.figure("start to first answer, loaded store", elapsed * 1_000, "ms")
        self.load_table(server, "small", self.options.small_items)
        self.load_table(server, "indexed", self.options.small_items, api.INDEXES)
        return server

    def measure_growth(self, server):
        """What a GetItem costs in a small and in the large table, in turn."""
        say("GetItem in a small and in the large table")
        small, large = [], []
        for _ in range(self.options.rounds):
            for table, items, samples in [
                ("small", self.options.small_items, small), ("large", self.options.items, large)
            ]:
                samples.append(self.generator.run(server, "get_item", table, items, self.options.seconds))
        ratio = together(large).microseconds / together(small).microseconds
        self.figure(f"cost of GetItem, {self.options.small_items:,} → {self.options.items:,} items", ratio, "×", 1.5)

    def measure_admission(self):
        """What the decision about one item costs, beside everything else that a request does."""
        say("admission")
        command = [self.options.yardsticks, "admission", "--seconds", str(self.options.seconds)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        self.figure("admission of an item", found["cpu_microseconds_per_item"], "µs", 1)

    # Rows

    def yardstick(self, row, server, echo):
        """One run of a row's yardstick: its pace by second, and processor microseconds for each request or item."""
        if row.yardstick == "plain table":
            sample = self.generator.run(server, row.script, "large", self.options.items, self.options.seconds)
            return sample.per_second, sample.microseconds
        if row.yardstick == "echo":
            # The echo answers GetItem's requests with answers of GetItem's size, whatever the row.
            sample = self.generator.run(echo, "get_item", "large", self.options.items, self.options.seconds)
            return sample.per_second, sample.microseconds
        folder = self.path(row.yardstick)
        command = [
            self.options.yardsticks, row.yardstick, "--data", folder, "--seconds", str(self.options.seconds),
            "--value-bytes", str(self.options.item_bytes), "--batch", str(row.items_per_request),
        ]
        if row.yardstick == "store-read":
            command += ["--items", str(self.options.items)]
        else:
            shutil.rmtree(folder, ignore_errors=True)
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return found["items_per_second"], found["cpu_microseconds_per_item"]

    def measure_row(self, row, server, echo):
        say(row.name)
        items, seconds = self.options.items, self.options.seconds
        self.generator.run(server, row.script, row.table, items, 1)
        yardsticks, samples = [], []
        for _ in range(self.options.rounds):
            yardsticks.append(self.yardstick(row, server, echo))
            samples.append(self.generator.run(server, row.script, row.table, items, seconds))
        whole = together(samples)
        per_second = whole.per_second * row.items_per_request
        yardstick_per_second = statistics.mean(pace for pace, _ in yardsticks)
        ratio = per_second / yardstick_per_second
        self.rows.append({
            "name": row.name,
            "unit": row.unit,
            "per_second": per_second,
            "yardstick": row.yardstick,
            "yardstick_per_second": yardstick_per_second,
            "yardstick_cpu_microseconds": statistics.mean(cost for _, cost in yardsticks),
            "ratio": ratio,
            "goal": row.goal,
            "reached": ratio >= row.goal and whole.failures == 0,
            "cpu_microseconds_per_request": whole.microseconds,
            "p50_ms": whole.p50_ms,
            "p99_ms": whole.p99_ms,
            "requests": whole.requests,
            "failures": whole.failures,
            "round_ratios": [
                sample.per_second * row.items_per_request / pace for sample, (pace, _) in zip(samples, yardsticks)
            ],
        })

    def run(self):
        if self.options.loads != "no":
            Loading(self, self.options.load_items).measure()
        if self.options.loads == "only":
            return
        if self.options.expiry != "no":
            Expiring(self).measure()
        if self.options.expiry == "only":
            return
        self.measure_start()
        server = self.fill()
        echo = self.start_echo(check_answers(server.url, "large", self.options.items))
        for row in ROWS:
            if not self.options.rows or row.script in self.options.rows:
                self.measure_row(row, server, echo)
        self.measure_growth(server)
        self.measure_admission()
        self.figure("resident memory, after all rows", server.resident_bytes() / MEGABYTE, "MB")


def parse_options():
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=100_000, help="items in the large table (100000)")
    parser.add_argument("--small-items", type=int, default=10_000, help="items in the small table (10000)")
    parser.add_argument("--item-bytes", type=int, default=1_000, help="size of an item by DynamoDB's rule (1000)")
    parser.add_argument("--seconds", type=int, default=5, help="length of one measured run (5)")
    parser.add_argument("--rounds", type=int, default=3, help="measured runs of each row and its yardstick (3)")
    parser.add_argument("--connections", type=int, default=64, help="connections of the load generator (64)")
    parser.add_argument("--wrk-threads", type=int, default=2, help="threads of the load generator (2)")
    parser.add_argument("--load-items", type=int, default=100_000, help="items of each measured load (100000)")
    parser.add_argument(
        "--loads", choices=["also", "only", "no"], default="also", help="whether loads are measured: also, only or no"
    )
    parser.add_argument(
        "--expiry", choices=["also", "only", "no"], default="also", help="whether expiry is measured: also, only or no"
    )
    parser.add_argument("--expiring-items", type=int, default=100_000, help="items that expire in an hour (100000)")
    parser.add_argument("--python", default=os.path.join(ROOT, ".venv/bin/python"), help="a Python that has boto3")
    parser.add_argument("--cache", help="passed to apus serve as it stands")
    parser.add_argument(
        "--rows", nargs="+", metavar="ROW", choices=sorted({row.script for row in ROWS}),
        help="measure only these rows: " + ", ".join(sorted({row.script for row in ROWS})),
    )
    parser.add_argument("--output", default=os.path.join(ROOT, ".build/bench.json"), help="(.build/bench.json)")
    release = os.path.join(ROOT, ".build/release")
    parser.add_argument("--binary", default=os.path.join(release, "apus"), help="the apus to measure")
    parser.add_argument("--yardsticks", default=os.path.join(release, "ApusBenchmarks"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if min(options.items, options.small_items) < 100:
        parser.error("a table needs at least 100 items")
    return options


def machine():
    return {"system": platform.platform(), "processor": platform.machine(), "cores": os.cpu_count()}


def main():
    options = parse_options()
    os.makedirs(os.path.join(ROOT, ".build"), exist_ok=True)
    folder = tempfile.mkdtemp(prefix="bench-", dir=os.path.join(ROOT, ".build"))
    bench = Bench(options, folder)
    start = datetime.datetime.now(datetime.timezone.utc)
    try:
        bench.run()
    finally:
        bench.stop_all()
        shutil.rmtree(folder, ignore_errors=True)
    paths = {"output", "binary", "yardsticks", "python"}
    settings = {name: value for name, value in vars(options).items() if name not in paths}
    result = {
        "date": start.isoformat(timespec="seconds"),
        "machine": machine(),
        "settings": settings,
        "rows": bench.rows,
        "figures": bench.figures,
    }
    with open(options.output, "w", encoding="utf-8") as output:
        json.dump(result, output, indent=2, ensure_ascii=False)
        output.write("\n")
    print(report.table(result))
    say(f"the same as JSON: {os.path.relpath(options.output)}")
    return 1 if any(row["failures"] for row in bench.rows) else 0


if __name__ == "__main__":
    sys.exit(main())
