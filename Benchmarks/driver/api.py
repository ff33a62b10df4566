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


def call(url, operation, body):
    """Sends one request; gives the answer and how many bytes its body had."""
    headers = HEADERS | {"X-Amz-Target": f"DynamoDB_20120810.{operation}"}
    request = urllib.request.Request(url, data=json.dumps(body).encode(), headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read()
    except urllib.error.HTTPError as error:
        raise SystemExit(f"bench: {operation} was refused: {error.read().decode(errors='replace')}") from None
    return json.loads(text), len(text)


def create_table(url, name):
    call(url, "CreateTable", {
        "TableName": name,
        "AttributeDefinitions": [
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        "KeySchema": [
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        "BillingMode": "PAY_PER_REQUEST",
    })
    while call(url, "DescribeTable", {"TableName": name})[0]["Table"]["TableStatus"] != "ACTIVE":
        time.sleep(0.05)
