"""A proxy between a client and a server that counts what passes, and can cut connections in the middle."""

import random
import socket
import threading
import time

from harness.server import HOST, free_port

CHUNK = 16_384


class Proxy:
    """Forwards connections, and cuts one each time so many bytes in all have gone to the server.

    A cut takes the second half of a request or, as often, of its answer: then the server has done what the client
    does not know to be done.
    """

    def __init__(self, upstream_port, cut_points=(), seed=0):
        self.upstream_port = upstream_port
        self.port = free_port()
        self.uploaded = 0
        self.cuts_made = 0
        self._cut_points = sorted(cut_points)
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._listener = socket.create_server((HOST, self.port))

    @property
    def url(self):
        return f"http://{HOST}:{self.port}"

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._listener.close()

    def wait_for_upload(self, count, seconds=120):
        """Returns when this many bytes have gone to the server."""
        deadline = time.monotonic() + seconds
        while self.uploaded < count:
            assert time.monotonic() < deadline, f"only {self.uploaded} of {count} bytes came through"
            time.sleep(0.005)

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection((HOST, self.upstream_port), timeout=10)
            except OSError:
                client.close()
                continue
            server.settimeout(None)
            link = Link(self, client, server)
            threading.Thread(target=link.carry_up, daemon=True).start()
            threading.Thread(target=link.carry_down, daemon=True).start()

    def count(self, data):
        """Counts bytes on their way up, and tells whether their connection is to be cut: its request or its answer."""
        with self._lock:
            self.uploaded += len(data)
            if not self._cut_points or self.uploaded < self._cut_points[0]:
                return None
            self._cut_points.pop(0)
            self.cuts_made += 1
            return self._chance.choice(["request", "answer"])


class Link:
    """One connection through the proxy."""

    def __init__(self, proxy, client, server):
        self.proxy = proxy
        self.client = client
        self.server = server
        self.cuts_answer = False

    def carry_up(self):
        try:
            while data := self.client.recv(CHUNK):
                cut = self.proxy.count(data)
                if cut == "request":
                    self.server.sendall(data[: len(data) // 2])
                    break
                self.cuts_answer |= cut == "answer"
                self.server.sendall(data)
        except OSError:
            pass
        self.close()

    def carry_down(self):
        try:
            while data := self.server.recv(CHUNK):
                if self.cuts_answer:
                    self.client.sendall(data[: len(data) // 2])
                    break
                self.client.sendall(data)
        except OSError:
            pass
        self.close()

    def close(self):
        for end in (self.client, self.server):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # The other direction was faster.
            end.close()
