"""A store of an older format: it is opened, nothing is lost, and from then on it has the format of this version."""

from harness.server import Server
from harness.tables import items
from harness.wire import Connection

OLDEST = "apus store 1\n"


def test_a_store_of_the_first_format_becomes_one_of_this(stored):
    file = stored / "FORMAT"
    newest = file.read_text()
    assert newest != OLDEST
    file.write_text(OLDEST)

    with Server(stored) as server, Connection(server.url) as connection:
        names = sorted(item["id"]["S"] for item in items(connection, "Crash"))

    assert names == [f"cat{number:05}" for number in range(200)]
    assert file.read_text() == newest
