"""Clients of the tests' endpoint: boto3's client and resource, and a table of each test's own."""

import boto3
import pytest
from botocore.config import Config

REGION = "eu-north-1"


def session_options(endpoint, region):
    return {
        "endpoint_url": endpoint,
        "region_name": region,
        "aws_access_key_id": "AKIDEXAMPLE",
        "aws_secret_access_key": "secret",
        "config": Config(retries={"max_attempts": 1}, read_timeout=120, max_pool_connections=64),
    }


@pytest.fixture(scope="session")
def region(request):
    return request.config.getoption("--region") or REGION


@pytest.fixture(scope="session")
def client(endpoint, region):
    return boto3.client("dynamodb", **session_options(endpoint, region))


@pytest.fixture(scope="session")
def resource(endpoint, region):
    return boto3.resource("dynamodb", **session_options(endpoint, region))


@pytest.fixture
def table(resource, request):
    """An empty table with partition key `id` (S) and sort key `visit` (N), gone after the test."""
    made = resource.create_table(
        TableName=f"{request.node.originalname}_table",
        AttributeDefinitions=[
            {"AttributeName": "id", "AttributeType": "S"},
            {"AttributeName": "visit", "AttributeType": "N"},
        ],
        KeySchema=[
            {"AttributeName": "id", "KeyType": "HASH"},
            {"AttributeName": "visit", "KeyType": "RANGE"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    made.wait_until_exists()
    yield made
    made.delete()
    made.wait_until_not_exists()
