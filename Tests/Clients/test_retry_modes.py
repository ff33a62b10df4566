"""The retry modes of boto3 meet what a server under strain answers, and try again as often as against the service.

How often is counted by the server: a fault rule tells how many requests it has met. The waits between attempts are
recorded and not slept, except where throughput has to come back.
"""

import json
import time

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ChecksumError, ClientError, ConnectionClosedError

from harness.clients import session_options
from harness.definitions import attribute_definitions, key_schema, table_definition
from harness.server import Server
from harness.wire import Connection

MODES = ["legacy", "standard", "adaptive"]
# What botocore tries in all for DynamoDB where nothing is configured.
ATTEMPTS = {"legacy": 10, "standard": 4, "adaptive": 4}
LEGACY_WAITS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8]

PROVISIONED = "ProvisionedThroughputExceededException"
THROTTLING = "ThrottlingException"
QUOTA = "RequestLimitExceeded"
INTERNAL = "InternalServerError"
CALLERS_FAULTS = ["ConditionalCheckFailedException", "ValidationException"]

ITEM = {"id": {"S": "tom"}}
TABLE = "ProvisionedCats"
ON_DEMAND_TABLE = "OnDemandCats"
PLENTY = {"ReadCapacityUnits": 10_000, "WriteCapacityUnits": 10_000}

PROVISIONED_REASON = "TableWriteProvisionedThroughputExceeded"
KEY_RANGE_REASON = "TableWriteKeyRangeThroughputExceeded"
MAXIMUM_REASON = "TableWriteMaxOnDemandThroughputExceeded"
QUOTA_REASON = "TableWriteAccountLimitExceeded"
# A table, the reason of a fault, its error, and the member in which the service's model has the reasons of that error.
THROTTLES = [
    (TABLE, PROVISIONED_REASON, PROVISIONED, "ThrottlingReasons"),
    (TABLE, KEY_RANGE_REASON, PROVISIONED, "ThrottlingReasons"),
    (ON_DEMAND_TABLE, KEY_RANGE_REASON, THROTTLING, "throttlingReasons"),
    (ON_DEMAND_TABLE, MAXIMUM_REASON, THROTTLING, "throttlingReasons"),
    (ON_DEMAND_TABLE, QUOTA_REASON, QUOTA, "ThrottlingReasons"),
]


class Place:
    """A server with two tables that have more throughput than is used, its fault rule, and clients for it."""

    def __init__(self, server, region, connection):
        self.server = server
        self.region = region
        self.connection = connection

    def client(self, mode, **retries):
        options = session_options(self.server.url, self.region)
        return boto3.client("dynamodb", **options | {"config": Config(retries={"mode": mode} | retries)})

    def fault(self, effect, *operations, **trigger):
        rule = {"name": "fault", "operations": list(operations or ["PutItem"]), "effect": effect} | trigger
        answer = self.connection.send("POST", "/_apus/faults", {}, json.dumps(rule).encode())
        assert answer.status == 200, answer.body

    def counts(self):
        """How many requests the fault rule has met, and how many it has struck."""
        (report,) = self.connection.send("GET", "/_apus/faults", {}).json["rules"]
        return report["matched"], report["fired"]

    def requests(self, operation, code):
        """How many requests have had this outcome, by the server's metrics."""
        line = f'apus_requests_total{{operation="{operation}",code="{code}"}} '
        text = self.connection.send("GET", "/metrics", {}).body.decode()
        return sum(int(row.removeprefix(line)) for row in text.splitlines() if row.startswith(line))

    def create(self, name, **settings):
        definition = {
            "TableName": name,
            "AttributeDefinitions": attribute_definitions(id="S"),
            "KeySchema": key_schema("id"),
        }
        return self.connection.result("CreateTable", definition | settings)["TableDescription"]["TableArn"]


@pytest.fixture(scope="module")
def server(region):
    with Server(None, "--clock", "machine", "--initial-burst", "1s", "--allow-fault-header") as server:
        with Connection(server.url, region) as connection:
            place = Place(server, region, connection)
            place.create(TABLE, ProvisionedThroughput=PLENTY)
            place.create(ON_DEMAND_TABLE, BillingMode="PAY_PER_REQUEST")
        yield server


