"""Shows what throttling does to two programs that write batches, and what becomes of their items.

Usage: throttling_demo.py ENDPOINT

The server must begin with little unused throughput (--initial-burst 5s), or nothing is throttled. The exit status is 0
only if the naive program has lost items and the careful one has lost none.
"""

import inspect
import json
import random
import sys
import time
import urllib.error
import urllib.request

from request import TIMEOUT_SECONDS, call, count, request_for, wait_until_active

ITEMS = 200
UNITS = {"ReadCapacityUnits": 100, "WriteCapacityUnits": 20}
CLIENT_RETRIES = 10


def naive(client, table, items):
    for start in range(0, len(items), 25):
        batch = [{"PutRequest": {"Item": item}} for item in items[start : start + 25]]
        client.batch_write_item(RequestItems={table: batch})


def careful(client, table, items):
    for start in range(0, len(items), 25):
        wanted = {table: [{"PutRequest": {"Item": item}} for item in items[start : start + 25]]}
        for attempt in range(12):
            answer = client.batch_write_item(RequestItems=wanted)
            wanted = answer["UnprocessedItems"]
            if not wanted:
                break
            time.sleep(random.uniform(0, min(20, 0.05 * 2**attempt)))
        else:
            raise RuntimeError(f"{len(wanted[table])} items are left")


class Client:
    """A client as the SDKs are: what is refused as a whole it waits for and sends again, and counts here."""

    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.answers = 0
        self.handed_back = 0
        self.refused = 0

    def batch_write_item(self, **request):
        for attempt in range(CLIENT_RETRIES + 1):
            answer = self.answer_to(request)
            if answer is not None:
                self.answers += 1
                self.handed_back += sum(map(len, answer["UnprocessedItems"].values()))
                return answer
            self.refused += 1
            time.sleep(0.05 * 2**attempt)
        raise RuntimeError(f"refused {CLIENT_RETRIES + 1} times in a row")

    def answer_to(self, request):
        """The answer of status 200; None where throttling has refused all of the request."""
        try:
            sent = request_for(self.endpoint, "BatchWriteItem", request)
            with urllib.request.urlopen(sent, timeout=TIMEOUT_SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            text = error.read().decode(errors="replace")
            if "#ProvisionedThroughputExceededException" in text:
                return None
            raise RuntimeError(text) from None


def create_table(endpoint, table):
    call(
        endpoint,
        "CreateTable",
        {
            "TableName": table,
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "ProvisionedThroughput": UNITS,
        },
    )
    wait_until_active(endpoint, table)


def tried(endpoint, program):
    """Prints a program, runs it on a table of its own, and tells the row of the closing table."""
    name = program.__name__
    print(f"\n== the {name} program\n\n{inspect.getsource(program)}", flush=True)
    create_table(endpoint, name)
    client = Client(endpoint)
    items = [{"id": {"S": f"item {number}"}} for number in range(ITEMS)]
    start = time.monotonic()
    try:
        program(client, name, items)
        end = "it ended without an error"
    except RuntimeError as error:
        end = f"it failed: {error}"
    seconds = time.monotonic() - start
    print(f"{end}, after {seconds:.1f} s; {client.handed_back} times an item was handed back in UnprocessedItems,")
    print(f"and {client.refused} times the client sent a batch again that was refused as a whole (status 400)")
    found = count(endpoint, {"TableName": name, "ConsistentRead": True})
    return name, len(items), client.answers, found, len(items) - found


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    endpoint = sys.argv[1]
    print(f"{ITEMS} items for a table of {UNITS['WriteCapacityUnits']} write units, which begins with 5 seconds' worth")
    rows = [tried(endpoint, naive), tried(endpoint, careful)]

    print("\n== what became of the items\n")
    layout = "{:<8} {:>5} {:>23} {:>19} {:>5}"
    print(layout.format("program", "sent", "answers of status 200", "found in the table", "lost"))
    for row in rows:
        print(layout.format(*row))
    losses = [row[-1] for row in rows]
    raise SystemExit(0 if losses[0] > 0 and losses[1] == 0 else 1)


if __name__ == "__main__":
    main()
