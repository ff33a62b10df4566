"""A play of requests in which every member of answers that apus tells appears at least once."""

import time

from harness.wire import table_definition

# What the server has to be started with: changes of tables can be watched, and a collection of items can be too large.
SERVER_OPTIONS = ("--transition-delay", "200ms", "--item-collection-limit", "300KiB")

CATS = {"TableName": "Cats"}
DOGS = {"TableName": "Dogs"}
PHOTOS = {"TableName": "Photos"}
KEY = {"id": {"S": "tom"}, "visit": {"N": "1"}}
ITEM = KEY | {
    "vet": {"S": "Ann"},
    "photo": {"B": "AA=="},
    "toys": {"SS": ["ball"]},
    "weights": {"NS": ["1"]},
    "prints": {"BS": ["AA=="]},
    "home": {"M": {"town": {"S": "Rome"}}},
    "meals": {"L": [{"N": "1"}]},
    "nothing": {"NULL": True},
    "cute": {"BOOL": True},
}
CAPACITY = {"ReturnConsumedCapacity": "INDEXES"}
TOLD = CAPACITY | {"ReturnItemCollectionMetrics": "SIZE"}
# More than ListTagsOfResource tells at once.
TAGS = [{"Key": f"tag{number}", "Value": "v"} for number in range(12)]
ACTIVE_SECONDS = 30
FILLING_ATTEMPTS = 20


def play(recorder):
    on_demand_table(recorder)
    provisioned_table(recorder)
    items(recorder)
    pages(recorder)
    batches(recorder)
    filling_of_an_index(recorder)
    tags_and_account(recorder)
    refusals(recorder)
    recorder.result("UpdateTable", CATS | {"DeletionProtectionEnabled": False})
    recorder.refusal("UpdateTable", CATS | {"DeletionProtectionEnabled": True}, "ThrottlingException")
    recorder.result("DeleteTable", CATS)
    recorder.result("DeleteTable", DOGS)


def index(name, *keys, **options):
    """An index with a partition key, perhaps a sort key, and one attribute besides."""
    roles = zip(keys, ("HASH", "RANGE"))
    return {
        "IndexName": name,
        "KeySchema": [{"AttributeName": key, "KeyType": role} for key, role in roles],
        "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["cute"]},
    } | options


def units(number):
    return {"ReadCapacityUnits": number, "WriteCapacityUnits": number}


def on_demand_table(recorder):
    """Cats, with everything that a table can have."""
    maximum = {"MaxReadRequestUnits": 100, "MaxWriteRequestUnits": 100}
    warm = {"ReadUnitsPerSecond": 13_000, "WriteUnitsPerSecond": 5_000}
    definition = table_definition("Cats", [("id", "S"), ("visit", "N")])
    definition["AttributeDefinitions"].append({"AttributeName": "vet", "AttributeType": "S"})
    recorder.result(
        "CreateTable",
        definition
        | {
            "LocalSecondaryIndexes": [index("byVet", "id", "vet")],
            "GlobalSecondaryIndexes": [index("vets", "vet", OnDemandThroughput=maximum, WarmThroughput=warm)],
            "OnDemandThroughput": maximum,
            "WarmThroughput": warm,
            "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
            "SSESpecification": {"Enabled": True, "SSEType": "KMS"},
            "TableClass": "STANDARD_INFREQUENT_ACCESS",
            "DeletionProtectionEnabled": True,
            "Tags": TAGS,
        },
    )
    describe(recorder, "Cats")
    recorder.result("UpdateTable", CATS | {"TableClass": "STANDARD"})
    describe(recorder, "Cats")


def provisioned_table(recorder):
    """Dogs, whose throughput goes up and down."""
    provisioned = {"BillingMode": "PROVISIONED", "ProvisionedThroughput": units(5)}
    owners = index("owners", "owner", ProvisionedThroughput=units(5))
    definition = table_definition("Dogs", [("id", "S")]) | provisioned | {"GlobalSecondaryIndexes": [owners]}
    definition["AttributeDefinitions"].append({"AttributeName": "owner", "AttributeType": "S"})
    recorder.result("CreateTable", definition)
    for number in (6, 4):
        describe(recorder, "Dogs")
        update = {"IndexName": "owners", "ProvisionedThroughput": units(number)}
        changes = {"ProvisionedThroughput": units(number), "GlobalSecondaryIndexUpdates": [{"Update": update}]}
        recorder.result("UpdateTable", DOGS | changes)
    describe(recorder, "Dogs")


def describe(recorder, name):
    """Waits until a table and all its indexes are active."""
    deadline = time.monotonic() + ACTIVE_SECONDS
    while True:
        table = recorder.result("DescribeTable", {"TableName": name})["Table"]
        states = {table["TableStatus"], *(part["IndexStatus"] for part in table.get("GlobalSecondaryIndexes", []))}
        if states == {"ACTIVE"}:
            return
        assert time.monotonic() < deadline, f"{name} does not become active: {table}"
        time.sleep(0.02)


