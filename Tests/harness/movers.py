"""Writers that move items about in an index while it is being filled, and what it must hold in the end."""

import json
from concurrent.futures import ThreadPoolExecutor

from harness.definitions import index
from harness.tables import entries, pages
from harness.wire import Connection
from harness.writers import Fleet, KeyModel, Worker, key_of

INDEX = "byOwner"
INDEX_ATTRIBUTES = {"owner": "S", "weight": "N"}
HELD = ("id", "owner", "weight", "nick")
OWNERS = 97
WEIGHTS = 1_000
BATCH_ENTRIES = 25
LOADERS = 4
# The index as UpdateTable creates it: sparse, and without the attribute `note`.
INDEX_DEFINITION = index(INDEX, *INDEX_ATTRIBUTES, projection=["nick"])


def name_of(number):
    return f"cat{number:07}"


def number_of(item):
    return int(item["id"]["S"][3:])


def whole_item(number, owner, weight, version):
    item = key_of(name_of(number)) | {"weight": {"N": str(weight)}}
    texts = {"nick": {"S": f"nick {number} {version}"}, "note": {"S": f"note {version} " * 4}}
    return item | texts | ({"owner": owner} if owner else {})


def first_item(number):
    """An item before any writer has changed it. Some have no owner, and some one that cannot be an index key."""
    owner = {"S": f"owner{number % OWNERS}"}
    if number % 5 == 1:
        owner = None
    elif number % 7 == 3:
        owner = {"N": str(number)}
    return whole_item(number, owner, number % WEIGHTS, 0)


def entry_of(item):
    """What the index holds of an item; None if nothing."""
    if "S" not in item.get("owner", {}) or "weight" not in item:
        return None
    return {name: item[name] for name in HELD if name in item}


def load(url, table, item_count):
    """Puts the first items."""

    def load_share(loader):
        numbers = range(loader, item_count, LOADERS)
        with Connection(url) as connection:
            for start in range(0, len(numbers), BATCH_ENTRIES):
                puts = [{"PutRequest": {"Item": first_item(n)}} for n in numbers[start : start + BATCH_ENTRIES]]
                answer = connection.result("BatchWriteItem", {"RequestItems": {table: puts}})
                assert answer["UnprocessedItems"] == {}

    with ThreadPoolExecutor(LOADERS) as loaders:
        list(loaders.map(load_share, range(LOADERS)))


class Mover(Worker):
    """One thread that changes items of its own, most of them so that their entries in the index change."""

    def __init__(self, table, number, seed, numbers):
        super().__init__(table, number, seed)
        self.numbers = numbers
        self.models = {}
        self.latest = None

    def write(self, connection):
        if self.latest and self.latest.tried:
            self.settle(connection, self.latest)
        self.version += 1
        number = self.chance.choice(self.numbers)
        if number not in self.models:
            self.models[number] = KeyModel(name_of(number), first_item(number))
        self.latest = self.models[number]
        act = self.chance.choice([self.put, self.move, self.move, self.rename, self.leave, self.delete])
        act(connection, self.latest, number)

    def settle(self, connection, model):
        """Finds out what became of a write whose answer a kill has swallowed."""
        request = {"TableName": self.table, "Key": key_of(model.name), "ConsistentRead": True}
        found = connection.result("GetItem", request).get("Item")
        assert model.allows(found), f"found {found} where there was {model}"
        model.settle(found)

    def put(self, connection, model, number):
        owner = self.any_owner() if self.chance.random() < 0.8 else None
        item = whole_item(number, owner, self.chance.randrange(WEIGHTS), self.version)
        self.attempt(connection, "PutItem", {"Item": item}, model, item)

    def move(self, connection, model, _):
        weight = {"N": str(self.chance.randrange(WEIGHTS))}
        self.update(connection, model, {"owner": self.any_owner(), "weight": weight})

    def rename(self, connection, model, _):
        """Changes what the index holds besides its key, and leaves the key as it is if it can be one."""
        owner = (model.acknowledged or {}).get("owner", {})
        owner = owner if "S" in owner else self.any_owner()
        self.update(connection, model, {"owner": owner, "nick": {"S": f"nick {self.version}"}})

    def leave(self, connection, model, _):
        self.update(connection, model, {"note": {"S": f"left {self.version}"}}, removed=["owner"])

    def delete(self, connection, model, _):
        self.attempt(connection, "DeleteItem", {"Key": key_of(model.name)}, model, None)

    def any_owner(self):
        return {"S": f"owner{self.chance.randrange(OWNERS)}"}

    def update(self, connection, model, changed, removed=()):
        after = (model.acknowledged or key_of(model.name)) | changed
        for name in removed:
            after.pop(name, None)
        expression = "SET " + ", ".join(f"#{name} = :{name}" for name in changed)
        if removed:
            expression += " REMOVE " + ", ".join(f"#{name}" for name in removed)
        body = {
            "Key": key_of(model.name),
            "UpdateExpression": expression,
            "ExpressionAttributeNames": {f"#{name}": name for name in [*changed, *removed]},
            "ExpressionAttributeValues": {f":{name}": value for name, value in changed.items()},
        }
        self.attempt(connection, "UpdateItem", body, model, after)


class MovingFleet(Fleet):
    """Movers that share the items of a table out among them."""

    def __init__(self, table, size, seed, item_count):
        super().__init__(table, 0, seed)
        self.item_count = item_count
        self.writers = [Mover(table, number, seed, range(number, item_count, size)) for number in range(size)]

    def verify(self, connection):
        """What in the table and its index cannot be, and how many items and entries there must be."""
        faults, seen, expected = [], set(), set()
        for page in pages(connection, {"TableName": self.table}):
            for item in page["Items"]:
                seen.add(number_of(item))
                faults += self.faults(number_of(item), item)
                if entry := entry_of(item):
                    expected.add(text_of(entry))
        for number in range(self.item_count):
            if number not in seen:
                faults += self.faults(number, None)
        counts = (len(seen), len(expected))
        return faults + self.index_faults(connection, expected), counts

    def faults(self, number, found):
        """What is wrong about an item that was found, or was not."""
        model = self.writers[number % len(self.writers)].models.get(number)
        model = model or KeyModel(name_of(number), first_item(number))
        return [] if model.allows(found) else [f"found {found} where there was {model}"]

    def index_faults(self, connection, expected):
        """How the index differs from the entries that it must have; takes those from the set that it has."""
        faults = []
        for entry in entries(connection, self.table, INDEX):
            text = text_of(entry)
            if text not in expected:
                faults.append(f"the index has {text}")
            expected.discard(text)
        return faults + [f"the index lacks {text}" for text in sorted(expected)]


def text_of(entry):
    return json.dumps(entry, sort_keys=True)
