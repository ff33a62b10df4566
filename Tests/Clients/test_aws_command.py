"""The aws command line creates, writes, reads, queries, scans, batches and deletes."""

TABLE = "AwsCommand"


def test_a_first_table(aws):
    aws(
        "create-table", "--table-name", TABLE, "--billing-mode", "PAY_PER_REQUEST",
        "--attribute-definitions", "AttributeName=id,AttributeType=S", "AttributeName=visit,AttributeType=N",
        "--key-schema", "AttributeName=id,KeyType=HASH", "AttributeName=visit,KeyType=RANGE",
    )  # fmt: skip
    aws("wait", "table-exists", "--table-name", TABLE)
    assert TABLE in aws("list-tables")["TableNames"]

    tom = {"id": {"S": "tom"}, "visit": {"N": "1"}}
    aws("put-item", "--table-name", TABLE, "--item", tom | {"vet": {"S": "Ann"}})
    assert aws("get-item", "--table-name", TABLE, "--key", tom)["Item"] == tom | {"vet": {"S": "Ann"}}

    updated = aws(
        "update-item", "--table-name", TABLE, "--key", tom, "--update-expression", "SET vet = :vet",
        "--expression-attribute-values", {":vet": {"S": "Bob"}}, "--return-values", "UPDATED_NEW",
    )  # fmt: skip
    assert updated["Attributes"] == {"vet": {"S": "Bob"}}

    puts = [{"PutRequest": {"Item": {"id": {"S": "tom"}, "visit": {"N": str(visit)}}}} for visit in range(2, 9)]
    assert aws("batch-write-item", "--request-items", {TABLE: puts})["UnprocessedItems"] == {}
    gotten = aws("batch-get-item", "--request-items", {TABLE: {"Keys": [tom]}})
    assert gotten["Responses"][TABLE] == [tom | {"vet": {"S": "Bob"}}]

    queried = aws(
        "query", "--table-name", TABLE, "--page-size", "2", "--key-condition-expression", "id = :id AND visit > :low",
        "--expression-attribute-values", {":id": {"S": "tom"}, ":low": {"N": "3"}},
    )  # fmt: skip
    assert [item["visit"]["N"] for item in queried["Items"]] == ["4", "5", "6", "7", "8"]
    assert aws("scan", "--table-name", TABLE, "--page-size", "3")["Count"] == 8

    refused = aws.refusal(
        "put-item", "--table-name", TABLE, "--item", tom, "--condition-expression", "attribute_not_exists(id)"
    )
    assert "(ConditionalCheckFailedException)" in refused and "The conditional request failed" in refused

    aws("delete-item", "--table-name", TABLE, "--key", tom)
    assert aws("get-item", "--table-name", TABLE, "--key", tom) is None
    aws("delete-table", "--table-name", TABLE)
    aws("wait", "table-not-exists", "--table-name", TABLE)
    assert "ResourceNotFoundException" in aws.refusal("describe-table", "--table-name", TABLE)
