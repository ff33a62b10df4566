"""The apus server as a process: started, stopped, killed and started again."""

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("APUS_BINARY", REPOSITORY / ".build/debug/apus")).absolute()
HOST = "127.0.0.1"
START_SECONDS = 60
STOP_SECONDS = 60


class ServerFailure(Exception):
    """The server did not do what a server process must."""


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


class Server:
    """One apus server. Without a directory it keeps its data in memory."""

    def __init__(self, directory=None, *options):
        self.directory = directory
        self.options = options
        self.port = free_port()
        self.process = None
        self.log = tempfile.TemporaryFile()

    @property
    def url(self):
        return f"http://{HOST}:{self.port}"

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.kill()

    def launch(self):
        """Starts the process without waiting for it to serve."""
        place = ["--data", str(self.directory)] if self.directory else ["--in-memory"]
        command = [str(BINARY), "serve", *place, "--host", HOST, "--port", str(self.port), *self.options]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)
        return self

    def start(self):
        """Starts the process and waits until it answers."""
        if not self.launch().comes_up():
            raise ServerFailure(f"the server ended with {self.process.returncode}:\n{self.output()}")
        return self

    def comes_up(self):
        """Waits until the process answers or ends, and tells whether it answers."""
        deadline = time.monotonic() + START_SECONDS
        while not self.is_well():
            if not self.is_running:
                return False
            if time.monotonic() > deadline:
                self.kill()
                raise ServerFailure(f"the server does not answer:\n{self.output()}")
            time.sleep(0.02)
        return True

    def is_well(self):
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self):
        """Asks the process to end, waits, and tells its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait(STOP_SECONDS)

    def kill(self):
        """Ends the process at once, as a power cut would."""
        if self.is_running:
            self.process.kill()
            self.process.wait()

    def wait(self, seconds):
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise ServerFailure(f"the server did not end within {seconds} s:\n{self.output()}") from None

    def resident_bytes(self):
        """How much memory the process has; nothing where the system does not tell."""
        try:
            pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        except FileNotFoundError:
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def output(self):
        """What the process has written so far."""
        self.log.seek(0)
        return self.log.read().decode(errors="replace")


def started_and_refused(directory):
    """Starts a server that should refuse the directory: its exit code and its words."""
    server = Server(directory).launch()
    code = server.wait(START_SECONDS)
    return code, server.output()
