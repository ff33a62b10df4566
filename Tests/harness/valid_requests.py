"""A valid request for each operation: what the fuzz tests change."""

TABLE = "Fuzz"
ITEM = {
    "id": {"S": "tom"},
    "visit": {"N": "1"},
    "photo": {"B": "AAECAw=="},
    "cute": {"BOOL": True},
    "nothing": {"NULL": True},
    "toys": {"SS": ["ball", "mouse"]},
    "weights": {"NS": ["1", "2.5"]},
    "prints": {"BS": ["AQ==", "Ag=="]},
    "meals": {"L": [{"S": "fish"}, {"M": {"x": {"N": "1"}}}]},
}
KEY = {"id": {"S": "tom"}, "visit": {"N": "1"}}

CREATE_TABLE = {
    "TableName": TABLE,
    "AttributeDefinitions": [
        {"AttributeName": "id", "AttributeType": "S"},
        {"AttributeName": "visit", "AttributeType": "N"},
    ],
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "visit", "KeyType": "RANGE"}],
    "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5},
    "BillingMode": "PROVISIONED",
}

VALID_REQUESTS = {
    "CreateTable": CREATE_TABLE,
    "DescribeTable": {"TableName": TABLE},
    "ListTables": {"Limit": 10, "ExclusiveStartTableName": "Aaa"},
    "DeleteTable": {"TableName": "NoSuchTable"},
    "DescribeLimits": {},
    "DescribeEndpoints": {},
    "PutItem": {
        "TableName": TABLE,
        "Item": ITEM,
        "ConditionExpression": "#c = :c OR attribute_not_exists(id)",
        "ExpressionAttributeNames": {"#c": "cute"},
        "ExpressionAttributeValues": {":c": {"BOOL": True}},
        "ReturnValues": "ALL_OLD",
        "ReturnConsumedCapacity": "TOTAL",
        "ReturnItemCollectionMetrics": "SIZE",
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    },
    "GetItem": {
        "TableName": TABLE,
        "Key": KEY,
        "ConsistentRead": True,
        "ProjectionExpression": "id, #m[1].x",
        "ExpressionAttributeNames": {"#m": "meals"},
        "ReturnConsumedCapacity": "INDEXES",
    },
    "UpdateItem": {
        "TableName": TABLE,
        "Key": KEY,
        "UpdateExpression": "SET age = if_not_exists(age, :one) + :one, meals = list_append(meals, :l) "
        "REMOVE #old ADD hits :one DELETE toys :s",
        "ConditionExpression": "size(toys) < :ten AND (age BETWEEN :one AND :ten OR NOT age IN (:one, :ten))",
        "ExpressionAttributeNames": {"#old": "old"},
        "ExpressionAttributeValues": {
            ":one": {"N": "1"},
            ":ten": {"N": "10"},
            ":l": {"L": [{"S": "milk"}]},
            ":s": {"SS": ["none"]},
        },
        "ReturnValues": "UPDATED_NEW",
    },
    "DeleteItem": {
        "TableName": TABLE,
        "Key": {"id": {"S": "gone"}, "visit": {"N": "1"}},
        "ConditionExpression": "attribute_not_exists(id) AND begins_with(id, :p)",
        "ExpressionAttributeValues": {":p": {"S": "g"}},
        "ReturnValues": "ALL_OLD",
    },
    "Query": {
        "TableName": TABLE,
        "KeyConditionExpression": "id = :id AND visit BETWEEN :low AND :high",
        "FilterExpression": "contains(toys, :t)",
        "ProjectionExpression": "id, meals[0]",
        "ExpressionAttributeValues": {
            ":id": {"S": "tom"},
            ":low": {"N": "0"},
            ":high": {"N": "9"},
            ":t": {"S": "ball"},
        },
        "ScanIndexForward": False,
        "Limit": 5,
        "Select": "SPECIFIC_ATTRIBUTES",
        "ExclusiveStartKey": {"id": {"S": "tom"}, "visit": {"N": "5"}},
    },
    "Scan": {
        "TableName": TABLE,
        "FilterExpression": "attribute_type(photo, :t)",
        "ExpressionAttributeValues": {":t": {"S": "B"}},
        "Segment": 0,
        "TotalSegments": 1,
        "Limit": 5,
        "Select": "COUNT",
        "ConsistentRead": True,
    },
    "BatchWriteItem": {
        "RequestItems": {
            TABLE: [
                {"PutRequest": {"Item": {"id": {"S": "kit"}, "visit": {"N": "2"}}}},
                {"DeleteRequest": {"Key": {"id": {"S": "gone"}, "visit": {"N": "1"}}}},
            ]
        },
        "ReturnConsumedCapacity": "TOTAL",
    },
    "BatchGetItem": {
        "RequestItems": {
            TABLE: {
                "Keys": [KEY, {"id": {"S": "kit"}, "visit": {"N": "2"}}],
                "ProjectionExpression": "id, #v",
                "ExpressionAttributeNames": {"#v": "visit"},
                "ConsistentRead": True,
            }
        }
    },
}
