"""docs/coverage.md says what the server does, and whatever it does not serve has its reason."""

import difflib
import os

import botocore
import pytest

from Coverage.scenario import SERVER_OPTIONS
from Coverage.survey import Survey
from harness.server import REPOSITORY, Server
from harness.wire import Connection

PAGE = REPOSITORY / "docs/coverage.md"
# A newer botocore may know more members; the page names the version that it was made with.
STALE = f"""\
docs/coverage.md is not what botocore {botocore.__version__} and the server make of it.
`script/test --rewrite-coverage` makes it anew, with the botocore that Tests/requirements.txt names."""
REWRITES = os.environ.get("APUS_REWRITE_COVERAGE") == "1"


@pytest.fixture(scope="module")
def survey():
    with Server() as probed, Server(None, *SERVER_OPTIONS) as played:
        with Connection(probed.url) as probes, Connection(played.url) as play:
            yield Survey(probes, play)


def test_every_member_is_served_or_has_its_reason(survey):
    if survey.faults:
        pytest.fail("\n".join(survey.faults), pytrace=False)


def test_the_page_is_up_to_date(survey):
    if survey.faults:
        pytest.skip("the page is not made while the remarks are not in order")
    written = PAGE.read_text().splitlines() if PAGE.exists() else []

    actual = survey.page().splitlines()

    if written != actual and REWRITES:
        PAGE.write_text(survey.page())
        pytest.skip("docs/coverage.md is written anew: review it")
    if written != actual:
        pytest.fail("\n".join([STALE, *difflib.unified_diff(written, actual, lineterm="", n=0)]), pytrace=False)
