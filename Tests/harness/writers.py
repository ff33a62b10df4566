"""Writers that know what must be in the table when the server dies under them."""

import random
import threading
from dataclasses import dataclass, field

from harness.tables import items, items_of
from harness.wire import Connection

SINGLE_KEYS = 6
BATCH_KEYS = 25
PARTS = "abcdefgh"


def key_of(name):
    return {"id": {"S": name}}


def whole_item(name, version, hits=0):
    """An item whose every part tells its version: half an item would show."""
    parts = {part: {"S": f"{part}{version}-" * 10} for part in PARTS}
    numbers = {"version": {"N": str(version)}, "hits": {"N": str(hits)}}
    return key_of(name) | numbers | parts | {"twice": {"NS": [str(version), str(version + 1)]}}


@dataclass
class KeyModel:
    """What may stand under one key: what was acknowledged last, or what was tried since."""

    name: str
    acknowledged: dict | None = None
    tried: list = field(default_factory=list)

    def allows(self, found):
        return found == self.acknowledged or found in self.tried

    def acknowledge(self, item):
        self.acknowledged = item
        self.tried = []

    def settle(self, found):
        """Takes what a restart left, which from now on must stay."""
        self.acknowledge(found)


class Worker:
    """One thread that writes until the server is gone; what it writes, those say who inherit from it."""

    def __init__(self, table, number, seed):
        self.table = table
        self.chance = random.Random(f"{seed}-{number}")
        self.version = 0
        self.acknowledged_writes = 0

    def run(self, url, fleet):
        """Writes until the connection breaks; a break before the fleet expects one is a failure."""
        try:
            with Connection(url) as connection:
                while not fleet.stopping.is_set():
                    self.write(connection)
        except Exception as failure:
            if not fleet.stopping.is_set():
                fleet.failures.append(repr(failure))

    def attempt(self, connection, operation, body, model, after):
        model.tried.append(after)
        connection.result(operation, body | {"TableName": self.table})
        model.acknowledge(after)
        self.acknowledged_writes += 1


class Writer(Worker):
    """One thread's keys, and the writes it does to them until the server is gone."""

    def __init__(self, table, number, seed):
        super().__init__(table, number, seed)
        self.singles = [KeyModel(f"single-{number}-{index}") for index in range(SINGLE_KEYS)]
        self.batch = [KeyModel(f"batch-{number}-{index}") for index in range(BATCH_KEYS)]

    @property
    def models(self):
        return self.singles + self.batch

    def write(self, connection):
        self.version += 1
        act = self.chance.choice([self.put, self.put, self.set, self.count, self.delete, self.write_batch])
        act(connection, self.chance.choice(self.singles))

    def put(self, connection, model):
        item = whole_item(model.name, self.version)
        self.attempt(connection, "PutItem", {"Item": item}, model, item)

    def set(self, connection, model):
        """Sets all parts at once, and counts; what it makes is an item as whole as that of a put."""
        item = whole_item(model.name, self.version, hits_of(model.acknowledged) + 1)
        names = ["version", "twice", *PARTS]
        assignments = ", ".join(f"#{name} = :{name}" for name in names)
        body = {
            "Key": key_of(model.name),
            "UpdateExpression": f"SET {assignments} ADD hits :one",
            "ExpressionAttributeNames": {f"#{name}": name for name in names},
            "ExpressionAttributeValues": {f":{name}": item[name] for name in names} | {":one": {"N": "1"}},
        }
        self.attempt(connection, "UpdateItem", body, model, item)

    def count(self, connection, model):
        before = model.acknowledged or key_of(model.name)
        body = {
            "Key": key_of(model.name),
            "UpdateExpression": "ADD hits :one",
            "ExpressionAttributeValues": {":one": {"N": "1"}},
        }
        after = before | {"hits": {"N": str(hits_of(before) + 1)}}
        self.attempt(connection, "UpdateItem", body, model, after)

    def delete(self, connection, model):
        self.attempt(connection, "DeleteItem", {"Key": key_of(model.name)}, model, None)

    def write_batch(self, connection, _):
        """Puts most of the batch's keys and deletes some, in one request."""
        entries, afters = [], []
        for model in self.batch:
            after = None if self.chance.random() < 0.2 else whole_item(model.name, self.version)
            entry = {"PutRequest": {"Item": after}} if after else {"DeleteRequest": {"Key": key_of(model.name)}}
            model.tried.append(after)
            entries.append(entry)
            afters.append(after)
        answer = connection.result("BatchWriteItem", {"RequestItems": {self.table: entries}})
        assert answer["UnprocessedItems"] == {}
        for model, after in zip(self.batch, afters):
            model.acknowledge(after)
        self.acknowledged_writes += len(entries)


class Fleet:
    """Many writers at once."""

    def __init__(self, table, size, seed):
        self.table = table
        self.writers = [Writer(table, number, seed) for number in range(size)]
        self.failures = []
        self.stopping = threading.Event()
        self.threads = []

    @property
    def acknowledged_writes(self):
        return sum(writer.acknowledged_writes for writer in self.writers)

    def start(self, url):
        self.stopping.clear()
        self.threads = [threading.Thread(target=writer.run, args=(url, self)) for writer in self.writers]
        for thread in self.threads:
            thread.start()

    def join(self):
        for thread in self.threads:
            thread.join()

    def stop(self):
        """Lets the writers finish what they are at, with a server that goes on."""
        self.stopping.set()
        self.join()

    def verify(self, connection):
        """What in the table cannot be, by what was acknowledged and tried; then takes the table as it is."""
        models = [model for writer in self.writers for model in writer.models]
        found = {
            item["id"]["S"]: sorted_sets(item)
            for item in items_of(connection, self.table, [key_of(model.name) for model in models])
        }
        faults = [
            f"{model.name}: found {found.get(model.name)}, acknowledged {model.acknowledged}, tried {model.tried}"
            for model in models
            if not model.allows(found.get(model.name))
        ]
        for model in models:
            model.settle(found.get(model.name))
        scanned = {item["id"]["S"] for item in items(connection, self.table)}
        if scanned != found.keys():
            faults.append(f"a scan and single reads differ in {sorted(scanned ^ found.keys())}")
        return faults


def hits_of(item):
    return int((item or {}).get("hits", {"N": "0"})["N"])


def sorted_sets(item):
    """The item with its sets in numeric order, as the writers write them."""
    return {name: {"NS": sorted(value["NS"], key=int)} if "NS" in value else value for name, value in item.items()}
