"""Retry loops as articles print them, run against tables that throttle and batches that come back in parts.

A loop is translated as it stands, with its waits and its limit of attempts, and runs over the retries of the SDK that
it was written for. What it says it has saved must be in the table; what it could not save it must say.
"""

import json
import math
import random
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from harness import tables
from harness.clients import session_options
from harness.definitions import attribute_definitions, key_schema
from harness.server import Server
from harness.wire import Connection

BATCH = 25
SCENARIO = "throttled-import"
THROTTLED = "ProvisionedThroughputExceededException"

BOTO3 = {"mode": "standard"}
JAVASCRIPT_2 = {"mode": "legacy", "max_attempts": 10}
JAVASCRIPT_3 = {"mode": "standard", "total_max_attempts": 3}
NONE = {"total_max_attempts": 1}


# What the loops share.


def chunks(items, n):
    for i in range(0, len(items), n):
        yield items[i : i + n]


def puts(items):
    return [{"PutRequest": {"Item": item}} for item in items]


class Unfinished(Exception):
    """A loop gave up, and its text says with what left."""


# The naive program, which takes an answer without an error for success.


def write_naively(client, table, items):
    for chunk in chunks(items, BATCH):
        client.batch_write_item(RequestItems={table: puts(chunk)})


# The first article: Python, without a limit of attempts.


def batch_write_all(client, table, requests, chance):
    request_items = {table: requests}
    attempt = 0
    while request_items:
        resp = client.batch_write_item(RequestItems=request_items)
        request_items = resp.get("UnprocessedItems") or {}
        if request_items:
            attempt += 1
            delay = min(2**attempt * 0.05, 5) + chance.uniform(0, 0.1)
            time.sleep(delay)


def batch_get_all(client, request, chance):
    """The same loop with UnprocessedKeys, as the article says."""
    request_items, found, attempt = request, [], 0
    while request_items:
        resp = client.batch_get_item(RequestItems=request_items)
        for items in resp["Responses"].values():
            found += items
        request_items = resp.get("UnprocessedKeys") or {}
        if request_items:
            attempt += 1
            time.sleep(min(2**attempt * 0.05, 5) + chance.uniform(0, 0.1))
    return found


# The second article: JavaScript, recursive, waits of 10 ms and doubling, given up after nine.


def batch_write_as_printed(client, items, retry_count=0):
    """`res.UnprocessedItems.length > 0` is never true: an object has no length, and undefined is not above 0."""
    res = client.batch_write_item(RequestItems=items)

    if res["UnprocessedItems"] is not None and javascript_length(res["UnprocessedItems"]) > 0:
        if retry_count > 8:
            raise Unfinished("[object Object]")
        time.sleep(2**retry_count * 0.010)

        return batch_write_as_printed(client, res["UnprocessedItems"], retry_count + 1)
    return None


def batch_write_mended(client, items, retry_count=0):
    """`Object.keys(res.UnprocessedItems).length > 0`, and an error whose text is JSON and not `[object Object]`."""
    res = client.batch_write_item(RequestItems=items)

    if res["UnprocessedItems"] is not None and len(res["UnprocessedItems"].keys()) > 0:
        if retry_count > 8:
            raise Unfinished(json.dumps(res["UnprocessedItems"]))
        time.sleep(2**retry_count * 0.010)

        return batch_write_mended(client, res["UnprocessedItems"], retry_count + 1)
    return None


def javascript_length(value):
    """`value.length`: that of an array, and of an object a property, which is undefined and compares as NaN."""
    return len(value) if isinstance(value, list) else math.nan


def write_as_printed(client, table, items):
    for chunk in chunks(items, BATCH):
        batch_write_as_printed(client, {table: puts(chunk)})


LOSING = [(write_naively, BOTO3), (write_as_printed, JAVASCRIPT_2)]


# The third: JavaScript with full jitter, five attempts for a batch, eight for an item, and an error for what is left.


