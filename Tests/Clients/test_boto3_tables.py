"""boto3's waiters wait for tables, its paginators list tables and tags, and its resource shows what changes.

Of the waiters that botocore has for DynamoDB, `table_exists` and `table_not_exists` ask an operation that apus serves;
of the paginators, those of Query, Scan, ListTables and ListTagsOfResource.
"""

import boto3
import pytest
from botocore.exceptions import ClientError, WaiterError

from harness.clients import session_options
from harness.definitions import attribute_definitions, key_schema
from harness.server import Server

PATIENCE = {"Delay": 0.1, "MaxAttempts": 100}
DEFINITION = {
    "AttributeDefinitions": attribute_definitions(id="S"),
    "KeySchema": key_schema("id"),
    "BillingMode": "PAY_PER_REQUEST",
}


@pytest.fixture(scope="module")
def slow(region):
    """boto3's resource for a server whose tables take a second for each change."""
    with Server(None, "--transition-delay", "1s") as server:
        yield boto3.resource("dynamodb", **session_options(server.url, region))


def status(client, name):
    return client.describe_table(TableName=name)["Table"]["TableStatus"]


def test_waiters_of_the_client(slow):
    client = slow.meta.client
    client.create_table(TableName="Waiters", **DEFINITION)
    before = status(client, "Waiters")

    client.get_waiter("table_exists").wait(TableName="Waiters", WaiterConfig=PATIENCE)
    between = status(client, "Waiters")
    client.delete_table(TableName="Waiters")
    after = status(client, "Waiters")
    client.get_waiter("table_not_exists").wait(TableName="Waiters", WaiterConfig=PATIENCE)

    assert [before, between, after] == ["CREATING", "ACTIVE", "DELETING"]
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        status(client, "Waiters")


def test_waiters_of_the_resource(slow):
    table = slow.create_table(TableName="ResourceWaiters", **DEFINITION)
    seen = [table.table_status]

    table.wait_until_exists(WaiterConfig=PATIENCE)
    table.reload()
    seen.append(table.table_status)
    table.delete()
    table.reload()
    seen.append(table.table_status)
    table.wait_until_not_exists(WaiterConfig=PATIENCE)

    assert seen == ["CREATING", "ACTIVE", "DELETING"]
    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        table.reload()


def test_a_waiter_gives_up(slow):
    with pytest.raises(WaiterError, match="Max attempts exceeded"):
        slow.meta.client.get_waiter("table_exists").wait(
            TableName="Nowhere", WaiterConfig={"Delay": 0.1, "MaxAttempts": 3}
        )


def test_a_table_that_is_updated_serves_items_and_no_second_change(slow):
    client = slow.meta.client
    table = slow.create_table(TableName="Updated", **DEFINITION)
    table.wait_until_exists(WaiterConfig=PATIENCE)

    answer = client.update_table(TableName="Updated", TableClass="STANDARD_INFREQUENT_ACCESS")
    table.put_item(Item={"id": "tom"})
    read = table.get_item(Key={"id": "tom"})
    with pytest.raises(client.exceptions.ResourceInUseException):
        client.update_table(TableName="Updated", TableClass="STANDARD")
    with pytest.raises(client.exceptions.ResourceInUseException):
        client.delete_table(TableName="Updated")
    client.get_waiter("table_exists").wait(TableName="Updated", WaiterConfig=PATIENCE)

    assert answer["TableDescription"]["TableStatus"] == "UPDATING"
    assert read["Item"] == {"id": "tom"}
    table.reload()
    assert table.table_status == "ACTIVE"
    assert table.table_class_summary["TableClass"] == "STANDARD_INFREQUENT_ACCESS"


def test_list_tables_goes_on_from_a_token(client, resource):
    names = [f"token_of_tables_{number}" for number in range(7)]
    for name in names:
        client.create_table(TableName=name, **DEFINITION)

    listed, token = [], None
    while not listed or token:
        limits = {"MaxItems": 3, "PageSize": 2, "StartingToken": token}
        answer = client.get_paginator("list_tables").paginate(PaginationConfig=limits).build_full_result()
        listed += answer["TableNames"]
        token = answer.get("NextToken")
    collected = [table.name for table in resource.tables.page_size(2)]

    assert [name for name in listed if name in names] == names
    assert collected == listed
    for name in names:
        client.delete_table(TableName=name)


def test_list_tags_in_pages(client, table):
    expected = [{"Key": f"key{number:02}", "Value": f"value {number}"} for number in range(45)]
    client.tag_resource(ResourceArn=table.table_arn, Tags=expected)

    pages = client.get_paginator("list_tags_of_resource").paginate(ResourceArn=table.table_arn)
    listed = [tag for page in pages for tag in page["Tags"]]

    assert sorted(listed, key=lambda tag: tag["Key"]) == expected


def test_tags_of_a_new_table(client):
    table = client.create_table(TableName="tags_of_a_new_table", **DEFINITION, Tags=[{"Key": "team", "Value": "cats"}])
    client.get_waiter("table_exists").wait(TableName="tags_of_a_new_table")

    tags = client.list_tags_of_resource(ResourceArn=table["TableDescription"]["TableArn"])["Tags"]

    assert tags == [{"Key": "team", "Value": "cats"}]
    client.delete_table(TableName="tags_of_a_new_table")
