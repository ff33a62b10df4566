"""The figures of a server as Prometheus reads them, and who may read them and the rest of the admin interface."""

import http.client
import itertools
import json
import math
import re

import pytest
from prometheus_client.parser import text_string_to_metric_families

from harness import tables
from harness.definitions import attribute_definitions, index, key_schema, units
from harness.server import Server
from harness.wire import Connection

KEY = "open sesame"
LABEL_VALUES = re.compile(r'="(?:[^"\\]|\\.)*"')
# Of the families that docs/admin.md lists, those that are there whatever has happened.
FAMILIES = {
    "apus_requests",
    "apus_request_duration_seconds",
    "apus_consumed_units",
    "apus_admitted",
    "apus_throttled",
    "apus_throughput_level_units",
    "apus_throughput_units_per_second",
    "apus_partition_consumed_units",
    "apus_partition_throttled",
    "apus_partition_level_units",
    "apus_table_items",
    "apus_table_bytes",
    "apus_time_to_live_deleted_items",
    "apus_fault_matched",
    "apus_fault_fired",
}


@pytest.fixture
def server():
    with Server(None, "--clock", "manual", "--initial-burst", "5s") as server:
        yield server


@pytest.fixture
def cats(server, region):
    """A connection to a server whose table Cats has an index by `name`, 5 units of each kind, and 25 kept at first."""
    with Connection(server.url, region) as connection:
        connection.result(
            "CreateTable",
            {
                "TableName": "Cats",
                "AttributeDefinitions": attribute_definitions(id="S", name="S"),
                "KeySchema": key_schema("id"),
                "ProvisionedThroughput": units(5),
                "GlobalSecondaryIndexes": [index("ByName", "name", ProvisionedThroughput=units(100))],
            },
        )
        yield connection


class Figures:
    """What `/metrics` tells at one moment."""

    def __init__(self, connection):
        self.answer = connection.send("GET", "/metrics", {})
        assert self.answer.status == 200, self.answer.body
        self.text = self.answer.body.decode()
        self.families = list(text_string_to_metric_families(self.text))
        self.samples = [sample for family in self.families for sample in family.samples]

    def sum(self, name, **labels):
        """The sum of all samples of this name that have these labels."""
        return sum(
            sample.value for sample in self.samples if sample.name == name and labels.items() <= sample.labels.items()
        )

    def has(self, **labels):
        return any(labels.items() <= sample.labels.items() for sample in self.samples)


def cat(number, **attributes):
    return {"id": {"S": f"cat {number}"}} | attributes


def put(connection, number, **attributes):
    return connection.call("PutItem", {"TableName": "Cats", "Item": cat(number, **attributes)})


def batch(connection, numbers):
    entries = [{"PutRequest": {"Item": cat(number)}} for number in numbers]
    return connection.call("BatchWriteItem", {"RequestItems": {"Cats": entries}})


def add_fault(connection, **rule):
    assert connection.send("POST", "/_apus/faults", {}, json.dumps(rule).encode()).status == 200


# The form.


def test_the_page_is_well_formed(cats):
    put(cats, 1, name={"S": "tom"})
    batch(cats, range(40, 65))
    add_fault(cats, name="some-fault", operations=["GetItem"], effect={"error": "before"})

    figures = Figures(cats)

    assert figures.answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert figures.text.endswith("\n")
    names = [family.name for family in figures.families]
    assert len(names) == len(set(names)), "the lines of a family stand together"
    assert FAMILIES <= set(names)
    for family in figures.families:
        assert family.documentation, f"{family.name} has no help"
        assert family.type in {"counter", "gauge", "histogram"}, f"{family.name} is {family.type}"
    series = [(sample.name, frozenset(sample.labels.items())) for sample in figures.samples]
    assert len(series) == len(set(series)), "no series is there twice"
    assert all(math.isfinite(sample.value) for sample in figures.samples)