def batch_write_with_retry(client, table, items, chance, max_attempts=5):
    unprocessed = puts(items)

    attempt = 0
    while attempt < max_attempts and len(unprocessed) > 0:
        if attempt > 0:
            delay = math.floor(chance.random() * min(20000, 200 * 2**attempt))
            time.sleep(delay / 1000)

        result = client.batch_write_item(RequestItems={table: unprocessed})

        unprocessed = result.get("UnprocessedItems", {}).get(table, [])
        attempt += 1

    if len(unprocessed) > 0:
        raise Unfinished(f"BatchWrite failed: {len(unprocessed)} items unprocessed after {max_attempts} attempts")


def full_jitter_delay(attempt, chance, base_ms=100, cap_ms=20000):
    return math.floor(chance.random() * min(cap_ms, base_ms * 2**attempt))


def put_with_backoff(client, params, chance, max_attempts=8):
    for attempt in range(max_attempts):
        try:
            return client.put_item(**params)
        except ClientError as err:
            throttled = err.response["Error"]["Code"] in (THROTTLED, "RequestLimitExceeded", "ThrottlingException")
            if not throttled or attempt == max_attempts - 1:
                raise
            time.sleep(full_jitter_delay(attempt, chance) / 1000)
    return None


# The server and what the tests ask of it.


@pytest.fixture(scope="module")
def server():
    with Server(None, "--throughput", "enforced", "--clock", "machine", "--initial-burst", "1s") as server:
        yield server


@pytest.fixture
def place(server, region, seed):
    """Where a test's tables are; when it ends, no fault is left."""
    random.seed(seed)  # botocore's waits
    with Connection(server.url, region) as connection:
        yield Place(server, region, connection)
        connection.send("DELETE", "/_apus/faults", {})


@pytest.fixture
def chance(seed):
    return random.Random(seed)


class Place:
    """A server, and what is in its tables in truth."""

    def __init__(self, server, region, connection):
        self.server = server
        self.region = region
        self.connection = connection
        self.made = 0

    def client(self, retries, kind=boto3.client):
        options = session_options(self.server.url, self.region)
        return kind("dynamodb", **options | {"config": Config(retries=dict(retries), max_pool_connections=16)})

    def table(self, **units):
        """A new table with these provisioned `reads` and `writes`, or an on-demand one."""
        self.made += 1
        name = f"Loop{self.made}{time.monotonic_ns()}"
        definition = {
            "TableName": name,
            "AttributeDefinitions": attribute_definitions(id="S"),
            "KeySchema": key_schema("id"),
            "BillingMode": "PROVISIONED" if units else "PAY_PER_REQUEST",
        }
        if units:
            throughput = {"ReadCapacityUnits": units.get("reads", 100), "WriteCapacityUnits": units["writes"]}
            definition["ProvisionedThroughput"] = throughput
        self.connection.result("CreateTable", definition)
        return name

    def start(self, scenario):
        assert self.connection.send("PUT", f"/_apus/scenarios/{scenario}", {}).status == 200

    def fired(self):
        return sum(report["fired"] for report in self.connection.send("GET", "/_apus/faults", {}).json["rules"])

    def throttled(self, table, direction):
        """How many reads or writes of a table the server has refused."""
        (figures,) = self.connection.send("GET", f"/_apus/throughput?table={table}", {}).json["tables"]
        return sum(figures[direction]["throttled"].values())

    def saved(self, table):
        """The ids of the items that are in a table."""
        return {item["id"]["S"] for item in tables.items(self.connection, table)}


def items_for(count, first=0):
    return [{"id": {"S": f"item {first + number}"}, "number": {"N": str(number)}} for number in range(count)]


def ids(items):
    return {item["id"]["S"] for item in items}


class Answers:
    """Counts the statuses that a client's calls end with."""

    def __init__(self, client):
        self.statuses = []
        client.meta.events.register("after-call.dynamodb", self.note)

    def note(self, http_response, **_):
        self.statuses.append(http_response.status_code)


# Tables that throttle.


@pytest.mark.parametrize("write, retries", LOSING)
def test_items_are_lost_though_every_answer_was_200(place, write, retries):
    client = place.client(retries)
    table, items = place.table(writes=20), items_for(4 * BATCH)
    answers = Answers(client)

    write(client, table, items)

    saved = place.saved(table)
    assert answers.statuses == [200] * 4, "what came back was never sent again"
    assert saved < ids(items)
    assert place.throttled(table, "write") >= len(items) - len(saved) > 0


