"""The parts of requests that define tables: keys, attributes, indexes and throughput."""


def table_definition(name, /, **types):
    """The body of CreateTable for a table with these keys: `table_definition("Cats", id="S", visit="N")`."""
    return {
        "TableName": name,
        "AttributeDefinitions": attribute_definitions(**types),
        "KeySchema": key_schema(*types),
        "BillingMode": "PAY_PER_REQUEST",
    }


def attribute_definitions(**types):
    return [{"AttributeName": name, "AttributeType": kind} for name, kind in types.items()]


def key_schema(partition, sort=""):
    """The key of a table or an index; several attributes of one kind are given as words of one text."""
    names = {"HASH": partition.split(), "RANGE": sort.split()}
    return [{"AttributeName": name, "KeyType": kind} for kind in names for name in names[kind]]


def index(name, *keys, projection="ALL", **settings):
    """An index by a partition key and perhaps a sort key; a projection is a type, or a list of what is included."""
    if not isinstance(projection, str):
        projected = {"ProjectionType": "INCLUDE", "NonKeyAttributes": projection}
    else:
        projected = {"ProjectionType": projection}
    return {"IndexName": name, "KeySchema": key_schema(*keys), "Projection": projected} | settings


def units(count):
    """So many units of reading and as many of writing."""
    return {"ReadCapacityUnits": count, "WriteCapacityUnits": count}
