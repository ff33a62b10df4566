"""Clients of the tests' endpoint: those of boto3 and the aws command line, and a table of each test's own."""

import boto3
import pytest

from harness.clients import AwsCommand, session_options
from harness.definitions import table_definition

REGION = "eu-north-1"


@pytest.fixture(scope="session")
def region(request):
    return request.config.getoption("--region") or REGION


@pytest.fixture(scope="session")
def client(endpoint, region):
    return boto3.client("dynamodb", **session_options(endpoint, region))


@pytest.fixture(scope="session")
def resource(endpoint, region):
    return boto3.resource("dynamodb", **session_options(endpoint, region))


@pytest.fixture(scope="session")
def aws(endpoint, region):
    return AwsCommand(endpoint, region)


@pytest.fixture
def table(resource, request):
    """An empty table with partition key `id` (S) and sort key `visit` (N), gone after the test."""
    definition = table_definition(f"{request.node.originalname}_table", id="S", visit="N")
    made = resource.create_table(**definition)
    made.wait_until_exists()
    yield made
    made.delete()
    made.wait_until_not_exists()
