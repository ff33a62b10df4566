"""Bytes on a socket: requests that no HTTP library would send, and whatever comes back."""

import http.client
import socket

from harness.server import HOST
from harness.wire import Answer, api_headers

ANSWER_SECONDS = 60


class Caller:
    """A socket to the server, and the answers that come on it one after the other."""

    def __init__(self, port, seconds=ANSWER_SECONDS):
        self.socket = socket.create_connection((HOST, port), timeout=seconds)
        self.incoming = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.incoming.close()
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def end(self):
        """Closes the way up: nothing more will be sent."""
        self.socket.shutdown(socket.SHUT_WR)

    def answer(self):
        """The next answer; None where the server closes without one."""
        try:
            first = self.incoming.readline()
            if not first:
                return None
            headers = http.client.parse_headers(self.incoming)
            body = self.incoming.read(int(headers.get("Content-Length", "0")))
        except ConnectionError:
            return None
        return Answer(int(first.split()[1]), {name.lower(): value for name, value in headers.items()}, body)


def request_bytes(operation, body, headers=None):
    """A whole request as bytes; headers here replace the usual ones."""
    fields = {"Host": HOST, **api_headers(operation), "Content-Length": str(len(body))} | (headers or {})
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value is not None)
    return f"POST / HTTP/1.1\r\n{head}\r\n".encode("latin-1") + body


def exchange(port, data, ends=False):
    """Sends bytes on a connection of their own and reads what comes; `ends` closes the way up after them."""
    with Caller(port) as caller:
        try:
            caller.send(data)
            if ends:
                caller.end()
        except OSError:
            pass  # A server may answer or close before it has read everything.
        return caller.answer()
