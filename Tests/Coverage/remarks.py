"""What is known by hand of operations and members that are not simply served: the reasons in docs/coverage.md."""

from Coverage.verdicts import ABSENT, KEPT, MISSING, REFUSED, Remark

ACCESS_CONTROL = "access control comes later"
BACKUPS = "backups and restore come later"
GLOBAL_TABLES = "global tables come later"
VECTOR_SEARCH = "vector search comes later"

# By the topic that brings them.
LATER_OPERATIONS = {
    "access control": ["DeleteResourcePolicy", "GetResourcePolicy", "PutResourcePolicy"],
    "backups and restore": [
        "CreateBackup",
        "DeleteBackup",
        "DescribeBackup",
        "ListBackups",
        "RestoreTableFromBackup",
        "RestoreTableToPointInTime",
        "UpdateContinuousBackups",
    ],
    "bulk operations": ["CancelBulkOperation", "DescribeBulkOperation", "ListBulkOperations", "StartBulkPutItems"],
    "contributor insights": [
        "DescribeContributorInsights",
        "ListContributorInsights",
        "UpdateContributorInsights",
    ],
    "export and import": [
        "DescribeExport",
        "DescribeImport",
        "ExportTableToPointInTime",
        "ImportTable",
        "ListExports",
        "ListImports",
    ],
    "global tables": [
        "CreateGlobalTable",
        "DescribeGlobalTable",
        "DescribeGlobalTableSettings",
        "DescribeTableReplicaAutoScaling",
        "ListGlobalTables",
        "UpdateGlobalTable",
        "UpdateGlobalTableSettings",
        "UpdateTableReplicaAutoScaling",
    ],
    "Kinesis": [
        "DescribeKinesisStreamingDestination",
        "DisableKinesisStreamingDestination",
        "EnableKinesisStreamingDestination",
        "UpdateKinesisStreamingDestination",
    ],
    "vector search": ["SearchVectors"],
}

REQUESTS = (
    Remark(KEPT, "all is stored in the same way", ("*.SSESpecification", "*.TableClass")),
    Remark(REFUSED, ACCESS_CONTROL, ("CreateTable.ResourcePolicy",)),
    Remark(
        REFUSED,
        GLOBAL_TABLES,
        (
            "CreateTable.GlobalTableSourceArn",
            "*.GlobalTableSettingsReplicationMode",
            "UpdateTable.DisassociationProtectionEnabled",
            "UpdateTable.GlobalTableWitnessUpdates",
            "UpdateTable.MultiRegionConsistency",
            "UpdateTable.ReplicaUpdates",
        ),
    ),
    Remark(REFUSED, VECTOR_SEARCH, ("CreateTable.VectorIndexes", "UpdateTable.VectorIndexUpdates")),
)

ANSWERS = (
    Remark(
        MISSING,
        BACKUPS,
        (
            "*.RestoreSummary",
            "*.PointInTimeRecoveryDescription.RecoveryPeriodInDays",
            "*.PointInTimeRecoveryDescription.*RestorableDateTime",
        ),
    ),
    Remark(
        MISSING,
        GLOBAL_TABLES,
        (
            "*.DisassociationProtectionEnabled",
            "*.GlobalTableSettingsReplicationMode",
            "*.GlobalTableVersion",
            "*.GlobalTableWitnesses",
            "*.MultiRegionConsistency",
            "*.Replicas",
            "ReplicatedWriteConflictException.*",
        ),
    ),
    Remark(MISSING, VECTOR_SEARCH, ("*.VectorIndexes",)),
    Remark(
        ABSENT,
        "a get by key uses no index",
        (
            "*GetItem.ConsumedCapacity*.LocalSecondaryIndexes",
            "*GetItem.ConsumedCapacity*.GlobalSecondaryIndexes",
            "TransactGetItems.ConsumedCapacity*.LocalSecondaryIndexes",
            "TransactGetItems.ConsumedCapacity*.GlobalSecondaryIndexes",
            "ExecuteTransaction.ConsumedCapacity*Indexes{}.ReadCapacityUnits",
            "TransactWriteItems.ConsumedCapacity*Indexes{}.ReadCapacityUnits",
        ),
    ),
    Remark(
        ABSENT,
        "a new table has not been changed",
        ("CreateTable.*.Last*creaseDateTime", "CreateTable.TableDescription.TableClassSummary.LastUpdateDateTime"),
    ),
    Remark(ABSENT, "the indexes of a new table have nothing to fill in", ("CreateTable.*.Backfilling",)),
    Remark(
        ABSENT,
        "the service does not tell them of a table that it deletes",
        (
            "DeleteTable.TableDescription.AttributeDefinitions",
            "DeleteTable.TableDescription.KeySchema",
            "DeleteTable.TableDescription.LocalSecondaryIndexes",
            "DeleteTable.TableDescription.GlobalSecondaryIndexes",
        ),
    ),
    Remark(
        ABSENT,
        "the key of a table can always be reached",
        ("*.SSEDescription.InaccessibleEncryptionDateTime", "*.ArchivalSummary"),
    ),
    Remark(
        ABSENT,
        "only transactions tell reads from writes",
        tuple(
            f"{operation}.ConsumedCapacity*.{direction}CapacityUnits"
            for operation in ("*Item", "*ExecuteStatement", "Query", "Scan")
            for direction in ("Read", "Write")
        ),
    ),
    Remark(
        ABSENT,
        "a transaction of reads writes nothing",
        ("TransactGetItems.ConsumedCapacity*.WriteCapacityUnits",),
    ),
    Remark(ABSENT, "tells of a failure, which no request can bring about", ("InternalServerError.message",)),
)