def test_each_family_is_described_before_its_samples(cats):
    put(cats, 1)
    described = set()

    for line in Figures(cats).text.splitlines():
        if line.startswith("# "):
            kind, name = line.split(" ")[1:3]
            assert (kind, name) not in described, f"{name} has its {kind} twice"
            described.add((kind, name))
        else:
            name = re.match("[a-z_]+", line).group()
            family = re.sub("_(bucket|sum|count)$", "", name)
            assert {("HELP", family), ("TYPE", family)} <= described, f"{name} stands before its description"
            assert LABEL_VALUES.sub("", line).count('"') == 0


def test_counters_are_named_as_counters_are(cats):
    put(cats, 1)
    kinds = dict(re.findall(r"^# TYPE (\S+) (\S+)$", Figures(cats).text, re.MULTILINE))

    assert all(name.endswith("_total") == (kind == "counter") for name, kind in kinds.items()), kinds


def test_the_histogram_agrees_with_itself(cats):
    for number in range(5):
        put(cats, number)

    figures = Figures(cats)

    family = next(family for family in figures.families if family.name == "apus_request_duration_seconds")
    for operation in {sample.labels["operation"] for sample in family.samples}:
        own = [sample for sample in family.samples if sample.labels["operation"] == operation]
        buckets = [(float(s.labels["le"]), s.value) for s in own if s.name.endswith("_bucket")]
        count = next(sample.value for sample in own if sample.name.endswith("_count"))
        assert buckets == sorted(buckets)
        assert all(first[1] <= second[1] for first, second in itertools.pairwise(buckets))
        assert buckets[-1] == (math.inf, count)
        assert count == figures.sum("apus_requests_total", operation=operation)
    assert figures.sum("apus_request_duration_seconds_count", operation="PutItem") == 5
    assert 0 < figures.sum("apus_request_duration_seconds_sum", operation="PutItem") < 60


# The figures.


def test_requests_are_counted_by_their_outcome(cats):
    assert [put(cats, number).status for number in range(3)] == [200] * 3
    cats.call("PutItem", {"TableName": "Cats", "Item": cat(1), "ConditionExpression": "attribute_not_exists(id)"})
    cats.call("PutItem", {"TableName": "Cats", "Item": {}})
    cats.call("PutItem", {"TableName": "Dogs", "Item": cat(1)})
    cats.call("GetItem", {"TableName": "Cats", "Key": cat(1)})
    cats.call("GetItem", {"TableName": "Cats", "Key": cat(9)})

    figures = Figures(cats)

    def requests(operation, code):
        return figures.sum("apus_requests_total", operation=operation, code=code)

    assert requests("CreateTable", "ok") == 1
    assert requests("PutItem", "ok") == 3
    assert requests("PutItem", "ConditionalCheckFailedException") == 1
    assert requests("PutItem", "ValidationException") == 1
    assert requests("PutItem", "ResourceNotFoundException") == 1
    assert requests("GetItem", "ok") == 2
    assert figures.sum("apus_requests_total") == 9


def test_units_are_counted_as_the_answers_tell_them(cats):
    told = {"Cats": 0.0, "ByName": 0.0, "read": 0.0}
    for number in range(4):
        item = cat(number, name={"S": "tom"}, text={"S": "x" * 500 * number})
        answer = cats.result("PutItem", {"TableName": "Cats", "Item": item, "ReturnConsumedCapacity": "INDEXES"})
        told["Cats"] += answer["ConsumedCapacity"]["Table"]["CapacityUnits"]
        told["ByName"] += answer["ConsumedCapacity"]["GlobalSecondaryIndexes"]["ByName"]["CapacityUnits"]
    for consistent in [True, False]:
        request = {"TableName": "Cats", "Key": cat(1), "ConsistentRead": consistent, "ReturnConsumedCapacity": "TOTAL"}
        told["read"] += cats.result("GetItem", request)["ConsumedCapacity"]["CapacityUnits"]

    figures = Figures(cats)

    def consumed(index, direction):
        return figures.sum("apus_consumed_units_total", table="Cats", index=index, direction=direction)

    assert consumed("", "write") == told["Cats"] == 5
    assert consumed("ByName", "write") == told["ByName"] == 5
    assert consumed("", "read") == told["read"] == 1.5
    assert figures.sum("apus_partition_consumed_units_total", index="", direction="write") == told["Cats"]
    assert figures.sum("apus_throughput_level_units", index="", direction="write") == 25 - told["Cats"]
    assert figures.sum("apus_throughput_units_per_second", index="", direction="write") == 5


