"""What Terraform's AWS provider calls for a table, in its order: create, refresh, change, refresh, destroy."""

import time

import boto3
import pytest
from botocore.exceptions import ClientError

from harness.clients import session_options
from harness.definitions import attribute_definitions, index, key_schema, units
from harness.server import Server
from harness.waiting import global_index, wait_for_table, wait_until, wait_while_index

ATTRIBUTES = {"id": "S", "visit": "N", "vet": "S"}
TAGS = {"team": "cats", "Name": "visits", "empty": ""}
RETRIED = {"LimitExceededException", "ResourceInUseException", "ThrottlingException"}
RETRY_SECONDS = 30


class Provider:
    """What the provider does to one table, and what it then knows of it."""

    def __init__(self, client, name):
        self.client = client
        self.name = name

    def create(self, **settings):
        made = self.client.create_table(TableName=self.name, **settings)["TableDescription"]
        assert made["TableStatus"] == "CREATING"
        self.arn = made["TableArn"]
        wait_for_table(self.describe)

    def describe(self):
        return self.client.describe_table(TableName=self.name)["Table"]

    def update(self, **change):
        """Changes one thing, waits, and tells the table as it is then."""
        self.patiently(lambda: self.client.update_table(TableName=self.name, **change))
        wait_for_table(self.describe)
        return self.refresh()

    def refresh(self):
        """Reads all that the provider compares with its plan; what does not change is compared here."""
        expiry = self.client.describe_time_to_live(TableName=self.name)["TimeToLiveDescription"]
        backups = self.client.describe_continuous_backups(TableName=self.name)["ContinuousBackupsDescription"]
        assert expiry == {"TimeToLiveStatus": "DISABLED"}
        assert backups["ContinuousBackupsStatus"] == "ENABLED"
        assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "DISABLED"
        return self.describe()

    def tags(self):
        listed = self.client.list_tags_of_resource(ResourceArn=self.arn)["Tags"]
        return {tag["Key"]: tag["Value"] for tag in listed}

    def retag(self, gone, added):
        tags = [{"Key": key, "Value": value} for key, value in added.items()]
        self.patiently(lambda: self.client.untag_resource(ResourceArn=self.arn, TagKeys=gone))
        self.patiently(lambda: self.client.tag_resource(ResourceArn=self.arn, Tags=tags))

    def destroy(self):
        self.patiently(lambda: self.client.delete_table(TableName=self.name))
        wait_until(self.is_gone, "the table was not gone")

    def is_gone(self):
        try:
            self.describe()
        except self.client.exceptions.ResourceNotFoundException:
            return True
        return False

    @staticmethod
    def patiently(call):
        """Calls again while the answer is one that the provider waits out."""
        deadline = time.monotonic() + RETRY_SECONDS
        while True:
            try:
                return call()
            except ClientError as failure:
                if failure.response["Error"]["Code"] not in RETRIED or time.monotonic() > deadline:
                    raise
                time.sleep(0.1)


@pytest.fixture(scope="module", params=["0s", "200ms"])
def client(request, region):
    """A client of a server whose tables change at once, or after a while."""
    with Server(None, "--transition-delay", request.param) as server:
        yield boto3.client("dynamodb", **session_options(server.url, region))


@pytest.fixture
def provider(client, request):
    """The provider, with a table made: on-demand, with two global indexes, a stream, encryption and tags."""
    provider = Provider(client, request.node.originalname)
    provider.create(
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=attribute_definitions(**ATTRIBUTES),
        KeySchema=key_schema("id", "visit"),
        GlobalSecondaryIndexes=[index("byVet", "vet", "visit"), index("byVisit", "visit")],
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        SSESpecification={"Enabled": True},
        DeletionProtectionEnabled=False,
        Tags=[{"Key": key, "Value": value} for key, value in TAGS.items()],
    )
    yield provider
    provider.destroy()


