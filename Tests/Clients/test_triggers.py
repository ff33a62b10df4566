"""`apus serve --trigger`: the changes of a table reach a function, once and in order, whatever the function does."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
import pytest

from harness.clients import session_options
from harness.definitions import attribute_definitions, key_schema
from harness.server import Server
from harness.waiting import wait_until

START = 1_767_225_600
ALLOCATED = {"ReadCapacityUnits": 500, "WriteCapacityUnits": 500}
POISON = "poison"


def taken(_event):
    return 200, {}


class Function:
    """A server that takes events as a function would; `decide` gives status and answer for each."""

    def __init__(self, decide=taken):
        self.decide = decide
        self.events = []
        self.accepted = []
        function = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                status, answer = function.take(self.path, event)
                body = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                """Says nothing."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.http.server_close()

    def take(self, path, event):
        with self.lock:
            self.events.append((path, event))
            status, answer = self.decide(event)
            if status == 200:
                failed = {failure["itemIdentifier"] for failure in answer.get("batchItemFailures", [])}
                for record in event["Records"]:
                    if record["dynamodb"]["SequenceNumber"] in failed:
                        break
                    self.accepted.append(record)
            return status, answer

    def target(self, table="Cats"):
        return f"{table}=http://127.0.0.1:{self.http.server_port}/functions/{table}?stage=test"

    def numbers(self):
        """The numbers of the items that were taken in, in their order."""
        return [number(record) for record in self.accepted]

    def wait_for(self, count):
        wait_until(lambda: len(self.accepted) >= count, f"{count} records were not delivered", 60)


def number(record):
    return int(record["dynamodb"]["Keys"]["at"]["N"])


def ids(event):
    return [record["dynamodb"]["Keys"]["id"]["S"] for record in event["Records"]]


