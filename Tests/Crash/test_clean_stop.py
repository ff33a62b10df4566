"""SIGTERM: the server answers what it has begun, ends with 0, and has lost nothing."""

import signal
import threading
import time

from harness.server import Server
from harness.sockets import Caller, request_bytes
from harness.tables import items
from harness.wire import Connection

TABLE = "Crash"
THREADS = 32
# A request that has just left the client may still be on its way when the server stops to listen.
GRACE_SECONDS = 0.05


class Sender(threading.Thread):
    """Puts one item after the other until the server is gone; remembers when it sent what got no answer."""

    def __init__(self, url, number):
        super().__init__()
        self.url = url
        self.number = number
        self.acknowledged = []
        self.unanswered_since = None

    def run(self):
        count = 0
        try:
            with Connection(self.url) as connection:
                while True:
                    name = f"{self.number}-{count}"
                    self.unanswered_since = time.monotonic()
                    answer = connection.call("PutItem", {"TableName": TABLE, "Item": {"id": {"S": name}}})
                    if answer.status == 200:
                        self.acknowledged.append(name)
                    count += 1
        except Exception:
            return


def test_stop_under_load(directory):
    with Server(directory) as server:
        with Connection(server.url) as connection:
            connection.create_table(TABLE, id="S")
        senders = [Sender(server.url, number) for number in range(THREADS)]
        for sender in senders:
            sender.start()
        time.sleep(1.5)

        stopped = time.monotonic()
        code = server.stop()
        for sender in senders:
            sender.join()

        assert code == 0, server.output()
        forgotten = [sender.number for sender in senders if sender.unanswered_since < stopped - GRACE_SECONDS]
        assert not forgotten, f"requests of {forgotten} were under way and got no answer"
        server.start()
        with Connection(server.url) as connection:
            there = {item["id"]["S"] for item in items(connection, TABLE)}
        acknowledged = {name for sender in senders for name in sender.acknowledged}
        assert acknowledged and acknowledged <= there


def test_a_request_whose_body_is_on_its_way_is_answered(directory):
    with Server(directory) as server:
        with Connection(server.url) as connection:
            connection.create_table(TABLE, id="S")
        body = b'{"TableName": "Crash", "Item": {"id": {"S": "late"}}}'
        whole = request_bytes("PutItem", body)
        with Caller(server.port) as caller:
            caller.send(whole[:-20])
            time.sleep(0.3)

            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            caller.send(whole[-20:])
            answer = caller.answer()

        assert answer is not None and answer.status == 200
        assert server.wait(30) == 0, server.output()
        server.start()
        with Connection(server.url) as connection:
            assert [item["id"]["S"] for item in items(connection, TABLE)] == ["late"]


def test_idle_connections_do_not_delay_the_end(directory):
    with Server(directory) as server:
        callers = [Caller(server.port) for _ in range(20)]
        started = time.monotonic()

        code = server.stop()

        assert code == 0, server.output()
        assert time.monotonic() - started < 15
        for caller in callers:
            caller.close()
