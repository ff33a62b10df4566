"""Plays every conversation of this folder and compares each answer with the one written down."""

import random
import re
import string
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness.conversation import parsed, server_options
from harness.player import Player, rewritten
from harness.server import Server

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.rglob("*.txt"))
RUN = "".join(random.choices(string.ascii_lowercase, k=4))


def name_of(file):
    return str(file.relative_to(FOLDER).with_suffix(""))


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_conversation(file, endpoint, request):
    text = file.read_text()
    region = request.config.getoption("--region") or region_for(file)
    steps = parsed(text)

    with server_for(steps, endpoint, request) as url:
        outcomes = Player(url, region).play(steps)

    different = [outcome for outcome in outcomes if outcome.differences]
    if different and request.config.getoption("--rewrite-conversations"):
        file.write_text(rewritten(text, outcomes))
        pytest.skip(f"{len(different)} answers written anew: review them")
    if different:
        pytest.fail("\n".join(map(told, different)) + f"\n({len(different)} of {len(outcomes)})", pytrace=False)


@contextmanager
def server_for(steps, endpoint, request):
    """The shared server or, for a conversation that wants one with options of its own, that one."""
    options = server_options(steps)
    if options is None:
        yield endpoint
        return
    if request.config.getoption("--endpoint-url"):
        pytest.skip("wants a server with options of its own")
    with Server(None, *options) as server:
        yield server.url


def region_for(file):
    """A region that no other conversation, and no other run, uses: its tables are its own."""
    words = re.findall("[a-z]+", name_of(file).lower())
    return f"xx-{''.join(words)}{RUN}-1"


def told(outcome):
    exchange = outcome.exchange
    lines = [f"line {exchange.line}: {exchange.request.target}: {exchange.title}"]
    return "\n    ".join(lines + outcome.differences)
