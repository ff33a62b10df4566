"""`apus get`, `put`, `delete`, `query` and `scan` on tables that boto3 made."""

import json
import signal
import subprocess
from decimal import Decimal

import pytest
from boto3.dynamodb.types import Binary

from harness.command import ApusCommand
from harness.definitions import index, table_definition
from harness.waiting import wait_until

ALL_TYPES = {
    "id": "tom",
    "visit": Decimal("12345678901234567890.123456789012345678"),
    "name": 'é 😸 "quoted"\n',
    "photo": Binary(b"\x00\x01\xff"),
    "cute": True,
    "owner": None,
    "toys": ["ball", Decimal(2), []],
    "chip": {"maker": "acme", "codes": [{"a": Decimal("-1.5")}]},
    "friends": {"kit", "mog"},
    "lives": {Decimal(7), Decimal(9)},
    "prints": {Binary(b"a"), Binary(b"b")},
}
PLAIN_TYPES = {
    "id": "tom",
    "visit": Decimal("12345678901234567890.123456789012345678"),
    "name": 'é 😸 "quoted"\n',
    "photo": "AAH/",
    "cute": True,
    "owner": None,
    "toys": ["ball", 2, []],
    "chip": {"maker": "acme", "codes": [{"a": Decimal("-1.5")}]},
}


@pytest.fixture
def apus(endpoint, region):
    return ApusCommand(endpoint, region)


@pytest.fixture
def visits(table):
    """Visits 1 to 30 of tom, and one of kit."""
    with table.batch_writer() as batch:
        for number in range(1, 31):
            batch.put_item(Item={"id": "tom", "visit": number, "even": number % 2 == 0})
        batch.put_item(Item={"id": "kit", "visit": 1, "size": 5})
    return table


def numbers(items):
    return [item["visit"] for item in items]


def test_get_prints_plain_json_without_loss(apus, table):
    table.put_item(Item=ALL_TYPES)

    text = apus("get", table.name, "id=tom", f"visit={ALL_TYPES['visit']}")

    assert len(text.splitlines()) == 1
    item = json.loads(text, parse_float=Decimal)
    sets = {name: sorted(item.pop(name)) for name in ["friends", "lives", "prints"]}
    assert item == PLAIN_TYPES
    assert sets == {"friends": ["kit", "mog"], "lives": [7, 9], "prints": ["YQ==", "Yg=="]}


def test_what_get_prints_typed_put_takes(apus, table):
    table.put_item(Item=ALL_TYPES)
    line = apus("get", table.name, "id=tom", f"visit={ALL_TYPES['visit']}", "--typed")
    apus("delete", table.name, "id=tom", f"visit={ALL_TYPES['visit']}")

    assert apus("put", table.name, line) == "put 1 item\n"
    assert table.scan()["Items"] == [ALL_TYPES]


@pytest.mark.parametrize("key", ['{"id":"tom","visit":3}', '{"id":{"S":"tom"},"visit":{"N":"3"}}'])
def test_keys_as_json(apus, visits, key):
    assert apus.objects("get", visits.name, key, '{"id":"kit","visit":1}') == [
        {"id": "tom", "visit": 3, "even": False},
        {"id": "kit", "visit": 1, "size": 5},
    ]


def test_a_missing_item_is_told_and_fails(apus, visits):
    done = apus.run("get", visits.name, "id=tom", "visit=31")

    assert (done.returncode, done.stdout) == (1, "")
    assert f'{visits.name} has no item {{"id":"tom","visit":31}}' in done.stderr


def test_a_projection_may_name_reserved_words(apus, table):
    table.put_item(Item=ALL_TYPES | {"visit": 1})

    words = ["get", table.name, "id=tom", "visit=1", "--consistent", "--projection", "name,chip.codes[0].a,toys[1]"]

    assert apus.objects(*words) == [{"name": ALL_TYPES["name"], "chip": {"codes": [{"a": -1.5}]}, "toys": [2]}]


def test_put_keeps_to_conditions(apus, visits):
    item = '{"id":"tom","visit":3,"size":9}'

    assert "there is an item of this key" in apus.refusal("put", visits.name, item, "--if-not-exists")
    condition = ["--condition", "#e = :e", "--names", '{"#e":"even"}', "--values", '{":e":true}']
    assert "the condition does not hold" in apus.refusal("put", visits.name, item, *condition)
    assert visits.get_item(Key={"id": "tom", "visit": 3})["Item"]["even"] is False
    assert apus("put", visits.name, item, *condition[:-1], '{":e":{"BOOL":false}}') == "put 1 item\n"
    assert visits.get_item(Key={"id": "tom", "visit": 3})["Item"] == {"id": "tom", "visit": 3, "size": 9}


def test_put_reads_files_and_tells_what_is_refused(apus, table):
    lines = '{"id":"a","visit":1}\n{"id":"b"}\nnonsense\n{"id":"c","visit":2}\n'

    done = apus.run("put", table.name, "--file", "-", text=lines)

    assert (done.returncode, done.stdout) == (1, "put 2 of 4 items\n")
    assert "line 2: ValidationException" in done.stderr and "line 3: the line is no JSON object" in done.stderr
    assert {item["id"] for item in table.scan()["Items"]} == {"a", "c"}


