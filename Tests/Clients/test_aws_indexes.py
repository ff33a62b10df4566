"""The aws command line on what surrounds items: indexes in shorthand and JSON, tags, settings, pages with tokens."""

import pytest

from harness.definitions import attribute_definitions, index, table_definition
from harness.waiting import global_index, wait_for_index, wait_while_index

ANN = {":vet": {"S": "Ann"}}


@pytest.fixture(scope="module")
def visits(aws):
    """A table of ten visits with the local index byBill and the global one byVet, written in shorthand."""
    name = "AwsVisits"
    aws(
        "create-table", "--table-name", name, "--billing-mode", "PAY_PER_REQUEST",
        "--attribute-definitions",
        *(f"AttributeName={key},AttributeType={kind}" for key, kind in zip(("id", "visit", "bill", "vet"), "SNNS")),
        "--key-schema", "AttributeName=id,KeyType=HASH", "AttributeName=visit,KeyType=RANGE",
        "--local-secondary-indexes",
        "IndexName=byBill,KeySchema=[{AttributeName=id,KeyType=HASH},{AttributeName=bill,KeyType=RANGE}],"
        "Projection={ProjectionType=KEYS_ONLY}",
        "--global-secondary-indexes",
        "IndexName=byVet,KeySchema=[{AttributeName=vet,KeyType=HASH},{AttributeName=visit,KeyType=RANGE}],"
        "Projection={ProjectionType=INCLUDE,NonKeyAttributes=[pet]}",
        "--tags", "Key=team,Value=cats",
    )  # fmt: skip
    aws("wait", "table-exists", "--table-name", name)
    puts = [
        {
            "PutRequest": {
                "Item": {
                    "id": {"S": "tom"},
                    "visit": {"N": str(visit)},
                    "bill": {"N": str(-visit)},
                    "vet": {"S": "Ann"},
                    "pet": {"S": f"cat{visit}"},
                    "note": {"S": "hi"},
                }
            }
        }
        for visit in range(10)
    ]
    aws("batch-write-item", "--request-items", {name: puts})
    yield name
    aws("delete-table", "--table-name", name)
    aws("wait", "table-not-exists", "--table-name", name)
    assert "ResourceNotFoundException" in aws.refusal("describe-table", "--table-name", name)


def describe(aws, name):
    return aws("describe-table", "--table-name", name)["Table"]


def numbers(answer, attribute="visit"):
    return [int(item[attribute]["N"]) for item in answer["Items"]]


def test_indexes_in_shorthand(aws, visits):
    table = describe(aws, visits)

    (local,) = table["LocalSecondaryIndexes"]
    assert (local["IndexName"], local["Projection"]) == ("byBill", {"ProjectionType": "KEYS_ONLY"})
    by_vet = global_index(table, "byVet")
    assert by_vet["IndexStatus"] == "ACTIVE"
    assert by_vet["Projection"] == {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["pet"]}


def test_queries_of_indexes(aws, visits):
    by_vet = aws(
        "query", "--table-name", visits, "--index-name", "byVet",
        "--key-condition-expression", "vet = :vet AND visit >= :low", "--no-scan-index-forward",
        "--expression-attribute-values", ANN | {":low": {"N": "8"}},
    )  # fmt: skip
    by_bill = aws(
        "query", "--table-name", visits, "--index-name", "byBill", "--consistent-read", "--select", "ALL_ATTRIBUTES",
        "--key-condition-expression", "id = :id AND bill < :high",
        "--expression-attribute-values", {":id": {"S": "tom"}, ":high": {"N": "-7"}},
    )  # fmt: skip

    assert by_vet["Items"] == [
        {"id": {"S": "tom"}, "visit": {"N": str(visit)}, "vet": {"S": "Ann"}, "pet": {"S": f"cat{visit}"}}
        for visit in (9, 8)
    ]
    assert numbers(by_bill) == [9, 8]
    assert by_bill["Items"][0].keys() == {"id", "visit", "bill", "vet", "pet", "note"}


def test_pages_with_tokens(aws, visits):
    words = [
        "query", "--table-name", visits, "--index-name", "byVet", "--max-items", "4", "--page-size", "3",
        "--key-condition-expression", "vet = :vet", "--expression-attribute-values", ANN,
    ]  # fmt: skip

    parts = [aws(*words)]
    while token := parts[-1].get("NextToken"):
        parts.append(aws(*words, "--starting-token", token))
    scanned = aws("scan", "--table-name", visits, "--index-name", "byVet", "--page-size", "3")

    assert [numbers(part) for part in parts] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert numbers(scanned) == list(range(10))


def test_an_index_in_json_joins_and_leaves(aws):
    name = "AwsJoining"
    aws("create-table", "--cli-input-json", joining_definition(name))
    aws("wait", "table-exists", "--table-name", name)
    tom = {"id": {"S": "tom"}, "pet": {"S": "cat"}, "vet": {"S": "Ann"}}
    aws("put-item", "--table-name", name, "--item", tom)

    aws(
        "update-table", "--table-name", name,
        "--attribute-definitions", "AttributeName=pet,AttributeType=S",
        "--global-secondary-index-updates", [{"Create": global_index_by("pet")}],
    )  # fmt: skip
    wait_for_index(lambda: describe(aws, name), "byPet")
    found = aws(
        "query", "--table-name", name, "--index-name", "byPet", "--key-condition-expression", "pet = :pet",
        "--expression-attribute-values", {":pet": {"S": "cat"}},
    )["Items"]  # fmt: skip
    aws("update-table", "--table-name", name, "--global-secondary-index-updates", "Delete={IndexName=byPet}")
    wait_while_index(lambda: describe(aws, name), "byPet")

    assert found == [tom]
    table = describe(aws, name)
    assert [item["AttributeName"] for item in table["AttributeDefinitions"]] == ["id", "vet"]
    assert global_index(table, "byVet")["KeySchema"] == global_index_by("vet")["KeySchema"]
    aws("delete-table", "--table-name", name)


def global_index_by(attribute):
    return index(f"by{attribute.capitalize()}", attribute)


def joining_definition(name):
    return table_definition(name, id="S") | {
        "AttributeDefinitions": attribute_definitions(id="S", vet="S"),
        "GlobalSecondaryIndexes": [global_index_by("vet")],
    }


def test_tags(aws, visits):
    arn = describe(aws, visits)["TableArn"]
    tags = []

    def list_tags():
        listed = aws("list-tags-of-resource", "--resource-arn", arn)["Tags"]
        tags.append({tag["Key"]: tag["Value"] for tag in listed})

    list_tags()
    aws("tag-resource", "--resource-arn", arn, "--tags", "Key=owner,Value=Ann", "Key=a b,Value=")
    list_tags()
    aws("untag-resource", "--resource-arn", arn, "--tag-keys", "team", "a b")
    list_tags()

    assert tags == [{"team": "cats"}, {"team": "cats", "owner": "Ann", "a b": ""}, {"owner": "Ann"}]


def test_settings_that_nobody_has_set(aws, visits):
    expiry = aws("describe-time-to-live", "--table-name", visits)["TimeToLiveDescription"]
    backups = aws("describe-continuous-backups", "--table-name", visits)["ContinuousBackupsDescription"]

    assert expiry == {"TimeToLiveStatus": "DISABLED"}
    assert backups["ContinuousBackupsStatus"] == "ENABLED"
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "DISABLED"