def test_what_was_throttled_is_counted(cats):
    handed_back = 0
    for first in [0, 15]:
        answer = batch(cats, range(first, first + 15))
        assert answer.status == 200
        handed_back += len(answer.json["UnprocessedItems"].get("Cats", []))
    refused = put(cats, 99)

    figures = Figures(cats)

    assert handed_back == 5 and refused.error == "ProvisionedThroughputExceededException"
    throttled = {"table": "Cats", "index": "", "direction": "write", "reason": "ProvisionedThroughputExceeded"}
    assert figures.sum("apus_throttled_total", **throttled) == handed_back + 1
    assert figures.sum("apus_throttled_total") == handed_back + 1, "for no other reason, and nowhere else"
    assert figures.sum("apus_admitted_total", table="Cats", index="", direction="write") == 25
    assert figures.sum("apus_unprocessed_entries_total", operation="BatchWriteItem") == handed_back
    assert figures.sum("apus_requests_total", operation="BatchWriteItem", code="ok") == 2
    assert figures.sum("apus_requests_total", code="ProvisionedThroughputExceededException") == 1
    assert figures.sum("apus_throughput_level_units", table="Cats", index="", direction="write") == 0


def test_figures_agree_with_the_admin_interface(cats):
    batch(cats, range(25))
    batch(cats, range(25, 30))

    (told,) = cats.send("GET", "/_apus/throughput?table=Cats", {}).json["tables"]
    figures = Figures(cats)

    write = told["write"]
    assert figures.sum("apus_consumed_units_total", index="", direction="write") == write["consumedUnits"]
    assert figures.sum("apus_throttled_total", index="", direction="write") == sum(write["throttled"].values()) == 5


def test_items_and_bytes_of_a_table(cats):
    for number in range(4):
        put(cats, number, **({"name": {"S": "tom"}} if number % 2 else {}))

    figures = Figures(cats)

    assert figures.sum("apus_table_items", table="Cats", index="") == tables.count(cats, "Cats") == 4
    assert figures.sum("apus_table_items", table="Cats", index="ByName") == 2
    # "id" and "cat 0" are 7 bytes, and "name" and "tom" 7 more.
    assert figures.sum("apus_table_bytes", table="Cats", index="") == 4 * 7 + 2 * 7


def test_faults_are_counted_by_their_rule(cats):
    add_fault(cats, name="twice", operations=["PutItem"], next=2, effect={"error": "before"})

    statuses = [put(cats, number).status for number in range(5)]

    figures = Figures(cats)
    assert statuses == [500, 500, 200, 200, 200]
    assert figures.sum("apus_fault_matched_total", rule="twice") == 5
    assert figures.sum("apus_fault_fired_total", rule="twice") == 2
    assert figures.sum("apus_requests_total", operation="PutItem", code="InternalServerError") == 2
    assert figures.sum("apus_requests_total", operation="PutItem", code="ok") == 3


def test_a_table_that_is_gone_has_no_figures(cats):
    put(cats, 1)
    assert Figures(cats).has(table="Cats")

    cats.result("DeleteTable", {"TableName": "Cats"})

    figures = Figures(cats)
    assert not figures.has(table="Cats")
    assert figures.sum("apus_requests_total", operation="PutItem", code="ok") == 1, "what was asked stays counted"


def test_tables_of_one_name_are_told_apart_by_their_region(cats, server, region):
    with Connection(server.url, "us-west-2") as connection:
        connection.create_table("Cats", id="S")
        put(connection, 1)
        put(connection, 2)
    put(cats, 1)

    figures = Figures(cats)

    assert figures.sum("apus_consumed_units_total", table="Cats", region="us-west-2", direction="write") == 2
    assert figures.sum("apus_consumed_units_total", table="Cats", region=region, direction="write") == 1


