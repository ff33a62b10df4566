"""Options and fixtures that all outside tests share."""

import os

import pytest

from harness.server import BINARY, Server


def pytest_addoption(parser):
    parser.addoption("--endpoint-url", help="play to this endpoint instead of a server of the tests' own")
    parser.addoption("--region", help="the one region to use, for an endpoint that has only that")
    parser.addoption(
        "--rewrite-conversations", action="store_true", help="write the actual answers into the conversations"
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--endpoint-url"):
        for item in items:
            if "endpoint" not in item.fixturenames:
                item.add_marker(pytest.mark.skip(reason="needs a server process of its own"))
    elif not BINARY.exists():
        pytest.exit(f"there is no server to test: build it, or name it in APUS_BINARY ({BINARY})", returncode=2)


@pytest.fixture(scope="session")
def endpoint(request):
    """The URL that conversations and clients speak to: the one given, or that of a fresh server in memory."""
    given = request.config.getoption("--endpoint-url")
    if given:
        yield given
        return
    with Server() as server:
        yield server.url


@pytest.fixture(scope="session")
def seed():
    """The seed of everything random; APUS_SEED brings a failing run back."""
    value = int(os.environ.get("APUS_SEED", "20260301"))
    print(f"APUS_SEED={value}")
    return value
