"""Load on a server by wrk, and what it cost."""

import json
import subprocess
from dataclasses import dataclass


@dataclass
class Sample:
    """What one or several runs of a load saw."""

    requests: int
    seconds: float
    processor_seconds: float
    p50_ms: float
    p99_ms: float
    failures: int

    @property
    def per_second(self):
        return self.requests / self.seconds

    @property
    def microseconds(self):
        """Processor time of the server for each request."""
        return self.processor_seconds * 1e6 / max(self.requests, 1)


@dataclass
class Generator:
    """How wrk is run: the settings that all rows share."""

    root: str
    threads: int
    connections: int
    texts: str
    runs: int = 0

    def run(self, server, script, table, items, seconds):
        """Runs one load script against a server; each run writes under keys of its own."""
        self.runs += 1
        command = [
            "wrk", "-t", str(self.threads), "-c", str(self.connections), "-d", f"{seconds}s", "--timeout", "10s",
            "-s", f"Benchmarks/wrk/{script}.lua", server.url, "--", table, str(items), self.texts, str(self.runs),
        ]
        before = server.processor_seconds()
        output = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)
        spent = server.processor_seconds() - before
        lines = [line for line in output.stdout.splitlines() if line.startswith("{")]
        if output.returncode != 0 or not lines:
            raise SystemExit(f"bench: wrk failed with {script}.lua:\n{output.stdout}{output.stderr}")
        found = json.loads(lines[-1])
        failures = found["refused"] + found["broken"] + found["timeouts"]
        return Sample(found["requests"], found["seconds"], spent, found["p50_ms"], found["p99_ms"], failures)


def together(samples):
    """Several runs as one: sums, and the middle of their latencies."""
    def middle(values):
        ordered = sorted(values)
        return ordered[len(ordered) // 2]

    return Sample(
        sum(sample.requests for sample in samples),
        sum(sample.seconds for sample in samples),
        sum(sample.processor_seconds for sample in samples),
        middle([sample.p50_ms for sample in samples]),
        middle([sample.p99_ms for sample in samples]),
        sum(sample.failures for sample in samples),
    )
