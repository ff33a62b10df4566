"""A play of requests in which every member of answers that apus tells appears at least once."""

import threading
from pathlib import Path

from harness.definitions import attribute_definitions, index, table_definition, units
from harness.waiting import wait_for_table
from harness.wire import Connection

# What the server has to be started with: changes of tables can be watched, a collection of items can be too large, and
# a table has used up its quota.
SERVER_OPTIONS = (
    "--transition-delay",
    "200ms",
    "--item-collection-limit",
    "300KiB",
    "--faults",
    str(Path(__file__).parent / "faults.yaml"),
)

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
FILLING_ATTEMPTS = 20


def play(recorder):
    on_demand_table(recorder)
    provisioned_table(recorder)
    items(recorder)
    pages(recorder)
    batches(recorder)
    transactions(recorder)
    held_transaction(recorder)
    statements(recorder)
    filling_of_an_index(recorder)
    tags_and_account(recorder)
    throttling(recorder)
    refusals(recorder)
    recorder.result("UpdateTable", CATS | {"DeletionProtectionEnabled": False})
    recorder.refusal("UpdateTable", CATS | {"DeletionProtectionEnabled": True}, "ThrottlingException")
    recorder.result("DeleteTable", CATS)
    recorder.result("DeleteTable", DOGS)


def on_demand_table(recorder):
    """Cats, with everything that a table can have."""
    maximum = {"MaxReadRequestUnits": 100, "MaxWriteRequestUnits": 100}
    warm = {"ReadUnitsPerSecond": 13_000, "WriteUnitsPerSecond": 5_000}
    vets = index("vets", "vet", projection=["cute"], OnDemandThroughput=maximum, WarmThroughput=warm)
    recorder.result(
        "CreateTable",
        table_definition("Cats", id="S", visit="N")
        | {
            "AttributeDefinitions": attribute_definitions(id="S", visit="N", vet="S"),
            "LocalSecondaryIndexes": [index("byVet", "id", "vet", projection=["cute"])],
            "GlobalSecondaryIndexes": [vets],
            "OnDemandThroughput": maximum,
            "WarmThroughput": warm,
            "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
            "SSESpecification": {"Enabled": True, "SSEType": "KMS"},
            "TableClass": "STANDARD_INFREQUENT_ACCESS",
            "DeletionProtectionEnabled": True,
            "Tags": TAGS,
        },
    )
    wait_for(recorder, "Cats")
    recorder.result("UpdateTable", CATS | {"TableClass": "STANDARD"})
    wait_for(recorder, "Cats")


def provisioned_table(recorder):
    """Dogs, whose throughput goes up and down."""
    provisioned = {"BillingMode": "PROVISIONED", "ProvisionedThroughput": units(5)}
    owners = index("owners", "owner", projection=["cute"], ProvisionedThroughput=units(5))
    definition = table_definition("Dogs", id="S") | provisioned | {"GlobalSecondaryIndexes": [owners]}
    definition["AttributeDefinitions"] = attribute_definitions(id="S", owner="S")
    recorder.result("CreateTable", definition)
    for number in (6, 4):
        wait_for(recorder, "Dogs")
        update = {"IndexName": "owners", "ProvisionedThroughput": units(number)}
        changes = {"ProvisionedThroughput": units(number), "GlobalSecondaryIndexUpdates": [{"Update": update}]}
        recorder.result("UpdateTable", DOGS | changes)
    wait_for(recorder, "Dogs")


def wait_for(recorder, name):
    wait_for_table(lambda: recorder.result("DescribeTable", {"TableName": name})["Table"])


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
    recorder.result("CreateTable", table_definition("Photos", id="S"))
    wait_for(recorder, "Photos")
    keys = [{"id": {"S": str(number)}} for number in range(45)]
    items = [key | {"town": {"S": "Rome"}, "text": {"S": "x" * 390_000}} for key in keys]
    for start in range(0, len(items), 25):
        entries = [{"PutRequest": {"Item": item}} for item in items[start : start + 25]]
        recorder.result("BatchWriteItem", {"RequestItems": {"Photos": entries}})
    wanted = {"Keys": keys, "ConsistentRead": True}
    expression = {"ProjectionExpression": "#id, #text", "ExpressionAttributeNames": {"#id": "id", "#text": "text"}}
    for selection in (expression, {"AttributesToGet": ["id", "text"]}):
        recorder.result("BatchGetItem", CAPACITY | {"RequestItems": {"Photos": wanted | selection}})


