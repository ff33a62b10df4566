"""Seeded changes to requests: of their JSON, and of their bytes."""

import copy

ODD_VALUES = (
    None,
    True,
    5,
    -1,
    5.5,
    10**40,
    "",
    "x",
    "5",
    "é\u0000😸",
    [],
    {},
    [[]],
    [None],
    {"": ""},
    {"S": 5},
    {"S": "x"},
    [{"S": "x"}],
)
EXPRESSION_SCRAPS = (
    "(", ")", ",", ".", "[", "]", "#", ":", "=", "<>", "<", "AND", "OR", "NOT", "IN", "BETWEEN", "SET", "ADD", "REMOVE",
    "size(", "contains(a, ", "if_not_exists(", "((((", "a.b[0]", "#n", ":v", "[999999999999999999999]", "\u00e9", "\x00",
    "'", '"', "+", "-", " ", "\t", "5",
)  # fmt: skip
BYTE_SCRAPS = (
    b"{", b"}", b"[", b"]", b'"', b":", b",", b"\\", b"\\u", b"\\ud800", b"null", b"true", b"1e999", b"-", b"\x00",
    b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"0" * 50, b"/*", b"\r\n", b"9" * 400,
)  # fmt: skip


def places(value, path=()):
    """The paths of all members and elements of a JSON value."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, child in children:
        yield (*path, name)
        yield from places(child, (*path, name))


def replaced(value, path, part):
    """The value with another part at the path."""
    changed = copy.deepcopy(value)
    parent = changed
    for name in path[:-1]:
        parent = parent[name]
    parent[path[-1]] = part
    return changed


def wrong_types(request):
    """The request with each member in turn given a value of each other kind."""
    for path in places(request):
        for odd in ODD_VALUES:
            yield replaced(request, path, odd)


def changed_expression(request, chance):
    """The request with one of its texts cut, doubled, or spliced with scraps of expressions."""
    texts = [path for path in places(request) if isinstance(value_at(request, path), str)]
    if not texts:
        return request
    path = chance.choice(texts)
    text = value_at(request, path)
    position, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    scrap = "".join(chance.choices(EXPRESSION_SCRAPS, k=chance.randint(0, 4)))
    return replaced(request, path, text[:position] + scrap + text[end if chance.random() < 0.5 else position :])


def value_at(value, path):
    for name in path:
        value = value[name]
    return value


def changed_bytes(data, chance):
    """The bytes with a few of them changed, taken out, put in, or repeated."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        position = chance.randint(0, max(0, len(data) - 1))
        length = chance.randint(1, 8)
        act = chance.randrange(5)
        if act == 0 and data:
            data[position] = chance.randrange(256)
        elif act == 1:
            del data[position : position + length]
        elif act == 2:
            data[position:position] = chance.choice(BYTE_SCRAPS)
        elif act == 3:
            data[position:position] = data[position : position + length] * chance.randint(1, 5)
        else:
            del data[chance.randint(0, len(data)) :]
    return bytes(data)
