"""Waiting for a state that comes by itself, within a limit."""

import time

WAIT_SECONDS = 30
PAUSE_SECONDS = 0.02


def wait_until(reached, missing, seconds=WAIT_SECONDS):
    """Asks again and again until the answer is true, and gives that answer; `missing` says what did not come."""
    deadline = time.monotonic() + seconds
    while not (answer := reached()):
        assert time.monotonic() < deadline, f"{missing} within {seconds} s"
        time.sleep(PAUSE_SECONDS)
    return answer


def wait_for_table(describe, seconds=WAIT_SECONDS):
    """Waits until a table and its indexes are ACTIVE; `describe` gives the description of the table."""
    wait_until(lambda: is_active(describe()), "the table and its indexes were not ACTIVE", seconds)


def wait_for_index(describe, name, seconds=WAIT_SECONDS):
    """Waits until a global index is ACTIVE; `describe` gives the description of its table."""

    def has_joined():
        index = global_index(describe(), name)
        return index is not None and index["IndexStatus"] == "ACTIVE"

    wait_until(has_joined, f"the index {name} was not ACTIVE", seconds)


def wait_while_index(describe, name, seconds=WAIT_SECONDS):
    """Waits until a global index is gone."""
    wait_until(lambda: global_index(describe(), name) is None, f"the index {name} was not gone", seconds)


def is_active(table):
    """Whether a table and its global indexes are all ACTIVE, by its description."""
    indexes = table.get("GlobalSecondaryIndexes", [])
    return {table["TableStatus"], *(index["IndexStatus"] for index in indexes)} == {"ACTIVE"}


def global_index(table, name):
    """The description of a global index within that of its table; None where the table has no such index."""
    return next((index for index in table.get("GlobalSecondaryIndexes", []) if index["IndexName"] == name), None)
