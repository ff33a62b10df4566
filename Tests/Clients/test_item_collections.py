"""Item collections: how large they may grow, and that no segment of a Scan splits them."""

import pytest

from harness.definitions import attribute_definitions, index, table_definition
from harness.server import Server
from harness.wire import Connection

LIMIT = "4KB"
SOME_BYTES = 1500
REFUSED = "ItemCollectionSizeLimitExceededException"


def create_visits(connection, name="Visits", **indexes):
    """A table with keys `id` and `visit`, and these indexes over them, `town` and `age`."""
    types = {"id": "S", "visit": "N", "town": "S", "age": "N"}
    used = {key["AttributeName"] for made in indexes.values() for one in made for key in one["KeySchema"]}
    definition = table_definition(name, id="S", visit="N") | indexes
    used_types = {key: types[key] for key in types if key in used | {"id", "visit"}}
    connection.result("CreateTable", definition | {"AttributeDefinitions": attribute_definitions(**used_types)})


def key(cat, visit):
    return {"id": {"S": cat}, "visit": {"N": str(visit)}}


def put(connection, cat, visit, size=SOME_BYTES, table="Visits", **more):
    return connection.call("PutItem", {"TableName": table, "Item": key(cat, visit) | {"v": {"S": "x" * size}} | more})


def update(connection, cat, visit, expression, **values):
    request = {"TableName": "Visits", "Key": key(cat, visit), "UpdateExpression": expression}
    values = {f":{name}": value for name, value in values.items()}
    return connection.call("UpdateItem", request | {"ExpressionAttributeValues": values})


def delete(connection, cat, visit):
    return connection.call("DeleteItem", {"TableName": "Visits", "Key": key(cat, visit)})


def batch(connection, *requests):
    return connection.call("BatchWriteItem", {"RequestItems": {"Visits": list(requests)}})


def visits(connection, cat, **more):
    """The numbers of the visits of one cat."""
    request = {
        "TableName": "Visits",
        "KeyConditionExpression": "id = :id",
        "ExpressionAttributeValues": {":id": {"S": cat}},
    }
    items = connection.result("Query", request | more)["Items"]
    return [int(item["visit"]["N"]) for item in items]


@pytest.fixture
def connection():
    """A connection to a server whose collections are small, with a table that has a local index of everything."""
    with Server(None, "--item-collection-limit", LIMIT) as server, Connection(server.url) as connection:
        create_visits(connection, LocalSecondaryIndexes=[index("byAge", "id", "age")])
        yield connection


@pytest.fixture
def full(connection):
    """The connection, with a collection that has no room for another visit."""
    assert put(connection, "tom", 1).status == 200
    assert put(connection, "tom", 2).status == 200
    return connection


def assert_refused(answer):
    assert (answer.status, answer.error) == (400, REFUSED)
    assert answer.json["__type"] == f"com.amazonaws.dynamodb.v20120810#{REFUSED}"
    assert answer.json["message"] == "Collection size exceeded."


def test_growth_beyond_the_limit_is_refused(full):
    assert_refused(put(full, "tom", 3))
    assert_refused(put(full, "tom", 1, size=2 * SOME_BYTES))
    assert_refused(update(full, "tom", 3, "SET v = :v", v={"S": "x" * SOME_BYTES}))
    assert_refused(update(full, "tom", 2, "SET w = :w", w={"S": "x" * SOME_BYTES}))

    assert visits(full, "tom") == [1, 2]
    item = full.result("GetItem", {"TableName": "Visits", "Key": key("tom", 2)})["Item"]
    assert item == key("tom", 2) | {"v": {"S": "x" * SOME_BYTES}}


def test_a_batch_is_refused(full):
    large = key("tom", 3) | {"v": {"S": "x" * SOME_BYTES}}

    assert_refused(batch(full, {"PutRequest": {"Item": large}}))

    assert visits(full, "tom") == [1, 2]


def test_entries_of_local_indexes_count(connection):
    assert put(connection, "tom", 1, age={"N": "3"}).status == 200

    assert_refused(put(connection, "tom", 2, age={"N": "4"}))

    assert visits(connection, "tom", IndexName="byAge") == [1]


def test_an_entry_that_comes_by_an_update_counts(full):
    assert_refused(update(full, "tom", 1, "SET age = :age", age={"N": "3"}))

    assert visits(full, "tom", IndexName="byAge") == []


