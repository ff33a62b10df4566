"""Much at once: tens of megabytes in batches, and fifty threads."""

from concurrent.futures import ThreadPoolExecutor

THREADS = 50
ROUNDS = 20
MEGABYTES = 60


def test_sixty_megabytes_in_batches(client, table):
    item_count = MEGABYTES * 10

    with table.batch_writer() as batch:
        for visit in range(item_count):
            batch.put_item(Item={"id": f"cat{visit % 50}", "visit": visit, "pad": padding(visit)})

    for visit in range(0, item_count, 41):
        read = table.get_item(Key={"id": f"cat{visit % 50}", "visit": visit})["Item"]
        assert read["pad"] == padding(visit)
    pages = client.get_paginator("scan").paginate(TableName=table.name, Select="COUNT")
    assert sum(page["Count"] for page in pages) == item_count


def padding(visit):
    """100,000 bytes that no other item has."""
    return f"{visit:010}" * 10_000


def test_fifty_threads_each_keep_what_they_write(client, table):
    def work(thread):
        for visit in range(ROUNDS):
            key = {"id": {"S": f"thread{thread}"}, "visit": {"N": str(visit)}}
            client.put_item(TableName=table.name, Item=key | {"by": {"S": str(thread)}})
            read = client.get_item(TableName=table.name, Key=key, ConsistentRead=True)["Item"]
            assert read == key | {"by": {"S": str(thread)}}

    in_threads(work)

    pages = client.get_paginator("scan").paginate(TableName=table.name, Select="COUNT")
    assert sum(page["Count"] for page in pages) == THREADS * ROUNDS


def test_fifty_threads_count_together(client, table):
    key = {"id": {"S": "tom"}, "visit": {"N": "0"}}

    def work(_):
        for _ in range(ROUNDS):
            client.update_item(
                TableName=table.name,
                Key=key,
                UpdateExpression="SET hits = if_not_exists(hits, :zero) + :one ADD more :one",
                ExpressionAttributeValues={":zero": {"N": "0"}, ":one": {"N": "1"}},
            )

    in_threads(work)

    item = client.get_item(TableName=table.name, Key=key)["Item"]
    assert item == key | {"hits": {"N": str(THREADS * ROUNDS)}, "more": {"N": str(THREADS * ROUNDS)}}


def test_one_of_fifty_threads_wins_each_condition(client, table):
    def work(_):
        wins = 0
        for visit in range(ROUNDS):
            try:
                client.put_item(
                    TableName=table.name,
                    Item={"id": {"S": "prize"}, "visit": {"N": str(visit)}},
                    ConditionExpression="attribute_not_exists(id)",
                )
                wins += 1
            except client.exceptions.ConditionalCheckFailedException:
                pass
        return wins

    assert sum(in_threads(work)) == ROUNDS


def in_threads(work):
    """What each of the threads' work answers; a failure in one is the test's."""
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(work, range(THREADS)))
