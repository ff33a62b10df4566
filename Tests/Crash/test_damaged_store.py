"""A store that cannot be trusted: the server says why, changes nothing, and does not start."""

import re

import pytest

from harness.server import Server, started_and_refused
from harness.storage import cut_off, fingerprints, flip_byte, newest_log
from harness.wire import Connection


def assert_refused(directory, *words):
    """The server ends with an error that has all these words, and leaves every file as it was."""
    before = fingerprints(directory)

    code, output = started_and_refused(directory)

    assert code != 0, output
    for word in words:
        assert re.search(word, output, re.IGNORECASE), f"the message does not say {word!r}:\n{output}"
    assert fingerprints(directory) == before, "the directory was changed"


@pytest.mark.parametrize("bytes_lost", [1, 50, 10_000])
def test_truncated_table_file(stored, bytes_lost):
    file = largest(stored, "*.sst")
    cut_off(file, bytes_lost)

    assert_refused(stored, re.escape(file.name), "damaged")


def test_missing_table_file(stored):
    file = largest(stored, "*.sst")
    file.unlink()

    assert_refused(stored, re.escape(file.name))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_damaged_manifest(stored, part):
    file = largest(stored, "MANIFEST-*")
    flip_byte(file, int(file.stat().st_size * part))

    assert_refused(stored, "MANIFEST", "damaged")


def test_truncated_manifest(stored):
    file = largest(stored, "MANIFEST-*")
    cut_off(file, file.stat().st_size // 2)

    assert_refused(stored, "damaged")


def test_empty_current(stored):
    (stored / "CURRENT").write_text("")

    assert_refused(stored, "CURRENT", "damaged")


@pytest.mark.parametrize("pattern", ["MANIFEST-*", "CURRENT", "*.log"])
def test_missing_files(stored, pattern):
    for file in stored.glob(pattern):
        file.unlink()

    assert_refused(stored, "missing|damaged")


@pytest.mark.parametrize("part", [0.2, 0.5])
def test_damage_within_the_log_is_no_torn_tail(directory, fill, part):
    """What follows the damage was acknowledged; to go on without it would lose it in silence."""
    fill(120)
    log = newest_log(directory)
    flip_byte(log, int(log.stat().st_size * part))

    assert_refused(directory, re.escape(log.name), "damaged")


@pytest.mark.parametrize("part", [0.1, 0.3, 0.6])
def test_damage_within_a_table_file_gives_no_wrong_answer(stored, part):
    """Refused at the start, or answered by an error where it is read."""
    file = largest(stored, "*.sst")
    flip_byte(file, int(file.stat().st_size * part))
    server = Server(stored).launch()
    try:
        if not server.comes_up():
            assert server.process.returncode != 0
            assert file.name in server.output(), server.output()
            return
        with Connection(server.url) as connection:
            answer = connection.call("Scan", {"TableName": "Crash"})
        if answer.status == 200:
            assert sorted(item["id"]["S"] for item in answer.json["Items"]) == [f"cat{n:05}" for n in range(200)]
        else:
            assert (answer.status, answer.error) == (500, "InternalServerError")
            assert file.name in server.output(), "the log does not name the damaged file"
        assert server.is_running
    finally:
        server.kill()


def test_newer_format(stored):
    file = stored / "FORMAT"
    text = file.read_text()
    assert re.search(r"\d+", text), f"FORMAT does not tell a version: {text!r}"
    file.write_text(re.sub(r"\d+", "999", text, count=1))

    assert_refused(stored, "newer", "999", re.escape(str(stored)))


def test_nonsense_for_a_format(stored):
    (stored / "FORMAT").write_text("cats\n")

    assert_refused(stored, "FORMAT")


def test_a_folder_of_something_else(tmp_path):
    (tmp_path / "letters.txt").write_text("Dear Tom")

    assert_refused(tmp_path, re.escape(str(tmp_path)))


def test_second_process_is_refused_and_the_first_goes_on(directory, fill):
    fill(1)
    with Server(directory) as first, Connection(first.url) as connection:
        code, output = started_and_refused(directory)

        assert code != 0
        assert str(directory) in output and "in use" in output, output
        assert first.is_running
        connection.result("PutItem", {"TableName": "Crash", "Item": {"id": {"S": "still here"}}})


def largest(directory, pattern):
    """The largest file of this kind."""
    files = list(directory.rglob(pattern))
    assert files, f"the store has no {pattern}"
    return max(files, key=lambda path: path.stat().st_size)