def test_what_shrinks_a_collection_is_allowed(full):
    assert update(full, "tom", 1, "SET v = :v", v={"S": "short"}).status == 200
    assert put(full, "tom", 2, size=SOME_BYTES - 1).status == 200
    assert batch(full, {"DeleteRequest": {"Key": key("tom", 2)}}).status == 200
    assert delete(full, "tom", 1).status == 200

    assert visits(full, "tom") == []


@pytest.mark.parametrize("step", [delete, lambda connection, *at: update(connection, *at, "SET v = :v", v={"S": "x"})])
def test_room_that_was_made_can_be_used(full, step):
    assert_refused(put(full, "tom", 3))

    assert step(full, "tom", 1).status == 200

    assert put(full, "tom", 3).status == 200
    assert_refused(put(full, "tom", 4))


def test_room_that_an_index_entry_leaves_can_be_used(connection):
    assert put(connection, "tom", 1, age={"N": "3"}).status == 200
    assert_refused(put(connection, "tom", 2))

    assert put(connection, "tom", 1).status == 200

    assert put(connection, "tom", 2).status == 200


def test_a_collection_that_is_rewritten_does_not_grow(connection):
    for number in range(20):
        age = {"N": str(number)}
        assert put(connection, "tom", 1, size=900 + number, age=age).status == 200
        assert update(connection, "tom", 1, "SET age = :age, w = :w", age=age, w=age).status == 200
        assert update(connection, "tom", 1, "SET v = :v REMOVE age", v={"S": "x"}).status == 200
        assert put(connection, "tom", 2, size=900).status == 200
        assert delete(connection, "tom", number % 2 + 1).status == 200

    assert put(connection, "tom", 3).status == 200


def test_the_size_of_a_collection_outlives_a_restart(tmp_path):
    with Server(tmp_path / "data", "--item-collection-limit", LIMIT) as server:
        with Connection(server.url) as connection:
            create_visits(connection, LocalSecondaryIndexes=[index("byAge", "id", "age")])
            assert put(connection, "tom", 1, age={"N": "3"}).status == 200
        assert server.stop() == 0
        server.start()
        with Connection(server.url) as connection:
            assert_refused(put(connection, "tom", 2))
            assert put(connection, "tom", 1).status == 200
            assert put(connection, "tom", 2).status == 200


def test_other_collections_are_not_concerned(full):
    assert_refused(put(full, "tom", 3))

    assert put(full, "kit", 3).status == 200
    assert visits(full, "kit") == [3]


@pytest.mark.parametrize("indexes", [{}, {"GlobalSecondaryIndexes": [index("byTown", "town")]}])
def test_a_table_without_local_indexes_has_no_limit(connection, indexes):
    create_visits(connection, "Cats", **indexes)

    answers = [put(connection, "tom", visit, table="Cats", town={"S": "oslo"}) for visit in range(5)]

    assert [answer.status for answer in answers] == [200] * 5


def test_segments_of_an_index_never_split_a_collection():
    with Server() as server, Connection(server.url) as connection:
        create_visits(
            connection,
            LocalSecondaryIndexes=[index("byAge", "id", "age")],
            GlobalSecondaryIndexes=[index("byTown", "town", "age", projection="KEYS_ONLY")],
        )
        cats, towns = [f"cat{number}" for number in range(12)], [f"town{number}" for number in range(9)]
        for number, cat in enumerate(cats):
            for visit in range(3):
                town = towns[(number + visit) % len(towns)]
                assert put(connection, cat, visit, 1, town={"S": town}, age={"N": str(visit)}).status == 200

        for name, partition_key, values in [("byAge", "id", cats), ("byTown", "town", towns)]:
            segments = [segment(connection, name, number, 5) for number in range(5)]
            found = [(item["id"]["S"], item["visit"]["N"]) for items in segments for item in items]
            places = [value for items in segments for value in {item[partition_key]["S"] for item in items}]
            assert sorted(found) == sorted((cat, str(visit)) for cat in cats for visit in range(3)), name
            assert sorted(places) == sorted(values), f"{name}: a collection in two segments"


def segment(connection, name, number, total):
    """The entries of one segment of an index, read in small pages."""
    request = {"TableName": "Visits", "IndexName": name, "Segment": number, "TotalSegments": total, "Limit": 2}
    items = []
    while True:
        page = connection.result("Scan", request)
        items += page["Items"]
        if "LastEvaluatedKey" not in page:
            return items
        request["ExclusiveStartKey"] = page["LastEvaluatedKey"]