def test_the_first_loop_saves_all(place, chance):
    client = place.client(BOTO3)
    table, items = place.table(writes=25), items_for(4 * BATCH)

    for chunk in chunks(items, BATCH):
        batch_write_all(client, table, puts(chunk), chance)

    assert place.saved(table) == ids(items)
    assert place.throttled(table, "write") > 0


def test_the_first_loop_saves_all_with_chunks_side_by_side(place, seed):
    client = place.client(BOTO3)
    table, items = place.table(writes=50), items_for(8 * BATCH)
    parts = list(chunks(items, BATCH))

    with ThreadPoolExecutor(len(parts)) as pool:
        writes = [
            pool.submit(batch_write_all, client, table, puts(chunk), random.Random(seed + number))
            for number, chunk in enumerate(parts)
        ]
        unfinished = [write.exception() for write in writes]

    # A batch that is refused as a whole, until the SDK gives up, ends in an error: it is not lost without a word.
    for chunk, error in zip(parts, unfinished):
        if error is not None:
            assert error.response["Error"]["Code"] == THROTTLED
            batch_write_all(client, table, puts(chunk), random.Random(seed))
    assert place.saved(table) == ids(items)
    assert place.throttled(table, "write") > 0


def test_the_second_loop_mended_saves_all(place):
    client = place.client(JAVASCRIPT_2)
    table, items = place.table(writes=25), items_for(4 * BATCH)

    for chunk in chunks(items, BATCH):
        batch_write_mended(client, {table: puts(chunk)})

    assert place.saved(table) == ids(items)
    assert place.throttled(table, "write") > 0


def test_what_is_never_admitted_ends_in_an_error(place):
    client = place.client(NONE)
    table, items = place.table(writes=100), items_for(BATCH)
    kept_back = [items[3], items[20]]
    keep_back(place.connection, kept_back)

    # Once only these two are left, they are a whole batch, and for that the answer is an error.
    with pytest.raises(ClientError, match=THROTTLED):
        batch_write_mended(client, {table: puts(items)})

    assert place.saved(table) == ids(items) - ids(kept_back)


def test_the_third_loop_saves_all_with_enough_throughput(place, chance):
    client = place.client(JAVASCRIPT_3)
    table, items = place.table(writes=50), items_for(6 * BATCH)

    for chunk in chunks(items, BATCH):
        batch_write_with_retry(client, table, chunk, chance)

    assert place.saved(table) == ids(items)
    assert place.throttled(table, "write") > 0


@pytest.mark.parametrize("loop", ["second", "third"])
def test_a_loop_with_too_few_attempts_says_what_is_left(place, chance, loop):
    # The SDK outlasts whole refusals: each attempt of the loop saves something, and it ends by its own limit.
    client = place.client(JAVASCRIPT_2)
    table, items = place.table(writes=1), items_for(BATCH)

    with pytest.raises(Unfinished) as raised:
        if loop == "second":
            batch_write_mended(client, {table: puts(items)})
        else:
            batch_write_with_retry(client, table, items, chance)

    left = ids(items) - place.saved(table)
    if loop == "second":
        said = json.loads(str(raised.value))
        assert {entry["PutRequest"]["Item"]["id"]["S"] for entry in said[table]} == left
    else:
        assert str(raised.value) == f"BatchWrite failed: {len(left)} items unprocessed after 5 attempts"


def test_single_puts_with_backoff_save_all(place, chance):
    client = place.client(NONE)
    table, items = place.table(writes=10), items_for(40)

    for item in items:
        put_with_backoff(client, {"TableName": table, "Item": item}, chance)

    assert place.saved(table) == ids(items)
    assert place.throttled(table, "write") > 0


def test_the_batch_writer_of_boto3_saves_all(place):
    table, items = place.table(writes=25), items_for(4 * BATCH)
    writer = place.client(BOTO3, boto3.resource).Table(table).batch_writer()

    with writer as batch:
        for item in items:
            batch.put_item(Item={"id": item["id"]["S"]})

    assert place.saved(table) == ids(items)
    assert place.throttled(table, "write") > 0


# Reads.