@pytest.fixture
def place(server, region):
    with Connection(server.url, region) as connection:
        yield Place(server, region, connection)
        connection.send("DELETE", "/_apus/faults", {})


@pytest.fixture
def waits(monkeypatch):
    """The waits between attempts, which last no time."""
    recorded = []

    class Time:
        sleep = staticmethod(recorded.append)

    monkeypatch.setattr("botocore.endpoint.time", Time)
    return recorded


def put(client, table=TABLE, **item):
    return client.put_item(TableName=table, Item=ITEM | item)


def refused(call, *arguments, **members):
    with pytest.raises(ClientError) as raised:
        call(*arguments, **members)
    return raised.value.response


# Faults that pass.


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "table, effect",
    [
        (TABLE, {"throttle": PROVISIONED_REASON}),
        (TABLE, {"throttle": KEY_RANGE_REASON}),
        (ON_DEMAND_TABLE, {"throttle": KEY_RANGE_REASON}),
        (ON_DEMAND_TABLE, {"throttle": MAXIMUM_REASON}),
        (TABLE, {"error": "before"}),
        (TABLE, {"error": "after"}),
        (TABLE, {"drop": "before"}),
        (TABLE, {"drop": "after"}),
        (TABLE, {"reply": "half"}),
        (TABLE, {"checksum": "wrong"}),
    ],
    ids=str,
)
def test_a_put_that_fails_twice_succeeds_at_the_third_attempt(place, waits, mode, table, effect):
    place.fault(effect, next=2)

    answer = put(place.client(mode), table)

    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert answer["ResponseMetadata"]["RetryAttempts"] == 2
    assert place.counts() == (3, 2)
    if mode == "legacy":
        assert waits == LEGACY_WAITS[:2]
    else:
        base = 1 if "throttle" in effect else 0.025
        assert len(waits) == 2 and waits[0] <= base and waits[1] <= 2 * base


@pytest.mark.parametrize("mode", ["standard", "adaptive"])
def test_a_quota_that_is_used_up_is_waited_for(place, waits, mode):
    place.fault({"throttle": QUOTA_REASON}, next=2)

    assert put(place.client(mode))["ResponseMetadata"]["RetryAttempts"] == 2
    assert place.counts() == (3, 2)


def test_the_legacy_mode_does_not_know_the_error_of_a_quota(place, waits):
    place.fault({"throttle": QUOTA_REASON}, next=2)

    answer = refused(put, place.client("legacy"))

    assert answer["Error"]["Code"] == QUOTA
    assert answer["ResponseMetadata"]["RetryAttempts"] == 0
    assert place.counts() == (1, 1)


# Faults that stay.


@pytest.mark.parametrize("mode", MODES)
def test_as_many_attempts_as_the_mode_makes(place, waits, mode):
    place.fault({"throttle": PROVISIONED_REASON})

    answer = refused(put, place.client(mode))

    assert answer["Error"]["Code"] == PROVISIONED
    assert answer["ResponseMetadata"]["RetryAttempts"] == ATTEMPTS[mode] - 1
    assert answer["ResponseMetadata"]["MaxAttemptsReached"] is True
    assert place.counts() == (ATTEMPTS[mode], ATTEMPTS[mode])
    if mode == "legacy":
        assert waits == LEGACY_WAITS


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("configured, attempts", [({"total_max_attempts": 2}, 2), ({"max_attempts": 2}, 3)])
def test_as_many_attempts_as_configured(place, waits, mode, configured, attempts):
    place.fault({"error": "before"})

    answer = refused(put, place.client(mode, **configured))

    assert answer["Error"]["Code"] == INTERNAL
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 500
    assert answer["ResponseMetadata"]["RetryAttempts"] == attempts - 1
    assert place.counts() == (attempts, attempts)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("table, reason, code, member", THROTTLES)
