"""`apus load` as a process, and the sum it prints at its end."""

import os
import re
import signal
import subprocess
import tempfile
from dataclasses import dataclass

from harness.server import BINARY
from harness.wire import ACCESS_KEY, SECRET_KEY

LOAD_SECONDS = 600
COUNTS = ("written", "rejected", "left over", "read")


@dataclass
class LoadOutcome:
    """How a load ended, and what it says it did."""

    code: int
    output: str
    written: int
    rejected: int
    left_over: int
    read: int

    @property
    def adds_up(self):
        return self.written + self.rejected + self.left_over == self.read


class Load:
    """A load that is under way."""

    def __init__(self, table, *files, url, options=(), stdin=subprocess.DEVNULL, folder=None):
        # The loader writes its checkpoint and its rejects to where it runs.
        self.folder = None if folder else tempfile.TemporaryDirectory()
        command = [BINARY, "load", table, *files, "--endpoint-url", url, *options]
        self.process = subprocess.Popen(
            [str(word) for word in command],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=folder or self.folder.name,
            env=environment(),
        )

    def finish(self, text=None, seconds=LOAD_SECONDS):
        """Waits for the end; the text is what the standard input holds."""
        try:
            output, _ = self.process.communicate(text, timeout=seconds)
        finally:
            self.process.kill()
            if self.folder:
                self.folder.cleanup()
        return LoadOutcome(self.process.returncode, output, *sum_of(output))


    def kill(self):
        """Ends the process at once. Tells whether it was still under way."""
        self.process.kill()
        self.finish()
        return self.process.returncode == -signal.SIGKILL


def load(table, *files, url, options=(), text=None, folder=None):
    """Loads files, or a text from the standard input, and tells how it ended."""
    stdin = subprocess.DEVNULL if text is None else subprocess.PIPE
    return Load(table, *files, url=url, options=options, stdin=stdin, folder=folder).finish(text)


def environment():
    return os.environ | {
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_REGION": "us-east-1",
        "AWS_DEFAULT_REGION": "us-east-1",
    }


def sum_of(output):
    """The numbers of the closing line, in the order of COUNTS; -1 for one that it does not have."""
    closing = output.strip().rpartition("\n")[2]
    found = [re.search(rf"\b{name} (\d+)", closing) for name in COUNTS]
    return [int(number[1]) if number else -1 for number in found]
