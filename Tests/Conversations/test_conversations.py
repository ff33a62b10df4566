"""Plays every conversation of this folder and compares each answer with the one written down."""

import json
import random
import re
import string
from pathlib import Path

import pytest

from harness.conversation import parsed
from harness.player import Player, rewritten
from harness.waiting import wait_until

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.rglob("*.txt"))
RUN = "".join(random.choices(string.ascii_lowercase, k=4))
SETTLED = "settled"


class PatientPlayer(Player):
    """A player for whom a table can also be given settled: neither it nor an index of it is on its way any more."""

    def prepare(self, given):
        if given.items != SETTLED:
            super().prepare(given)
            return
        wait_until(lambda: self.is_settled(given.table), f"line {given.line}: {given.table} did not settle")

    def is_settled(self, table):
        answer = self.send("DescribeTable", {}, json.dumps({"TableName": table}))
        if answer.status != 200:
            return answer.error == "ResourceNotFoundException"
        description = answer.json["Table"]
        indexes = description.get("GlobalSecondaryIndexes", [])
        return {description["TableStatus"]} | {index["IndexStatus"] for index in indexes} == {"ACTIVE"}


def name_of(file):
    return str(file.relative_to(FOLDER).with_suffix(""))


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_conversation(file, endpoint, request):
    text = file.read_text()
    region = request.config.getoption("--region") or region_for(file)

    outcomes = PatientPlayer(endpoint, region).play(parsed(text))

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