class Tables:
    """The tables of a server. One of few units has one shard, so that the order of all its changes is known."""

    def __init__(self, server, region="us-east-1"):
        self.client = boto3.client("dynamodb", **session_options(server.url, region))

    def create(self, name="Cats", stream=True):
        streaming = {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
        self.client.create_table(
            TableName=name,
            AttributeDefinitions=attribute_definitions(id="S", at="N"),
            KeySchema=key_schema("id", "at"),
            ProvisionedThroughput=ALLOCATED,
            **({"StreamSpecification": streaming} if stream else {}),
        )

    def switch(self, enabled, name="Cats"):
        view = {"StreamViewType": "KEYS_ONLY"} if enabled else {}
        self.client.update_table(TableName=name, StreamSpecification={"StreamEnabled": enabled, **view})

    def put(self, *numbers, key="tom", name="Cats", **more):
        for at in numbers:
            item = {"id": {"S": key}, "at": {"N": str(at)}, **more}
            self.client.put_item(TableName=name, Item=item)


def failures(path):
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_records_arrive_once_and_in_order(tmp_path):
    with Function() as function, Server(tmp_path / "data", "--trigger", function.target()) as server:
        tables = Tables(server)
        tables.create()
        tables.put(*range(120))
        function.wait_for(120)
        tables.put(0, colour={"S": "black"})
        function.wait_for(121)

        assert function.numbers() == [*range(120), 0]
        assert {path for path, _ in function.events} == {"/functions/Cats?stage=test"}
        assert max(len(event["Records"]) for _, event in function.events) <= 100
        arn = tables.client.describe_table(TableName="Cats")["Table"]["LatestStreamArn"]
        record = function.accepted[-1]
        content = record.pop("dynamodb")
        assert len(record.pop("eventID")) == 32
        assert record == {
            "eventName": "MODIFY",
            "eventVersion": "1.1",
            "eventSource": "aws:dynamodb",
            "awsRegion": "us-east-1",
            "eventSourceARN": arn,
        }
        key = {"id": {"S": "tom"}, "at": {"N": "0"}}
        assert abs(content.pop("ApproximateCreationDateTime") - time.time()) < 120
        assert len(content.pop("SequenceNumber")) >= 21 and content.pop("SizeBytes") > 0
        assert content == {
            "Keys": key,
            "NewImage": key | {"colour": {"S": "black"}},
            "OldImage": key,
            "StreamViewType": "NEW_AND_OLD_IMAGES",
        }
        assert server.stop() == 0


def test_a_function_that_fails_first_gets_the_same_again(tmp_path):
    answers = iter([(500, {}), (404, {}), (200, {})])
    with Function(lambda _: next(answers, (200, {}))) as function:
        with Server(tmp_path / "data", "--trigger", function.target()) as server:
            tables = Tables(server)
            tables.create()
            tables.put(*range(5))
            function.wait_for(5)

            assert function.numbers() == list(range(5))
            first, second, third = (event for _, event in function.events[:3])
            assert first == second == third
            assert failures(tmp_path / "data/trigger-failures.jsonl") == []


def test_a_poison_record_is_halved_out(tmp_path):
    path = tmp_path / "failures.jsonl"
    options = ("--trigger-bisect", "--trigger-retries", "1", "--trigger-failures", str(path))

    def decide(event):
        return (500, {}) if POISON in ids(event) else (200, {})

    with Server(tmp_path / "data") as server:
        tables = Tables(server)
        tables.create()
        tables.put(*range(10))
        tables.put(10, key=POISON)
        tables.put(*range(11, 20))
        server.stop()
        with Function(decide) as function:
            server.options = ("--trigger", function.target(), *options)
            server.start()
            function.wait_for(19)
            assert function.numbers() == [at for at in range(20) if at != 10]

    (failure,) = failures(path)
    (record,) = failure.pop("event")["Records"]
    assert ids({"Records": [record]}) == [POISON] and number(record) == 10
    sequence_number = record["dynamodb"]["SequenceNumber"]
    assert failure.pop("time").endswith("Z") and failure.pop("shardId").startswith("shardId-")
    assert failure == {
        "table": "Cats",
        "url": function.target().removeprefix("Cats="),
        "firstSequenceNumber": sequence_number,
        "lastSequenceNumber": sequence_number,
        "attempts": 2,
        "error": "it answered with HTTP status 500",
    }


def test_what_a_function_names_comes_again(tmp_path):
    """The function takes in three records of each event at most."""

    def decide(event):
        rest = [record["dynamodb"]["SequenceNumber"] for record in event["Records"][3:]]
        return 200, {"batchItemFailures": [{"itemIdentifier": name} for name in reversed(rest)]}

    with Function(decide) as function:
        with Server(tmp_path / "data", "--trigger", function.target(), "--trigger-retries", "0") as server:
            tables = Tables(server)
            tables.create()
            tables.put(*range(20))
            function.wait_for(20)

            assert function.numbers() == list(range(20))
            assert failures(tmp_path / "data/trigger-failures.jsonl") == []


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_a_restart_goes_on_where_it_stopped(tmp_path, end):
    with Function() as function:
        with Server(tmp_path / "data", "--trigger", function.target(), "--trigger-batch", "7") as server:
            tables = Tables(server)
            tables.create()
            for start in range(0, 150, 50):
                tables.put(*range(start, start + 50))
                function.wait_for(start + 10)
                assert server.stop() == 0 if end == "stop" else server.kill() is None
                server.start()
            wait_until(lambda: 149 in function.numbers(), "the last record was not delivered")

            # The event that was on its way at an end comes again as a whole, and nothing else does.
            numbers = function.numbers()
            assert list(dict.fromkeys(numbers)) == list(range(150))
            assert len(numbers) <= 150 + 3 * 7


def test_a_function_that_hangs_holds_up_no_stop(tmp_path):
    release = threading.Event()

    def decide(_event):
        release.wait(60)
        return 200, {}

    with Function(decide) as function, Server(tmp_path / "data", "--trigger", function.target()) as server:
        tables = Tables(server)
        tables.create()
        tables.put(1)
        wait_until(lambda: function.events, "no event came")
        start = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - start < 10
        function.decide = taken
        release.set()
        server.start()
        wait_until(lambda: function.numbers()[-2:] == [1, 1], "the event did not come again")


def test_streams_may_come_late_and_be_followed_by_others(tmp_path):
    with Function() as function, Server(tmp_path / "data", "--trigger", function.target()) as server:
        tables = Tables(server)
        warning = "a trigger waits: its table is not there or has no stream"
        wait_until(lambda: warning in server.output(), "no warning came")
        tables.create(stream=False)
        tables.put(0)
        tables.switch(True)
        tables.put(1, 2)
        function.wait_for(2)
        tables.switch(False)
        tables.put(3)
        tables.switch(True)
        tables.put(4)
        function.wait_for(3)

        assert function.numbers() == [1, 2, 4]
        assert len({record["eventSourceARN"] for record in function.accepted}) == 2
        assert server.output().count(warning) == 1


def test_each_address_gets_all_changes_in_memory(tmp_path):
    with Function() as one, Function() as other:
        triggers = ("--trigger", one.target(), "--trigger", other.target(), "--trigger", other.target("Dogs"))
        with Server(None, *triggers) as server:
            tables = Tables(server)
            tables.create("Cats")
            tables.create("Dogs")
            tables.put(*range(10))
            tables.put(*range(100, 110), name="Dogs")
            one.wait_for(10)
            other.wait_for(20)

            assert one.numbers() == list(range(10))
            assert sorted(other.numbers()) == [*range(10), *range(100, 110)]


def test_expiry_is_told_as_the_service_s_own(tmp_path):
    clock = ("--clock", "manual:2026-01-01T00:00:00Z")
    with Function() as function, Server(tmp_path / "data", "--trigger", function.target(), *clock) as server:
        tables = Tables(server)
        tables.create()
        expiry = {"AttributeName": "expires", "Enabled": True}
        tables.client.update_time_to_live(TableName="Cats", TimeToLiveSpecification=expiry)
        tables.put(1, expires={"N": str(START - 60)})
        function.wait_for(2)

        put, removal = function.accepted
        assert "userIdentity" not in put
        assert removal["eventName"] == "REMOVE"
        assert removal["userIdentity"] == {"type": "Service", "principalId": "dynamodb.amazonaws.com"}


def test_lost_changes_are_told_and_passed(tmp_path):
    with Function() as function:
        trigger = ("--trigger", function.target())
        with Server(tmp_path / "data", *trigger, "--clock", "manual:2026-01-01T00:00:00Z") as server:
            tables = Tables(server)
            tables.create()
            tables.put(1)
            function.wait_for(1)
            server.stop()
            server.options = ("--clock", "manual:2026-01-01T00:01:00Z")
            server.start()
            tables.put(2)
            server.stop()
            server.options = (*trigger, "--clock", "manual:2026-01-02T06:00:00Z")
            server.start()
            tables.put(3)
            wait_until(lambda: 3 in function.numbers(), "the change behind the gap was not delivered")

            assert function.numbers() == [1, 3]
            assert "a trigger has lost changes" in server.output()