def test_reading_the_figures_changes_none(cats):
    put(cats, 1)

    first, second = Figures(cats), Figures(cats)

    def of_the_api(figures):
        return {(s.name, str(s.labels)): s.value for s in figures.samples if s.name.startswith("apus_") and s.labels}

    assert of_the_api(first) == of_the_api(second)


# Who may read and change.


ADVANCE = json.dumps({"advance": "1h"}).encode()
RULE = json.dumps({"name": "no-more", "effect": {"error": "before"}}).encode()
REQUESTS = [
    ("GET", "/metrics", b""),
    ("GET", "/_apus/throughput", b""),
    ("POST", "/_apus/clock", ADVANCE),
    ("POST", "/_apus/faults", RULE),
    ("PUT", "/_apus/scenarios/brown-out", b""),
    ("DELETE", "/_apus/faults", b""),
]


@pytest.fixture(scope="module")
def guarded():
    with Server(None, "--clock", "manual", "--admin-key", KEY) as server:
        yield server


def asked(server, method, path, body=b"", host=None, **headers):
    """The status of an answer to a request that says it is for this host; `_` in a header's name stands for `-`."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{server.port}")
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    if answer.status != 200:
        assert json.loads(text)["error"], "a refusal says why"
    return answer.status


def state(server):
    """The clock and the fault rules of a server."""
    with Connection(server.url) as connection:
        return [connection.send("GET", path, {}).body for path in ["/_apus/clock", "/_apus/faults"]]


@pytest.mark.parametrize("method, path, body", REQUESTS)
@pytest.mark.parametrize("origin", ["https://example.com", "http://localhost:3000", "null", "own"])
def test_a_page_in_a_browser_is_refused(guarded, method, path, body, origin):
    before = state(guarded)

    assert asked(guarded, method, path, body, Origin=guarded.url if origin == "own" else origin) == 403

    assert state(guarded) == before


@pytest.mark.parametrize("method, path, body", REQUESTS)
@pytest.mark.parametrize("host", ["example.com", "example.com:8000", "localhost.example.com", "127.example.com", "0"])
def test_a_name_that_leads_here_from_elsewhere_is_refused(guarded, method, path, body, host):
    before = state(guarded)

    assert asked(guarded, method, path, body, host=host) == 403

    assert state(guarded) == before


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:80", "[::1]:8000"])
def test_a_caller_on_this_machine_is_answered(guarded, host):
    assert asked(guarded, "GET", "/metrics", host=host) == 200


@pytest.mark.parametrize("headers", [{"X_Apus_Admin_Key": KEY}, {"Authorization": f"Bearer {KEY}"}])
def test_the_key_opens_it_to_a_page(guarded, headers):
    for path in ["/metrics", "/_apus/clock"]:
        assert asked(guarded, "GET", path, Origin="https://example.com", host="example.com", **headers) == 200


@pytest.mark.parametrize("key", ["", "open", KEY + "!", KEY.upper()])
def test_another_key_does_not(guarded, key):
    for headers in [{"X_Apus_Admin_Key": key}, {"Authorization": f"Bearer {key}"}]:
        assert asked(guarded, "GET", "/_apus/clock", Origin="https://example.com", **headers) == 403


@pytest.mark.parametrize(
    "method, path, status",
    [
        ("POST", "/metrics", 405),
        ("GET", "/_apus/nothing", 404),
        ("DELETE", "/_apus/faults/nothing", 404),
        ("PUT", "/_apus/scenarios/nothing", 404),
        ("POST", "/_apus/faults", 400),
        ("POST", "/_apus/clock", 400),
    ],
)
def test_what_cannot_be_done_is_refused(guarded, method, path, status):
    assert asked(guarded, method, path, b"{}" if status == 400 else b"") == status