def test_the_last_error_tells_its_reasons(place, waits, mode, table, reason, code, member):
    place.fault({"throttle": reason})
    client = place.client(mode, total_max_attempts=2)
    resource = client.describe_table(TableName=table)["Table"]["TableArn"]

    answer = refused(put, client, table)

    assert answer["Error"]["Code"] == code
    assert answer[member] == [{"reason": reason, "resource": resource}]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("phase", ["before", "after"])
def test_a_connection_that_is_always_closed(place, waits, mode, phase):
    place.fault({"drop": phase})

    with pytest.raises(ConnectionClosedError):
        put(place.client(mode, total_max_attempts=3))

    assert place.counts() == (3, 3)


@pytest.mark.parametrize("mode", MODES)
def test_a_checksum_that_is_always_wrong(place, waits, mode):
    place.fault({"checksum": "wrong"}, "GetItem")
    put(client := place.client(mode, total_max_attempts=3))

    # In legacy mode botocore raises after its last attempt; in the others it then takes the answer as it is.
    if mode == "legacy":
        with pytest.raises(ChecksumError):
            client.get_item(TableName=TABLE, Key=ITEM)
    else:
        assert client.get_item(TableName=TABLE, Key=ITEM)["Item"] == ITEM

    assert place.counts() == (3, 3)


@pytest.mark.parametrize("mode", MODES)
def test_what_is_the_callers_fault_is_not_tried_again(place, waits, mode):
    client = place.client(mode)
    put(client)
    before = [place.requests("PutItem", code) for code in CALLERS_FAULTS]
    never = {"TableName": TABLE, "Item": ITEM, "ConditionExpression": "attribute_not_exists(id)"}

    failed = refused(client.put_item, **never)
    invalid = refused(client.put_item, TableName=TABLE, Item={"name": {"S": "tom"}})

    assert [failed["Error"]["Code"], invalid["Error"]["Code"]] == CALLERS_FAULTS
    assert failed["ResponseMetadata"]["RetryAttempts"] == invalid["ResponseMetadata"]["RetryAttempts"] == 0
    assert waits == []
    assert [place.requests("PutItem", code) for code in CALLERS_FAULTS] == [count + 1 for count in before]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("effect", [{"drop": "after"}, {"error": "after"}, {"reply": "half"}, {"checksum": "wrong"}])
def test_an_update_whose_answer_is_lost_counts_twice(place, waits, mode, effect):
    client = place.client(mode)
    client.delete_item(TableName=TABLE, Key=ITEM)
    place.fault(effect, "UpdateItem", next=1)

    answer = client.update_item(
        TableName=TABLE,
        Key=ITEM,
        UpdateExpression="ADD visits :one",
        ExpressionAttributeValues={":one": {"N": "1"}},
        ReturnValues="ALL_NEW",
    )

    assert answer["ResponseMetadata"]["RetryAttempts"] == 1
    assert answer["Attributes"]["visits"] == {"N": "2"}, "the first attempt took effect too"


def test_a_fault_before_takes_no_effect(place, waits):
    client = place.client("standard", total_max_attempts=1)
    client.delete_item(TableName=TABLE, Key=ITEM)
    place.fault({"error": "before"})

    refused(put, client)

    assert "Item" not in client.get_item(TableName=TABLE, Key=ITEM, ConsistentRead=True)


def test_the_retry_quota_of_the_standard_mode_runs_dry(place, waits):
    place.fault({"throttle": PROVISIONED_REASON})
    client = place.client("standard")

    # 500 tokens are 100 retries of what was throttled: 33 calls with three each, and one more.
    answers = [refused(put, client) for _ in range(35)]

    retries = [answer["ResponseMetadata"]["RetryAttempts"] for answer in answers]
    assert retries == [3] * 33 + [1, 0]
    assert answers[-1]["ResponseMetadata"]["RetryQuotaReached"] is True
    assert place.counts() == (135, 135)


