"""Plays every conversation of this folder and compares each answer with the one written down."""

import random
import re
import string
from pathlib import Path

import pytest

from harness.conversation import parsed
from harness.player import Player, rewritten

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.rglob("*.txt"))
RUN = "".join(random.choices(string.ascii_lowercase, k=4))


def name_of(file):
    return str(file.relative_to(FOLDER).with_suffix(""))


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_conversation(file, endpoint, request):
    text = file.read_text()
    region = request.config.getoption("--region") or region_for(file)

    outcomes = Player(endpoint, region).play(parsed(text))

    different = [outcome for outcome in outcomes if outcome.differences]
    if different and request.config.getoption("--rewrite-conversations"):
        file.write_text(rewritten(text, outcomes))
        pytest.skip(f"{len(different)} answers written anew: review them")
    if different:
        pytest.fail("\n".join(map(told, different)) + f"\n({len(different)} of {len(outcomes)})", pytrace=False)


def region_for(file):
    """A region that no other conversation, and no other run, uses: its tables are its own."""
    words = re.findall("[a-z]+", name_of(file).lower())
    return f"xx-{''.join(words)}{RUN}-1"


def told(outcome):
    exchange = outcome.exchange
    lines = [f"line {exchange.line}: {exchange.request.target}: {exchange.title}"]
    return "\n    ".join(lines + outcome.differences)
