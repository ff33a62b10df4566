"""Single requests to a DynamoDB endpoint, to prepare tables and to check answers before they are timed."""

import json
import time
import urllib.error
import urllib.request

HEADERS = {
    "Content-Type": "application/x-amz-json-1.0",
    "X-Amz-Date": "20260101T000000Z",
    "Authorization": "AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/dynamodb/aws4_request, "
    "SignedHeaders=host;x-amz-date;x-amz-target, Signature=" + "0123456789abcdef" * 4,
}


TABLES = "DynamoDB_20120810"
STREAMS = "DynamoDBStreams_20120810"


def call(url, operation, body, service=TABLES):
    """Sends one request; gives the answer and how many bytes its body had."""
    headers = HEADERS | {"X-Amz-Target": f"{service}.{operation}"}
    request = urllib.request.Request(url, data=json.dumps(body).encode(), headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read()
    except urllib.error.HTTPError as error:
        raise SystemExit(f"bench: {operation} was refused: {error.read().decode(errors='replace')}") from None
    return json.loads(text), len(text)


def key_schema(partition, sort):
    return [{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": sort, "KeyType": "RANGE"}]


# One holds whole items, the other keys alone.
INDEXES = [
    {
        "IndexName": "byCity",
        "KeySchema": key_schema("city", "created"),
        "Projection": {"ProjectionType": "ALL"},
    },
    {
        "IndexName": "byStatus",
        "KeySchema": key_schema("status", "score"),
        "Projection": {"ProjectionType": "KEYS_ONLY"},
    },
]


def create_table(url, name, indexes=(), write_units=None):
    """Creates a table with the keys of the data set, and with these global secondary indexes.

    It is on-demand, unless it has so many write units a second.
    """
    keys = [key_schema("pk", "sk"), *(index["KeySchema"] for index in indexes)]
    names = sorted({element["AttributeName"] for schema in keys for element in schema})
    body = {
        "TableName": name,
        "AttributeDefinitions": [
            {"AttributeName": name, "AttributeType": "N" if name == "score" else "S"} for name in names
        ],
        "KeySchema": key_schema("pk", "sk"),
        "BillingMode": "PAY_PER_REQUEST",
    }
    if write_units:
        body["BillingMode"] = "PROVISIONED"
        body["ProvisionedThroughput"] = {"ReadCapacityUnits": 1, "WriteCapacityUnits": write_units}
    if indexes:
        body["GlobalSecondaryIndexes"] = list(indexes)
    call(url, "CreateTable", body)
    while call(url, "DescribeTable", {"TableName": name})[0]["Table"]["TableStatus"] != "ACTIVE":
        time.sleep(0.05)
