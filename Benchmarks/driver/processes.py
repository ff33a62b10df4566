"""Servers under measurement: started, waited for, weighed and stopped."""

import os
import signal
import socket
import subprocess
import time

START_LIMIT_SECONDS = 60


class Server:
    """A child process that serves HTTP on a port of the loopback address."""

    def __init__(self, command, port, log):
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.log = log
        with open(log, "ab") as output:
            self.started = time.perf_counter()
            self.process = subprocess.Popen(
                command, env=environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output
            )

    def wait_for_answer(self):
        """Waits for the first answer with status 200 and says how many seconds after the start it came."""
        while time.perf_counter() - self.started < START_LIMIT_SECONDS:
            if self.process.poll() is not None:
                break
            if self._answers():
                return time.perf_counter() - self.started
            time.sleep(0.001)
        self.stop()
        with open(self.log, encoding="utf-8", errors="replace") as output:
            raise SystemExit(f"bench: no server came up on port {self.port}; it said:\n{output.read()[-2000:]}")

    def _answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                return connection.recv(64).startswith(b"HTTP/1.1 200")
        except OSError:
            return False

    def processor_seconds(self):
        """Processor time of all threads so far, in user and system mode."""
        if os.path.exists("/proc/self/stat"):
            with open(f"/proc/{self.process.pid}/stat", encoding="ascii", errors="replace") as status:
                fields = status.read().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        minutes, _, seconds = self._ask_ps("time").rpartition(":")
        whole = 0
        for part in minutes.replace("-", ":").split(":"):
            whole = whole * 60 + int(part or 0)
        return whole * 60 + float(seconds)

    def resident_bytes(self):
        return int(self._ask_ps("rss")) * 1024

    def _ask_ps(self, column):
        command = ["ps", "-o", f"{column}=", "-p", str(self.process.pid)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def stop(self):
        """Ends the process as its user would, and waits until it is gone."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def environment():
    """This process's environment without settings of apus, so that only the command's options count."""
    return {name: value for name, value in os.environ.items() if not name.startswith("APUS_")}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def disk_bytes(folder):
    """What a folder occupies on disk, in whole blocks as the file system counts them."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            total += os.stat(os.path.join(parent, name)).st_blocks * 512
    return total
