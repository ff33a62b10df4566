"""Sends requests to a DynamoDB endpoint, for scripts that have Python but no client library.

Usage: request.py ENDPOINT OPERATION BODY     prints the answer
       request.py ENDPOINT --count BODY       scans all pages and prints how many items there are
       request.py ENDPOINT --wait TABLE       returns when the table is active

The signature has the right form only, which an apus without authentication accepts.
"""

import json
import sys
import time
import urllib.error
import urllib.request

TIMEOUT_SECONDS = 60


def request_for(endpoint, operation, body):
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    headers = {
        "Content-Type": "application/x-amz-json-1.0",
        "X-Amz-Target": f"DynamoDB_20120810.{operation}",
        "X-Amz-Date": stamp,
        "Authorization": f"AWS4-HMAC-SHA256 Credential=demo/{stamp[:8]}/us-east-1/dynamodb/aws4_request, "
        f"SignedHeaders=host;x-amz-date;x-amz-target, Signature={'0' * 64}",
    }
    return urllib.request.Request(endpoint, data=json.dumps(body).encode(), headers=headers)


def call(endpoint, operation, body):
    """The answer; an error of any kind ends the script."""
    try:
        with urllib.request.urlopen(request_for(endpoint, operation, body), timeout=TIMEOUT_SECONDS) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise SystemExit(f"{operation}: {error.read().decode(errors='replace')}") from None
    except OSError as error:
        raise SystemExit(f"{operation}: no answer from {endpoint}: {error}") from None


def count(endpoint, body):
    """Scans page by page; an answer without LastEvaluatedKey was the last."""
    total = 0
    while True:
        answer = call(endpoint, "Scan", body | {"Select": "COUNT"})
        total += answer["Count"]
        if "LastEvaluatedKey" not in answer:
            return total
        body = body | {"ExclusiveStartKey": answer["LastEvaluatedKey"]}


def wait_until_active(endpoint, table):
    while call(endpoint, "DescribeTable", {"TableName": table})["Table"]["TableStatus"] != "ACTIVE":
        time.sleep(0.1)


def laid_out(value, indent=""):
    """JSON in which what fits stands on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= 110 or not isinstance(value, (dict, list)):
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(name)}: {laid_out(member, deeper)}" for name, member in value.items()]
        opening, closing = "{}"
    else:
        parts = [laid_out(member, deeper) for member in value]
        opening, closing = "[]"
    return f"{opening}\n{deeper}" + f",\n{deeper}".join(parts) + f"\n{indent}{closing}"


def main():
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    endpoint, action, argument = sys.argv[1:]
    if action == "--wait":
        wait_until_active(endpoint, argument)
    elif action == "--count":
        print(count(endpoint, json.loads(argument)))
    else:
        print(laid_out(call(endpoint, action, json.loads(argument))))


if __name__ == "__main__":
    main()