def test_delete_says_whether_there_was_an_item(apus, visits):
    keys = ['{"id":"tom","visit":1}', '{"id":"tom","visit":99}']

    assert apus("delete", visits.name, *keys) == f"deleted {keys[0]}\nno item {keys[1]}\n"
    assert "the condition does not hold" in apus.refusal(
        "delete", visits.name, "id=tom", "visit=2", "--condition", "even = :e", "--values", '{":e":false}'
    )
    assert visits.scan(Select="COUNT")["Count"] == 30


@pytest.mark.parametrize(
    "words, found",
    [
        ([], [*range(1, 31)]),
        (["--sort", "7"], [7]),
        (["--sort-from", "28"], [28, 29, 30]),
        (["--sort-to", "2"], [1, 2]),
        (["--sort-from", "-5", "--sort-to", "1"], [1]),
        (["--descending", "--limit", "3"], [30, 29, 28]),
        (["--filter", "even = :t", "--values", '{":t":true}', "--limit", "4"], [2, 4, 6, 8]),
    ],
)
def test_query_by_values(apus, visits, words, found):
    assert numbers(apus.objects("query", visits.name, "tom", *words)) == found


def test_query_by_a_raw_condition(apus, visits):
    words = ["--key-condition", "id = :i AND visit < :v", "--values", '{":i":"tom",":v":3}']

    assert numbers(apus.objects("query", visits.name, *words)) == [1, 2]


def test_query_an_index_by_the_beginning_of_its_sort_key(apus, client):
    definition = table_definition("query_index_table", id="S")
    definition["AttributeDefinitions"] += [
        {"AttributeName": "land", "AttributeType": "S"},
        {"AttributeName": "city", "AttributeType": "S"},
    ]
    client.create_table(**definition, GlobalSecondaryIndexes=[index("places", "land", "city")])
    client.get_waiter("table_exists").wait(TableName="query_index_table")
    for number, city in enumerate(["Oslo", "Odda", "Bergen"]):
        client.put_item(
            TableName="query_index_table",
            Item={"id": {"S": str(number)}, "land": {"S": "no"}, "city": {"S": city}},
        )

    words = ["query", "query_index_table", "no", "--index", "places", "--sort-begins-with", "O"]

    assert [item["city"] for item in apus.objects(*words)] == ["Odda", "Oslo"]
    assert apus(*words, "--output", "table").splitlines()[0].split() == ["land", "city", "id"]
    assert "has no index nowhere" in apus.refusal(*words[:3], "--index", "nowhere")
    client.delete_table(TableName="query_index_table")


def test_pages_are_read_to_the_end(apus, table):
    with table.batch_writer() as batch:
        for number in range(30):
            batch.put_item(Item={"id": "tom", "visit": number, "pad": "x" * 100_000})

    assert numbers(apus.objects("query", table.name, "tom", "--projection", "visit")) == [*range(30)]
    assert sorted(numbers(apus.objects("scan", table.name, "--projection", "visit"))) == [*range(30)]
    assert len(apus.objects("scan", table.name, "--limit", "25", "--projection", "visit")) == 25


def test_a_table_for_people(apus, visits):
    words = ["scan", visits.name, "--output", "table", "--filter", "visit = :v", "--values", '{":v":1}']

    heading, *rows = [line.split() for line in apus(*words).splitlines()]

    assert heading[:2] == ["id", "visit"]
    assert set(heading[2:]) == {"even", "size"}
    assert sorted(rows) == [["kit", "1", "5"], ["tom", "1", "false"]]


def test_a_reader_that_has_enough_ends_the_scan_without_words(apus, visits):
    with visits.batch_writer() as batch:
        for number in range(2_000):
            batch.put_item(Item={"id": "many", "visit": number, "pad": "x" * 1_000})

    scan = apus.start("scan", visits.name, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    scan.stdout.read(10)
    scan.stdout.close()

    assert scan.stderr.read() == ""
    assert scan.wait(60) == 1


def test_ctrl_c_ends_a_command_in_order(apus, table):
    put = apus.start("put", table.name, "--file", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    put.stdin.write('{"id":"tom","visit":1}\n')
    put.stdin.flush()
    wait_until(lambda: table.scan(Select="COUNT")["Count"] == 1, "the item was not written")

    put.send_signal(signal.SIGINT)

    assert put.wait(60) == 130


@pytest.mark.parametrize(
    "words, told",
    [
        (["get", "no_such_table", "id=a"], "There is no table no_such_table"),
        (["scan", "{table}", "--filter", "nonsense"], "ValidationException"),
        (["query", "{table}", "tom", "--sort", "x"], "visit: The parameter cannot be converted"),
        (["get", "{table}", "id=tom"], "each of id:S,visit:N once"),
        (["scan", "{table}", "--names", "{"], "--names: the line is not valid JSON"),
    ],
)
def test_what_cannot_be_done_is_said(apus, table, words, told):
    assert told in apus.refusal(*[word.format(table=table.name) if word != "{" else word for word in words])
