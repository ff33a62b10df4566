"""A request for each operation that is served, which succeeds and has no more members than it needs."""

from harness.definitions import table_definition

TABLE = table_definition("Cats", id="S")
ID = {"id": {"S": "tom"}}
ARN = "arn:aws:dynamodb:{region}:123456789012:table/Cats"

# Each finds the table above in its region, which is put in for `{region}`.
PLAIN_REQUESTS = {
    "BatchExecuteStatement": {"Statements": [{"Statement": "SELECT * FROM Cats WHERE id = 'tom'"}]},
    "BatchGetItem": {"RequestItems": {"Cats": {"Keys": [ID]}}},
    "BatchWriteItem": {"RequestItems": {"Cats": [{"PutRequest": {"Item": ID}}]}},
    "CreateTable": TABLE | {"TableName": "Dogs"},
    "DeleteItem": {"TableName": "Cats", "Key": ID},
    "DeleteTable": {"TableName": "Cats"},
    "DescribeContinuousBackups": {"TableName": "Cats"},
    "DescribeEndpoints": {},
    "DescribeLimits": {},
    "DescribeTable": {"TableName": "Cats"},
    "DescribeTimeToLive": {"TableName": "Cats"},
    "ExecuteStatement": {"Statement": "SELECT * FROM Cats"},
    "ExecuteTransaction": {"TransactStatements": [{"Statement": "INSERT INTO Cats VALUE {'id': 'tom'}"}]},
    "GetItem": {"TableName": "Cats", "Key": ID},
    "ListTables": {},
    "ListTagsOfResource": {"ResourceArn": ARN},
    "PutItem": {"TableName": "Cats", "Item": ID},
    "Query": {
        "TableName": "Cats",
        "KeyConditionExpression": "id = :id",
        "ExpressionAttributeValues": {":id": {"S": "tom"}},
    },
    "Scan": {"TableName": "Cats"},
    "TagResource": {"ResourceArn": ARN, "Tags": [{"Key": "owner", "Value": "ada"}]},
    "TransactGetItems": {"TransactItems": [{"Get": {"TableName": "Cats", "Key": ID}}]},
    "TransactWriteItems": {"TransactItems": [{"Put": {"TableName": "Cats", "Item": ID}}]},
    "UntagResource": {"ResourceArn": ARN, "TagKeys": ["owner"]},
    "UpdateItem": {"TableName": "Cats", "Key": ID},
    "UpdateTable": {"TableName": "Cats", "DeletionProtectionEnabled": True},
    "UpdateTimeToLive": {
        "TableName": "Cats",
        "TimeToLiveSpecification": {"AttributeName": "expires", "Enabled": True},
    },
}