def test_the_adaptive_mode_slows_down_once_throttled(place, waits):
    seconds = {}
    for mode in ["standard", "adaptive"]:
        place.fault({"throttle": PROVISIONED_REASON}, next=1)
        client = place.client(mode)
        begin = time.monotonic()
        put(client)
        put(client)
        seconds[mode] = time.monotonic() - begin
        assert place.counts() == (3, 1)

    # No wait between attempts lasts any time here; what takes time is the limit that the client sets itself.
    assert seconds["adaptive"] > seconds["standard"] + 0.5


def test_a_request_may_ask_for_a_fault_of_its_own(place, waits):
    client = place.client("standard")
    client.meta.events.register(
        "before-sign.dynamodb.PutItem", lambda request, **_: request.headers.add_header("X-Apus-Fault", "lost-answer")
    )

    attempts = [put(client)["ResponseMetadata"]["RetryAttempts"] for _ in range(4)]

    # Every third write of those that ask for it: attempts 3 and 6 of six.
    assert attempts == [0, 0, 1, 0]


# Throughput that is used up in truth.


def test_a_provisioned_table(place):
    throughput = {"ReadCapacityUnits": 5, "WriteCapacityUnits": 2}
    arn = place.create("PoorCats", ProvisionedThroughput=throughput)

    answer = exhausted(place, "PoorCats")

    assert answer["Error"]["Code"] == PROVISIONED
    assert answer["ThrottlingReasons"] == [{"reason": PROVISIONED_REASON, "resource": arn}]
    assert_outlasted(place, "PoorCats", "legacy", "standard", "adaptive")


def test_a_maximum_of_an_on_demand_table(place):
    maximum = {"MaxReadRequestUnits": 5, "MaxWriteRequestUnits": 2}
    arn = place.create("LimitedCats", BillingMode="PAY_PER_REQUEST", OnDemandThroughput=maximum)

    answer = exhausted(place, "LimitedCats")

    assert answer["Error"]["Code"] == THROTTLING
    assert answer["throttlingReasons"] == [{"reason": MAXIMUM_REASON, "resource": arn}]
    assert_outlasted(place, "LimitedCats", "legacy", "standard", "adaptive")


def test_the_quota_of_a_table(region):
    with Server(None, "--table-quota", "5/2", "--short-burst", "1s") as server:
        with Connection(server.url, region) as connection:
            place = Place(server, region, connection)
            arn = place.create("QuotaCats", BillingMode="PAY_PER_REQUEST")

            answer = exhausted(place, "QuotaCats")

            assert answer["Error"]["Code"] == QUOTA
            assert answer["ThrottlingReasons"] == [{"reason": QUOTA_REASON, "resource": arn}]
            assert_outlasted(place, "QuotaCats", "standard", "adaptive")


def test_operations_on_tables(region, waits):
    with Server(None, "--control-plane-rate", "1", "--clock", "manual") as server:
        with Connection(server.url, region) as connection:
            place = Place(server, region, connection)
            client = place.client("standard")
            definition = table_definition("ManyCats", id="S")

            # A bucket of ten seconds, and a clock that stands still.
            for number in range(10):
                client.create_table(**definition | {"TableName": f"ManyCats{number}"})
            answer = refused(client.create_table, **definition)

            assert answer["Error"]["Code"] == THROTTLING
            assert not answer.get("throttlingReasons")
            assert answer["ResponseMetadata"]["RetryAttempts"] == 3
            assert place.requests("CreateTable", THROTTLING) == 4


def exhausted(place, table):
    """Puts without retries until one is refused: that answer."""
    client = place.client("standard", total_max_attempts=1)
    for _ in range(100):
        try:
            put(client, table)
        except ClientError as error:
            return error.response
    pytest.fail(f"{table} is never throttled")


def assert_outlasted(place, table, *modes):
    """Each of these modes gets a put through with its own waits, though the table has nothing left when it begins."""
    for mode in modes:
        exhausted(place, table)
        client = place.client(mode, total_max_attempts=6)
        metadata = put(client, table, mode={"S": mode})["ResponseMetadata"]
        assert metadata["HTTPStatusCode"] == 200
        found = client.get_item(TableName=table, Key=ITEM, ConsistentRead=True)["Item"]
        assert found["mode"] == {"S": mode}
