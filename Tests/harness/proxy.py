"""A proxy between a client and a server that counts what passes, and can cut connections."""

import random
import socket
import threading
import time

from harness.server import HOST, free_port

CHUNK = 16_384


class Proxy:
    """Forwards connections; the first `cuts` of them are cut after about `mean_bytes` in one of the directions."""

    def __init__(self, upstream_port, seed=0, cuts=0, mean_bytes=0):
        self.upstream_port = upstream_port
        self.port = free_port()
        self.uploaded = 0
        self.cuts_made = 0
        self._chance = random.Random(seed)
        self._cuts = cuts
        self._mean_bytes = mean_bytes
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
            up, down = self._limits()
            for source, target, limit, is_up in ((client, server, up, True), (server, client, down, False)):
                threading.Thread(target=self._pump, args=(source, target, limit, is_up), daemon=True).start()

    def _limits(self):
        """After how many bytes the new connection is cut, on the way up and on the way down."""
        with self._lock:
            if self._cuts == 0:
                return None, None
            self._cuts -= 1
            limit = self._chance.randint(1, 2 * self._mean_bytes)
            # An answer that is cut off leaves the client without knowing that its write was done.
            return (limit, None) if self._chance.random() < 0.5 else (None, limit // 1000)

    def _pump(self, source, target, limit, is_up):
        passed = 0
        try:
            while data := source.recv(CHUNK):
                if limit is not None and passed + len(data) > limit:
                    target.sendall(data[: limit - passed])
                    self.cuts_made += 1
                    break
                passed += len(data)
                target.sendall(data)
                if is_up:
                    with self._lock:
                        self.uploaded += len(data)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        source.close()