def items(recorder):
    recorder.result("PutItem", CATS | TOLD | {"Item": ITEM})
    recorder.result("PutItem", CATS | {"Item": ITEM, "ReturnValues": "ALL_OLD"})
    recorder.result("GetItem", CATS | CAPACITY | {"Key": KEY})
    update = {"UpdateExpression": "SET cute = :no", "ExpressionAttributeValues": {":no": {"BOOL": False}}}
    recorder.result("UpdateItem", CATS | TOLD | update | {"Key": KEY, "ReturnValues": "ALL_NEW"})
    recorder.result("DeleteItem", CATS | TOLD | {"Key": KEY, "ReturnValues": "ALL_OLD"})


def pages(recorder):
    """Of the table and of each index; that of the local one fetches what the index does not have."""
    for number in range(2):
        recorder.result("PutItem", CATS | {"Item": ITEM | {"visit": {"N": str(number)}}})
    for name, condition in ((None, "id = :v"), ("byVet", "id = :v"), ("vets", "vet = :v")):
        place = CATS | CAPACITY | ({"IndexName": name} if name else {})
        value = {"S": "Ann" if name == "vets" else "tom"}
        query = {"KeyConditionExpression": condition, "ExpressionAttributeValues": {":v": value}, "Limit": 1}
        fetching = {"Select": "ALL_ATTRIBUTES"} if name == "byVet" else {}
        recorder.result("Query", place | query | fetching)
        recorder.result("Scan", place | {"Limit": 1} | fetching)


def batches(recorder):
    """A batch of gets that is larger than the 16 MB of an answer leaves keys over."""
    entry = {"PutRequest": {"Item": ITEM | {"visit": {"N": "5"}}}}
    recorder.result("BatchWriteItem", TOLD | {"RequestItems": {"Cats": [entry]}})
    recorder.result("CreateTable", table_definition("Photos", [("id", "S")]))
    describe(recorder, "Photos")
    keys = [{"id": {"S": str(number)}} for number in range(45)]
    items = [key | {"town": {"S": "Rome"}, "text": {"S": "x" * 390_000}} for key in keys]
    for start in range(0, len(items), 25):
        entries = [{"PutRequest": {"Item": item}} for item in items[start : start + 25]]
        recorder.result("BatchWriteItem", {"RequestItems": {"Photos": entries}})
    wanted = {"Keys": keys, "ConsistentRead": True}
    expression = {"ProjectionExpression": "#id, #text", "ExpressionAttributeNames": {"#id": "id", "#text": "text"}}
    for selection in (expression, {"AttributesToGet": ["id", "text"]}):
        recorder.result("BatchGetItem", CAPACITY | {"RequestItems": {"Photos": wanted | selection}})


def filling_of_an_index(recorder):
    """An index joins a table with items. Who asks late is not told that it is being filled, hence the attempts."""
    towns = index("towns", "town", Projection={"ProjectionType": "ALL"})
    definitions = [{"AttributeName": "town", "AttributeType": "S"}]
    for _ in range(FILLING_ATTEMPTS):
        changes = {"AttributeDefinitions": definitions, "GlobalSecondaryIndexUpdates": [{"Create": towns}]}
        recorder.result("UpdateTable", PHOTOS | changes)
        table = recorder.result("DescribeTable", PHOTOS)["Table"]
        describe(recorder, "Photos")
        if "Backfilling" in table["GlobalSecondaryIndexes"][0]:
            return
        recorder.result("UpdateTable", PHOTOS | {"GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "towns"}}]})
        describe(recorder, "Photos")


def tags_and_account(recorder):
    arn = recorder.result("DescribeTable", CATS)["Table"]["TableArn"]
    recorder.result("ListTagsOfResource", {"ResourceArn": arn})
    recorder.result("DescribeTimeToLive", CATS)
    recorder.result("DescribeContinuousBackups", CATS)
    recorder.result("ListTables", {"Limit": 1})
    recorder.result("DescribeLimits", {})
    recorder.result("DescribeEndpoints", {})


def refusals(recorder):
    nowhere = {"TableName": "Nowhere"}
    recorder.refusal("DescribeTable", nowhere, "ResourceNotFoundException")
    recorder.refusal("DescribeContinuousBackups", nowhere, "TableNotFoundException")
    recorder.refusal("CreateTable", table_definition("Cats", [("id", "S")]), "ResourceInUseException")
    huge = {"BillingMode": "PROVISIONED", "ProvisionedThroughput": units(50_000)}
    recorder.refusal("CreateTable", table_definition("Huge", [("id", "S")]) | huge, "LimitExceededException")
    condition = {"ConditionExpression": "attribute_not_exists(id)", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
    recorder.refusal("PutItem", CATS | {"Item": ITEM} | condition, "ConditionalCheckFailedException")
    large = {"text": {"S": "x" * 200_000}}
    recorder.result("PutItem", CATS | {"Item": ITEM | large})
    too_large = CATS | {"Item": ITEM | large | {"visit": {"N": "2"}}}
    recorder.refusal("PutItem", too_large, "ItemCollectionSizeLimitExceededException")
