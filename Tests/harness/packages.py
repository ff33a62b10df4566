"""Real records: the Debian package index of this machine, as JSON lines."""

import os
import shutil
import subprocess
import sys

from harness.server import REPOSITORY

CONVERTER = REPOSITORY / "script/lib/debian_packages.py"
DEFAULT_RECORDS = 5_000


def record_limit():
    """How many records the tests take; all of them with APUS_FULL=1."""
    return None if os.environ.get("APUS_FULL") == "1" else DEFAULT_RECORDS


def package_lines():
    """The index as lines of JSON, or None where this machine has none."""
    if shutil.which("apt-cache") is None:
        return None
    index = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, check=False)
    if index.returncode != 0 or not index.stdout.strip():
        return None
    lines = subprocess.run([sys.executable, CONVERTER], input=index.stdout, capture_output=True, check=True)
    return lines.stdout.decode().splitlines()[: record_limit()]


def attribute_value(plain):
    """A plain JSON value as DynamoDB has it."""
    if isinstance(plain, bool):
        return {"BOOL": plain}
    if isinstance(plain, int):
        return {"N": str(plain)}
    if isinstance(plain, str):
        return {"S": plain}
    if plain is None:
        return {"NULL": True}
    if isinstance(plain, list):
        return {"L": [attribute_value(element) for element in plain]}
    return {"M": item(plain)}


def item(record):
    """A plain JSON object as an item."""
    return {name: attribute_value(value) for name, value in record.items()}