def test_a_refresh_shows_what_was_asked_for(provider):
    table = provider.refresh()

    assert table["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    assert table["KeySchema"] == key_schema("id", "visit")
    assert {each["IndexName"] for each in table["GlobalSecondaryIndexes"]} == {"byVet", "byVisit"}
    assert table["StreamSpecification"] == {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
    assert table["LatestStreamArn"] == f"{provider.arn}/stream/{table['LatestStreamLabel']}"
    assert table["SSEDescription"]["Status"] == "ENABLED" and table["SSEDescription"]["SSEType"] == "KMS"
    assert table["DeletionProtectionEnabled"] is False
    assert provider.tags() == TAGS
    again = provider.refresh()
    assert again == table, "a second refresh would plan a change"


def test_billing_mode_there_and_back(provider):
    provisioned = provider.update(
        BillingMode="PROVISIONED",
        ProvisionedThroughput=units(5),
        GlobalSecondaryIndexUpdates=[
            {"Update": {"IndexName": name, "ProvisionedThroughput": units(4)}} for name in ("byVet", "byVisit")
        ],
    )
    on_demand = provider.update(BillingMode="PAY_PER_REQUEST")

    assert provisioned["BillingModeSummary"]["BillingMode"] == "PROVISIONED"
    assert units(5).items() <= provisioned["ProvisionedThroughput"].items()
    for each in provisioned["GlobalSecondaryIndexes"]:
        assert units(4).items() <= each["ProvisionedThroughput"].items()
    assert on_demand["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    for each in (on_demand, *on_demand["GlobalSecondaryIndexes"]):
        assert units(0).items() <= each["ProvisionedThroughput"].items()


def test_an_index_is_added_and_replaced(provider, client):
    item = {"id": {"S": "tom"}, "visit": {"N": "1"}, "ward": {"S": "east"}}
    client.put_item(TableName=provider.name, Item=item)
    query = {
        "TableName": provider.name,
        "IndexName": "byWard",
        "KeyConditionExpression": "ward = :ward",
        "ExpressionAttributeValues": {":ward": {"S": "east"}},
    }

    added = provider.update(
        AttributeDefinitions=attribute_definitions(**ATTRIBUTES, ward="S"),
        GlobalSecondaryIndexUpdates=[{"Create": index("byWard", "ward", "visit")}],
    )
    found = client.query(**query)["Items"]
    provider.patiently(
        lambda: client.update_table(
            TableName=provider.name, GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": "byWard"}}]
        )
    )
    wait_while_index(provider.describe, "byWard")
    left = provider.refresh()
    replaced = provider.update(
        AttributeDefinitions=attribute_definitions(**ATTRIBUTES, ward="S"),
        GlobalSecondaryIndexUpdates=[{"Create": index("byWard", "ward", "id")}],
    )

    assert global_index(added, "byWard")["KeySchema"] == key_schema("ward", "visit")
    assert "Backfilling" not in global_index(added, "byWard")
    assert found == [item]
    assert {each["IndexName"] for each in left["GlobalSecondaryIndexes"]} == {"byVet", "byVisit"}
    assert {each["AttributeName"] for each in left["AttributeDefinitions"]} == {"id", "visit", "vet"}
    assert global_index(replaced, "byWard")["KeySchema"] == key_schema("ward", "id")
    assert client.query(**query)["Items"] == [item]


def test_throughput_of_an_index(provider):
    provider.update(
        BillingMode="PROVISIONED",
        ProvisionedThroughput=units(5),
        GlobalSecondaryIndexUpdates=[
            {"Update": {"IndexName": name, "ProvisionedThroughput": units(5)}} for name in ("byVet", "byVisit")
        ],
    )

    table = provider.update(
        GlobalSecondaryIndexUpdates=[{"Update": {"IndexName": "byVet", "ProvisionedThroughput": units(9)}}]
    )

    assert units(9).items() <= global_index(table, "byVet")["ProvisionedThroughput"].items()
    assert units(5).items() <= global_index(table, "byVisit")["ProvisionedThroughput"].items()
    assert units(5).items() <= table["ProvisionedThroughput"].items()
    assert "LastIncreaseDateTime" in global_index(table, "byVet")["ProvisionedThroughput"]


def test_table_class(provider):
    table = provider.update(TableClass="STANDARD_INFREQUENT_ACCESS")

    assert table["TableClassSummary"]["TableClass"] == "STANDARD_INFREQUENT_ACCESS"


def test_stream_off_and_another_on(provider):
    before = provider.refresh()
    off = provider.update(StreamSpecification={"StreamEnabled": False})
    on = provider.update(StreamSpecification={"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"})

    assert "StreamSpecification" not in off
    assert off["LatestStreamArn"] == before["LatestStreamArn"]
    assert on["StreamSpecification"] == {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}
    assert on["LatestStreamArn"] != before["LatestStreamArn"]


def test_tags_change(provider):
    provider.retag(gone=["team", "absent"], added={"Name": "all visits", "owner": "Ann"})

    assert provider.tags() == {"Name": "all visits", "empty": "", "owner": "Ann"}


def test_deletion_protection_is_turned_on(client):
    """The table stays: its protection cannot be turned off again within 15 seconds."""
    provider = Provider(client, "Protected")
    provider.create(
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=attribute_definitions(id="S"),
        KeySchema=key_schema("id"),
    )

    protected = provider.update(DeletionProtectionEnabled=True)
    with pytest.raises(ClientError, match="currently protected against deletion") as refusal:
        client.delete_table(TableName=provider.name)
    with pytest.raises(ClientError, match="modified within the previous 15000 milliseconds") as haste:
        client.update_table(TableName=provider.name, DeletionProtectionEnabled=False)

    assert protected["DeletionProtectionEnabled"] is True
    assert refusal.value.response["Error"]["Code"] == "ValidationException"
    assert haste.value.response["Error"]["Code"] == "ThrottlingException"


def test_a_provisioned_and_protected_table(client):
    provider = Provider(client, "Provisioned")
    provider.create(
        BillingMode="PROVISIONED",
        ProvisionedThroughput=units(2),
        AttributeDefinitions=attribute_definitions(id="S", vet="S"),
        KeySchema=key_schema("id"),
        GlobalSecondaryIndexes=[index("byVet", "vet", ProvisionedThroughput=units(3))],
        TableClass="STANDARD_INFREQUENT_ACCESS",
        DeletionProtectionEnabled=True,
    )

    table = provider.refresh()
    raised = provider.update(ProvisionedThroughput=units(6))
    unprotected = provider.update(DeletionProtectionEnabled=False)
    provider.destroy()

    assert "BillingModeSummary" not in table
    assert table["TableClassSummary"]["TableClass"] == "STANDARD_INFREQUENT_ACCESS"
    assert units(3).items() <= global_index(table, "byVet")["ProvisionedThroughput"].items()
    assert units(6).items() <= raised["ProvisionedThroughput"].items()
    assert (table["DeletionProtectionEnabled"], unprotected["DeletionProtectionEnabled"]) == (True, False)
