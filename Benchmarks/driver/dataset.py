"""The items of the benchmark: text-like, ten attributes, ten items to a partition, the same in every run."""

import json
import random

TEXTS = 4_000
PER_PARTITION = 10
WORDS = """
    amber anchor april autumn basket bridge bright button candle canyon castle cherry circle clover copper cotton desert
    dragon engine family feather finger flower forest galaxy garden gentle ginger golden harbor hollow island jacket
    jungle kernel ladder lantern letter marble meadow mirror morning mountain needle number ocean orange orchard paper
    pebble pepper pillow pocket puzzle quiet rabbit ribbon river saddle season shadow silver simple spring square stable
    summer sunset temple thunder ticket timber travel tunnel valley velvet violet walnut window winter yellow
""".split()


def key(index):
    return {"pk": f"p-{index // PER_PARTITION:08d}", "sk": f"s-{index % PER_PARTITION}"}


def item_bytes(item):
    """The size of an item by DynamoDB's rule, for text and whole numbers below 10^38."""
    total = 0
    for name, value in item.items():
        total += len(name)
        total += len(value) if isinstance(value, str) else (len(str(value).rstrip("0")) + 1) // 2 + 1
    return total


def texts(size):
    """Attributes without keys, so that each makes an item of `size` bytes."""
    chance = random.Random(7)
    return [attributes(chance, size) for _ in range(TEXTS)]


def attributes(chance, size):
    first, last = chance.choice(WORDS), chance.choice(WORDS)
    found = {
        "name": f"{first.title()} {last.title()}",
        "email": f"{first}.{last}{chance.randrange(1000)}@example.com",
        "city": chance.choice(WORDS).title(),
        "status": chance.choice(["active", "waiting", "closed"]),
        "created": f"2026-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}T{chance.randrange(24):02d}:00:00Z",
        "score": chance.randrange(1_000_000),
        "visits": chance.randrange(1_000),
        "notes": "",
    }
    missing = size - item_bytes(key(0) | found)
    found["notes"] = prose(chance, max(missing, 0))
    return found


def prose(chance, length):
    """Words with a number now and then: it compresses about as well as English text."""
    parts = []
    remaining = length
    while remaining > 0:
        part = chance.choice(WORDS) if chance.random() < 0.7 else str(chance.randrange(100_000))
        parts.append(part)
        remaining -= len(part) + 1
    return " ".join(parts)[:length].ljust(length, ".")


def write_lines(path, found_texts, count):
    """Writes `count` items as JSON lines for `apus load`, and says how many bytes they have by DynamoDB's rule."""
    tails = [json.dumps(text)[1:] for text in found_texts]
    sizes = [item_bytes(text) for text in found_texts]
    total = 0
    with open(path, "w", encoding="utf-8") as lines:
        for index in range(count):
            head = key(index)
            total += item_bytes(head) + sizes[index % TEXTS]
            lines.write(f'{{"pk": "{head["pk"]}", "sk": "{head["sk"]}", {tails[index % TEXTS]}\n')
    return total


def write_texts(path, found_texts):
    """Writes the attributes in DynamoDB's own JSON, one set to a line, for the load scripts."""
    with open(path, "w", encoding="utf-8") as lines:
        for text in found_texts:
            typed = {name: {"S": value} if isinstance(value, str) else {"N": str(value)} for name, value in text.items()}
            lines.write(json.dumps(typed, separators=(",", ":"))[1:-1] + "\n")
