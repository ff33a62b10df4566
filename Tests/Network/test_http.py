"""HTTP that is broken, slow, endless or half there: an error or a closed connection, and the server goes on."""

import gzip
import json
import random
import socket
import time

import pytest

from harness.sockets import Caller, exchange, request_bytes
from harness.valid_requests import TABLE, VALID_REQUESTS
from harness.wire import Connection

LIST_TABLES = request_bytes("ListTables", b"{}")
REFUSALS = range(400, 600)
BODY_LIMIT = 16 * 1024 * 1024
UNREAD_ANSWERS = 500


def assert_refused(answer):
    assert answer is None or answer.status in REFUSALS, answer


def test_random_bytes(server, seed):
    chance = random.Random(seed)
    for _ in range(50):
        assert_refused(exchange(server.port, chance.randbytes(chance.randint(1, 2_000)), ends=True))


@pytest.mark.parametrize(
    "head",
    [
        b"\r\n\r\n",
        b"POST\r\n\r\n",
        b"POST / HTTP/9.9\r\n\r\n",
        b"POST / HTTP/1.1\r\nno colon\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\n{}",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nX: a\x00b\r\n\r\n",
        b"GET http:// HTTP/1.1\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_broken_heads(server, head):
    assert_refused(exchange(server.port, head, ends=True))


def test_changed_requests(server, seed):
    chance = random.Random(seed)
    whole = request_bytes("PutItem", json.dumps(VALID_REQUESTS["PutItem"]).encode())
    head_length = whole.index(b"\r\n\r\n")
    for _ in range(100):
        position = chance.randrange(head_length)
        changed = whole[:position] + chance.randbytes(chance.randint(0, 3)) + whole[position + chance.randint(0, 3) :]
        exchange(server.port, changed, ends=True)


@pytest.mark.parametrize("size", [17_000, 100_000, 2_000_000])
def test_headers_over_16_kb(server, size):
    answer = exchange(server.port, request_bytes("ListTables", b"{}", {"X-Large": "x" * size}))

    assert answer is None or answer.status == 400


def test_many_headers(server):
    headers = {f"X-Cat-{number}": "grey" for number in range(5_000)}

    answer = exchange(server.port, request_bytes("ListTables", b"{}", headers))

    assert answer is None or answer.status == 400


def test_address_over_16_kb(server):
    answer = exchange(server.port, b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n")

    assert answer is None or answer.status in (400, 404, 414)


def test_half_sent_requests(server, seed):
    chance = random.Random(seed)
    whole = request_bytes("GetItem", json.dumps(VALID_REQUESTS["GetItem"]).encode())
    for _ in range(50):
        with Caller(server.port) as caller:
            caller.send(whole[: chance.randrange(len(whole))])
            if chance.random() < 0.5:
                caller.end()
                assert_refused(caller.answer())


def test_a_byte_at_a_time(server):
    with Caller(server.port) as caller:
        caller.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in LIST_TABLES:
            caller.send(bytes([byte]))
            time.sleep(0.001)
        answer = caller.answer()

    assert answer.status == 200


def test_stalled_bodies_do_not_stop_others(server):
    whole = request_bytes("DescribeTable", json.dumps({"TableName": TABLE}).encode())
    stalled = [Caller(server.port) for _ in range(100)]
    for number, caller in enumerate(stalled):
        caller.send(whole[: -1 - number % 20])

    with Connection(server.url, timeout=5) as connection:
        for _ in range(20):
            assert connection.call("ListTables", {}).status == 200

    for number, caller in enumerate(stalled):
        caller.send(whole[-1 - number % 20 :])
        assert caller.answer().status == 200
        caller.close()


def test_requests_one_behind_the_other(server):
    """Several requests in one packet get their answers in order."""
    bodies = [b"{}", b"", json.dumps({"TableName": TABLE}).encode(), b"{}"]
    operations = ["ListTables", "ListTables", "DescribeTable", "NoSuchOperation"]
    requests = b"".join(request_bytes(operation, body) for operation, body in zip(operations, bodies))

    with Caller(server.port) as caller:
        caller.send(requests)
        answers = [caller.answer() for _ in operations]

    assert [answer.status for answer in answers] == [200, 400, 200, 400]
    assert answers[1].error == "SerializationException"
    assert answers[3].error == "UnknownOperationException"


def test_chunked_body(server):
    head = request_bytes("ListTables", b"", {"Content-Length": None, "Transfer-Encoding": "chunked"})

    answer = exchange(server.port, head + b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n")

    assert answer.status == 200


@pytest.mark.parametrize("size", [BODY_LIMIT + 1, 10 * BODY_LIMIT, 2**62])
def test_announced_body_over_the_limit(server, size):
    answer = exchange(server.port, request_bytes("ListTables", b"{" + b" " * 1_000, {"Content-Length": str(size)}))

    assert answer is None or answer.status == 413


def test_endless_chunked_body(server):
    chunk = b"10000\r\n" + b" " * 65_536 + b"\r\n"
    head = request_bytes("ListTables", b"", {"Content-Length": None, "Transfer-Encoding": "chunked"})

    answer = exchange(server.port, head + chunk * 300)

    assert answer is None or answer.status == 413


def test_packed_bodies(server):
    packed = gzip.compress(b"{") + gzip.compress(b"}")
    bomb = gzip.compress(b" " * (BODY_LIMIT + 1_000_000))
    bodies = {packed: [200], bomb: REFUSALS, packed[:-4]: REFUSALS, b"no gzip": REFUSALS, b"": REFUSALS}

    for body, statuses in bodies.items():
        answer = exchange(server.port, request_bytes("ListTables", body, {"Content-Encoding": "gzip"}))
        assert answer.status in statuses, f"{body[:20]}: {answer.status} {answer.body[:200]}"


def test_unknown_coding(server):
    answer = exchange(server.port, request_bytes("ListTables", b"{}", {"Content-Encoding": "cats"}))

    assert answer.status in REFUSALS


def test_many_connections_at_once(server):
    callers = [Caller(server.port) for _ in range(400)]
    for caller in callers:
        caller.send(LIST_TABLES)

    statuses = {caller.answer().status for caller in callers}

    assert statuses == {200}
    for caller in callers:
        caller.close()


def test_a_caller_who_does_not_read(server):
    """Answers that no one takes neither pile up nor stop others."""
    item = {"id": {"S": "large"}, "visit": {"N": "1"}, "pad": {"S": "x" * 380_000}}
    with Connection(server.url) as connection:
        connection.result("PutItem", {"TableName": TABLE, "Item": item})
    key = {"id": item["id"], "visit": item["visit"]}
    get = request_bytes("GetItem", json.dumps({"TableName": TABLE, "Key": key}).encode())
    before = server.resident_bytes()

    with Caller(server.port, 5) as caller:
        try:
            caller.send(get * UNREAD_ANSWERS)
        except TimeoutError:
            pass  # The server need not take more while its answers wait.
        for _ in range(10):
            with Connection(server.url, timeout=10) as connection:
                assert connection.call("ListTables", {}).status == 200
        growth = server.resident_bytes() - before

    assert growth < 100_000_000, f"{UNREAD_ANSWERS} answers of 380 kB wait in {growth} bytes of memory"