def prepared_reads(place):
    """A table with 20 read units and twice as much to read as it gives at once: its name and its items."""
    table = place.table(writes=1000, reads=20)
    items = [item | {"text": {"S": "x" * 3000}} for item in items_for(100)]
    for chunk in chunks(items, BATCH):
        place.connection.result("BatchWriteItem", {"RequestItems": {table: puts(chunk)}})
    return table, items


def read_request(table, items):
    return {
        table: {
            "Keys": [{"id": item["id"]} for item in items],
            "ConsistentRead": True,
            "ProjectionExpression": "id, #number",
            "ExpressionAttributeNames": {"#number": "number"},
        }
    }


def test_a_naive_batch_get_misses_items(place):
    table, items = prepared_reads(place)

    answer = place.client(BOTO3).batch_get_item(RequestItems=read_request(table, items))

    missing = answer["UnprocessedKeys"][table]
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert len(answer["Responses"][table]) < len(items)
    assert len(answer["Responses"][table]) + len(missing["Keys"]) == len(items)
    assert missing | {"Keys": []} == read_request(table, [])[table], "it comes back in the form of the request"


def test_the_loop_with_unprocessed_keys_reads_all(place, chance):
    table, items = prepared_reads(place)

    found = batch_get_all(place.client(BOTO3), read_request(table, items), chance)

    assert len(found) == len(items), "none is read twice"
    assert sorted(item["id"]["S"] for item in found) == sorted(ids(items))
    assert all(set(item) == {"id", "number"} for item in found)
    assert place.throttled(table, "read") > 0


# The scenario of an import whose batches come back in parts.


@pytest.mark.parametrize("write, retries", LOSING)
def test_items_of_an_import_are_lost_though_every_answer_was_200(place, write, retries):
    client = place.client(retries)
    table, items = place.table(), items_for(12 * BATCH)
    answers = Answers(client)
    place.start(SCENARIO)

    write(client, table, items)

    assert answers.statuses == [200] * 12
    assert place.saved(table) < ids(items)
    assert place.fired() > 0


@pytest.mark.parametrize("retries", [BOTO3, JAVASCRIPT_2], ids=["standard", "legacy"])
def test_the_first_loop_saves_an_import(place, chance, retries):
    client = place.client(retries)
    table, items = place.table(), items_for(8 * BATCH)
    place.start(SCENARIO)

    for chunk in chunks(items, BATCH):
        batch_write_all(client, table, puts(chunk), chance)

    assert place.saved(table) == ids(items)
    assert place.fired() > 0


def test_the_second_loop_mended_saves_an_import(place):
    client = place.client(JAVASCRIPT_2)
    table, items = place.table(), items_for(12 * BATCH)
    place.start(SCENARIO)

    for chunk in chunks(items, BATCH):
        batch_write_mended(client, {table: puts(chunk)})

    assert place.saved(table) == ids(items)
    assert place.fired() > 0


def test_the_third_loop_saves_an_import_or_says_so(place, chance):
    client = place.client(JAVASCRIPT_3)
    table, items = place.table(), items_for(8 * BATCH)
    place.start(SCENARIO)
    told, unfinished = [], []

    for chunk in chunks(items, BATCH):
        try:
            batch_write_with_retry(client, table, chunk, chance)
            told += chunk
        except (Unfinished, ClientError):
            unfinished.append(chunk)

    assert ids(told) <= place.saved(table), "what it says it has saved is there"
    place.connection.send("DELETE", f"/_apus/scenarios/{SCENARIO}", {})
    for chunk in unfinished:
        batch_write_with_retry(client, table, chunk, chance)
    assert place.saved(table) == ids(items)


def keep_back(connection, items):
    """Adds fault rules under which the puts of these items are never admitted."""
    rules = [
        {
            "name": item["id"]["S"].replace(" ", "-"),
            "operations": ["BatchWriteItem"],
            "key": {"id": item["id"]},
            "effect": {"throttle": "TableWriteProvisionedThroughputExceeded"},
        }
        for item in items
    ]
    answer = connection.send("POST", "/_apus/faults", {}, json.dumps({"rules": rules}).encode())
    assert answer.status == 200, answer.body
