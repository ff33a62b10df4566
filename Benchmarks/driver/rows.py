"""The rows of the benchmark: each a load on apus, its yardstick in the same run, and the ratio to reach."""

from dataclasses import dataclass

from driver import api, dataset


@dataclass(frozen=True)
class Row:
    name: str
    script: str
    yardstick: str
    goal: float
    items_per_request: int = 1
    table: str = "large"

    @property
    def unit(self):
        return "items/s" if self.yardstick.startswith("store-") else "requests/s"


ROWS = [
    Row("GetItem", "get_item", "echo", 0.65),
    Row("PutItem, durable", "put_item", "echo", 0.45),
    Row("BatchWriteItem of 25, durable", "batch_write_item", "store-write", 1.0, 25),
    Row("BatchGetItem of 100", "batch_get_item", "store-read", 0.4, 100),
    Row("Query of 10", "query", "echo", 0.35),
    # Three entries for one: a third is what the same work for each entry would leave.
    Row("PutItem with two global indexes, durable", "put_item", "plain table", 0.33, table="indexed"),
]


def typed_key(index):
    return {name: {"S": text} for name, text in dataset.key(index).items()}


def check_answers(url, table, items):
    """Asks once for what the rows will ask for, and stops where an answer is not the whole one.

    Gives the size of GetItem's answer, which is the size that the echo answers with.
    """
    answer, answer_bytes = api.call(url, "GetItem", {"TableName": table, "Key": typed_key(items - 1)})
    if len(answer.get("Item", {})) != 10:
        raise SystemExit(f"bench: GetItem answered {answer}")

    answer, _ = api.call(url, "Query", {
        "TableName": table,
        "KeyConditionExpression": "pk = :pk",
        "ExpressionAttributeValues": {":pk": {"S": dataset.key(0)["pk"]}},
    })
    if answer.get("Count") != min(items, dataset.PER_PARTITION):
        raise SystemExit(f"bench: Query found {answer.get('Count')} items")

    keys = [typed_key(index) for index in range(100)]
    answer, _ = api.call(url, "BatchGetItem", {"RequestItems": {table: {"Keys": keys}}})
    if len(answer["Responses"][table]) != 100 or answer["UnprocessedKeys"]:
        raise SystemExit("bench: BatchGetItem did not answer all of 100 items")
    return answer_bytes
