"""Reads whole tables, for tests that compare what is there with what should be."""


def count(connection, table):
    """How many items a table has."""
    return sum(page["Count"] for page in pages(connection, {"TableName": table, "Select": "COUNT"}))


def items(connection, table):
    """All items of a table."""
    return [item for page in pages(connection, {"TableName": table}) for item in page["Items"]]


def entries(connection, table, index):
    """All entries of a global index, one after the other."""
    for page in pages(connection, {"TableName": table, "IndexName": index}):
        yield from page["Items"]


def pages(connection, request):
    """The pages of a Scan, read consistently unless it is one of an index."""
    request = request | {"ConsistentRead": "IndexName" not in request}
    while True:
        page = connection.result("Scan", request)
        yield page
        if "LastEvaluatedKey" not in page:
            return
        request = request | {"ExclusiveStartKey": page["LastEvaluatedKey"]}


def items_of(connection, table, keys):
    """The items under these keys, those that are there."""
    found = []
    for start in range(0, len(keys), 100):
        wanted = {table: {"Keys": keys[start : start + 100], "ConsistentRead": True}}
        while wanted:
            answer = connection.result("BatchGetItem", {"RequestItems": wanted})
            found += answer["Responses"][table]
            wanted = answer["UnprocessedKeys"]
    return found
