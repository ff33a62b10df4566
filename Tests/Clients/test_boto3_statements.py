"""boto3 runs statements: alone, in batches and in transactions."""

import pytest
from botocore.exceptions import ClientError


@pytest.fixture
def cats(table):
    """The name of a table with five visits of a cat."""
    for visit in range(5):
        table.put_item(Item={"id": "tom", "visit": visit, "vet": "Ann" if visit % 2 else "Bob"})
    return table.name


def rows(response):
    return [int(item["visit"]["N"]) for item in response["Items"]]


def test_statements_with_parameters(client, cats):
    tom = [{"S": "tom"}, {"N": "9"}]
    client.execute_statement(Statement=f"INSERT INTO \"{cats}\" VALUE {{'id': ?, 'visit': ?}}", Parameters=tom)

    updated = client.execute_statement(
        Statement=f'UPDATE "{cats}" SET bills = ? WHERE id = ? AND visit = ? RETURNING ALL NEW *',
        Parameters=[{"N": "12.5"}] + tom,
    )
    deleted = client.execute_statement(
        Statement=f'DELETE FROM "{cats}" WHERE id = ? AND visit = ? RETURNING ALL OLD *', Parameters=tom
    )

    assert updated["Items"] == [{"id": {"S": "tom"}, "visit": {"N": "9"}, "bills": {"N": "12.5"}}]
    assert deleted["Items"] == updated["Items"]
    with pytest.raises(client.exceptions.ConditionalCheckFailedException):
        client.execute_statement(
            Statement=f'UPDATE "{cats}" SET bills = 1 WHERE id = ? AND visit = ?', Parameters=tom
        )


def test_an_insert_of_what_is_there(client, cats):
    with pytest.raises(client.exceptions.DuplicateItemException):
        client.execute_statement(Statement=f"INSERT INTO \"{cats}\" VALUE {{'id': 'tom', 'visit': 1}}")


def test_pages_of_a_statement(client, cats):
    statement = {"Statement": f"SELECT visit FROM \"{cats}\" WHERE id = 'tom' ORDER BY visit DESC", "Limit": 2}

    pages = [client.execute_statement(**statement)]
    while "NextToken" in pages[-1]:
        pages.append(client.execute_statement(**statement, NextToken=pages[-1]["NextToken"]))

    assert [rows(page) for page in pages] == [[4, 3], [2, 1], [0]]


def test_a_filter_and_a_scan(client, cats):
    kept = client.execute_statement(Statement=f"SELECT * FROM \"{cats}\" WHERE id = 'tom' AND vet = 'Ann'")
    scanned = client.execute_statement(Statement=f'SELECT * FROM "{cats}" WHERE visit >= 3')

    assert rows(kept) == [1, 3]
    assert rows(scanned) == [3, 4]


def test_a_batch_of_statements(client, cats):
    response = client.batch_execute_statement(
        Statements=[
            {"Statement": f"UPDATE \"{cats}\" SET vet = 'Eve' WHERE id = 'tom' AND visit = 1"},
            {"Statement": f"INSERT INTO \"{cats}\" VALUE {{'id': 'tom', 'visit': 2}}"},
        ]
    )

    assert response["Responses"][0] == {"TableName": cats}
    assert response["Responses"][1]["Error"]["Code"] == "DuplicateItem"


def test_a_transaction_of_statements(client, cats):
    place = f"\"{cats}\" WHERE id = 'tom' AND visit"
    check = {"Statement": f"EXISTS(SELECT * FROM {place} = 1 AND vet = 'Ann')"}
    removal = {"Statement": f"DELETE FROM {place} = 2"}
    failing = {"Statement": f"EXISTS(SELECT * FROM {place} = 3 AND vet = 'Bob')"}

    with pytest.raises(ClientError) as refused:
        client.execute_transaction(TransactStatements=[check, removal, failing])
    client.execute_transaction(TransactStatements=[check, removal])
    read = client.execute_transaction(
        TransactStatements=[{"Statement": f"SELECT vet FROM {place} = {visit}"} for visit in (1, 2)]
    )

    codes = [reason["Code"] for reason in refused.value.response["CancellationReasons"]]
    assert codes == ["None", "None", "ConditionalCheckFailed"]
    assert read["Responses"] == [{"Item": {"vet": {"S": "Ann"}}}, {}]
