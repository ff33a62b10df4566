"""The completion script for bash: it is bash, and it completes commands, options and table names."""

import os
import shutil
import subprocess

import pytest

from harness.command import ApusCommand
from harness.server import BINARY, Server
from harness.wire import Connection

# What bash does when a person presses the tab key behind the words.
COMPLETE = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
COMP_TYPE=9
COMP_KEY=9
_apus apus "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def complete(tmp_path_factory):
    """Completes the last of some words, with a server that has the tables Cats and Films."""
    folder = tmp_path_factory.mktemp("completion")
    with Server() as server, Connection(server.url) as connection:
        connection.create_table("Cats", id="S")
        connection.create_table("Films", id="S")
        apus = ApusCommand(server.url)
        script = folder / "apus.bash"
        script.write_text(apus("--generate-completion-script", "bash"))
        environment = apus.environment | {"PATH": f"{BINARY.parent}{os.pathsep}{os.environ['PATH']}"}

        def words_for(*words):
            done = subprocess.run(
                [shutil.which("bash"), "-c", COMPLETE, "bash", script, "apus", *words],
                capture_output=True,
                text=True,
                env=environment,
                timeout=60,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            return {word.strip() for word in done.stdout.split()}

        yield words_for


@pytest.mark.parametrize(
    "words, wanted",
    [
        (["ex"], {"export"}),
        (["table", "de"], {"describe", "delete"}),
        (["scan", "--proj"], {"--projection"}),
        (["scan", "Cats", "--output", "t"], {"table"}),
    ],
)
def test_commands_options_and_choices(complete, words, wanted):
    assert complete(*words) == wanted


def test_table_names_come_from_the_server(complete):
    assert complete("get", "") >= {"Cats", "Films"}
    assert complete("table", "describe", "Fi") == {"Films"}


def test_without_a_server_there_are_no_names(complete):
    assert not complete("get", "--endpoint-url", "http://127.0.0.1:9", "C") & {"Cats", "Films"}