def transactions(recorder):
    put = {"Put": CATS | {"Item": ITEM | {"visit": {"N": "7"}}}}
    get = {"Get": CATS | {"Key": KEY}}
    recorder.result("TransactWriteItems", TOLD | {"ClientRequestToken": "one", "TransactItems": [put]})
    recorder.result("TransactWriteItems", TOLD | {"ClientRequestToken": "one", "TransactItems": [put]})
    other = {"ClientRequestToken": "one", "TransactItems": [{"Delete": get["Get"]}]}
    recorder.refusal("TransactWriteItems", other, "IdempotentParameterMismatchException")
    recorder.result("TransactGetItems", CAPACITY | {"TransactItems": [get]})
    condition = {"ConditionExpression": "attribute_not_exists(id)", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
    check = {"ConditionCheck": get["Get"] | condition}
    recorder.refusal("TransactWriteItems", {"TransactItems": [check]}, "TransactionCanceledException")


def held_transaction(recorder):
    """A fault rule holds the item of a transaction; others come by meanwhile."""
    put = CATS | {"Item": ITEM | {"id": {"S": "held"}}}
    transaction = {"ClientRequestToken": "held", "TransactItems": [{"Put": put}]}
    place = recorder.connection.http
    with Connection(f"http://{place.host}:{place.port}") as other:
        holder = threading.Thread(target=lambda: other.call("TransactWriteItems", transaction))
        holder.start()
        while recorder.connection.call("PutItem", put).status == 200:
            pass
        recorder.refusal("PutItem", put, "TransactionConflictException")
        recorder.refusal("TransactWriteItems", transaction, "TransactionInProgressException")
        holder.join()


def statements(recorder):
    """Of the table and of each index; the local one fetches what it does not have."""
    item = ITEM | {"visit": {"N": "11"}}
    values = {"Parameters": list(item.values())}
    members = ", ".join(f"'{name}': ?" for name in item)
    insert = {"Statement": f"INSERT INTO Cats VALUE {{{members}}}"} | values
    recorder.result("ExecuteStatement", CAPACITY | insert)
    recorder.refusal("ExecuteStatement", insert, "DuplicateItemException")
    for source in ("Cats WHERE id = 'tom'", "Cats.byVet WHERE id = 'tom'", "Cats.vets WHERE vet = 'Ann'"):
        names = "id, photo" if "byVet" in source else "*"
        recorder.result("ExecuteStatement", CAPACITY | {"Statement": f"SELECT {names} FROM {source}", "Limit": 1})
    place = "WHERE id = 'tom' AND visit = 11"
    update = {"Statement": f"UPDATE Cats SET cute = true, vet = 'Bob' {place}"}
    failing = {"Statement": f"{update['Statement']} AND vet = 'x'", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
    recorder.refusal("ExecuteStatement", failing, "ConditionalCheckFailedException")
    select = {"Statement": f"SELECT * FROM Cats {place}"}
    recorder.result("BatchExecuteStatement", CAPACITY | {"Statements": [select | {"ConsistentRead": True}]})
    recorder.result("BatchExecuteStatement", CAPACITY | {"Statements": [update, failing]})
    again = {"Statement": f"UPDATE Cats SET vet = 'Ann' {place}"}
    token = {"ClientRequestToken": "statements"}
    for _ in range(2):
        recorder.result("ExecuteTransaction", CAPACITY | token | {"TransactStatements": [again]})
    other = token | {"TransactStatements": [update]}
    recorder.refusal("ExecuteTransaction", other, "IdempotentParameterMismatchException")
    recorder.refusal("ExecuteTransaction", {"TransactStatements": [failing]}, "TransactionCanceledException")
    recorder.result("ExecuteTransaction", CAPACITY | {"TransactStatements": [select]})


def filling_of_an_index(recorder):
    """An index joins a table with items. Who asks late is not told that it is being filled, hence the attempts."""
    towns = index("towns", "town")
    definitions = attribute_definitions(town="S")
    for _ in range(FILLING_ATTEMPTS):
        changes = {"AttributeDefinitions": definitions, "GlobalSecondaryIndexUpdates": [{"Create": towns}]}
        recorder.result("UpdateTable", PHOTOS | changes)
        table = recorder.result("DescribeTable", PHOTOS)["Table"]
        wait_for(recorder, "Photos")
        if "Backfilling" in table["GlobalSecondaryIndexes"][0]:
            return
        recorder.result("UpdateTable", PHOTOS | {"GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "towns"}}]})
        wait_for(recorder, "Photos")


def tags_and_account(recorder):
    arn = recorder.result("DescribeTable", CATS)["Table"]["TableArn"]
    recorder.result("ListTagsOfResource", {"ResourceArn": arn})
    specification = {"AttributeName": "expires", "Enabled": True}
    recorder.result("UpdateTimeToLive", CATS | {"TimeToLiveSpecification": specification})
    recorder.result("DescribeTimeToLive", CATS)
    recorder.result("DescribeContinuousBackups", CATS)
    recorder.result("ListTables", {"Limit": 1})
    recorder.result("DescribeLimits", {})
    recorder.result("DescribeEndpoints", {})


def throttling(recorder):
    """Tables that have used up what they have, and a batch that hands back what was for one of them."""
    large = {"id": {"S": "1"}, "text": {"S": "x" * 390_000}}
    provisioned = {"BillingMode": "PROVISIONED", "ProvisionedThroughput": units(1)}
    capped = {"OnDemandThroughput": {"MaxReadRequestUnits": 1, "MaxWriteRequestUnits": 1}}
    for name, settings, error in (
        ("Slow", provisioned, "ProvisionedThroughputExceededException"),
        ("Capped", capped, "ThrottlingException"),
    ):
        recorder.result("CreateTable", table_definition(name, id="S") | settings)
        wait_for(recorder, name)
        recorder.result("PutItem", {"TableName": name, "Item": large})
        recorder.refusal("PutItem", {"TableName": name, "Item": large}, error)
    entries = [{"PutRequest": {"Item": {"id": {"S": "2"}}}}, {"DeleteRequest": {"Key": {"id": {"S": "1"}}}}]
    recorder.result("BatchWriteItem", {"RequestItems": {"Photos": entries[:1], "Slow": entries}})
    recorder.refusal("GetItem", {"TableName": "Quota", "Key": {"id": {"S": "1"}}}, "RequestLimitExceeded")


def refusals(recorder):
    nowhere = {"TableName": "Nowhere"}
    recorder.refusal("DescribeTable", nowhere, "ResourceNotFoundException")
    recorder.refusal("DescribeContinuousBackups", nowhere, "TableNotFoundException")
    recorder.refusal("CreateTable", table_definition("Cats", id="S"), "ResourceInUseException")
    huge = {"BillingMode": "PROVISIONED", "ProvisionedThroughput": units(50_000)}
    recorder.refusal("CreateTable", table_definition("Huge", id="S") | huge, "LimitExceededException")
    condition = {"ConditionExpression": "attribute_not_exists(id)", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
    recorder.refusal("PutItem", CATS | {"Item": ITEM} | condition, "ConditionalCheckFailedException")
    large = {"text": {"S": "x" * 200_000}}
    recorder.result("PutItem", CATS | {"Item": ITEM | large})
    too_large = CATS | {"Item": ITEM | large | {"visit": {"N": "2"}}}
    recorder.refusal("PutItem", too_large, "ItemCollectionSizeLimitExceededException")
