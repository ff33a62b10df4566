"""Names of Swift for the names of the API."""

import re

KEYWORDS = {"in", "is", "as", "default", "where", "case", "self", "return", "enum", "import", "none"}


def words_of(name):
    """The words of a name such as `KMSMasterKeyId`."""
    return re.findall(r"[A-Z0-9]+(?![a-z])|[A-Z]?[a-z]+[0-9]*", name)


def member_name(name):
    """`TableId` becomes `tableID`, `SSEDescription` becomes `sseDescription`."""
    words = words_of(name)
    head = words[0].lower()
    tail = ["ID" if word == "Id" else word for word in words[1:]]
    # A digit that stands between words belongs to the word before it: S3Bucket.
    return escaped(head + "".join(word[:1].upper() + word[1:] for word in tail))


def choice_name(value):
    """`PAY_PER_REQUEST` becomes `payPerRequest`; NONE would be mistaken for the absence of a value."""
    if value.upper() == "NONE":
        return "nothing"
    parts = [part for part in re.split(r"[^A-Za-z0-9]+", value) if part]
    if any(re.search("[a-z]", part) for part in parts):
        parts = [word for part in parts for word in words_of(part)]
    return escaped(parts[0].lower() + "".join(part.capitalize() for part in parts[1:]))


def operation_name(name):
    return name[0].lower() + name[1:]


def error_name(name):
    return operation_name(name.removesuffix("Exception"))


def escaped(name):
    return f"`{name}`" if name in KEYWORDS else name
