// A table's description in words.

import Apus
import ApusModel

/// Lays out what is told of a table.
enum TableListing {
    static func lines(of table: TableDescription) -> [String] {
        var rows = [
            ["table", table.tableName ?? ""],
            ["status", table.tableStatus?.rawValue ?? ""],
            ["key", table.typedKeySchema?.text ?? ""],
            ["items", "about \(table.itemCount ?? 0)"],
            ["size", "about \(table.tableSizeBytes ?? 0) bytes"],
            ["throughput", throughput(of: table)],
        ]
        if let stream = table.streamSpecification, stream.streamEnabled {
            rows.append(["stream", stream.streamViewType?.rawValue ?? ""])
        }
        if let tableClass = table.tableClassSummary?.tableClass { rows.append(["class", tableClass.rawValue]) }
        if table.deletionProtectionEnabled == true { rows.append(["deletion", "refused"]) }
        if let arn = table.tableArn { rows.append(["ARN", arn]) }
        let facts = Array(TextTable([.init(""), .init("")], rows: rows).lines.dropFirst())
        return facts + indexLines(of: table)
    }

    private static func throughput(of table: TableDescription) -> String {
        if table.billingModeSummary?.billingMode == .payPerRequest { return "on demand" }
        return units(table.provisionedThroughput)
    }

    private static func units(_ throughput: ProvisionedThroughputDescription?) -> String {
        "\(throughput?.readCapacityUnits ?? 0) read units, \(throughput?.writeCapacityUnits ?? 0) write units"
    }

    private static func indexLines(of table: TableDescription) -> [String] {
        let global = (table.globalSecondaryIndexes ?? []).map { index in
            row(index.indexName, "global", table, index.projection, index.indexStatus?.rawValue, index.itemCount)
        }
        let local = (table.localSecondaryIndexes ?? []).map { index in
            row(index.indexName, "local", table, index.projection, nil, index.itemCount)
        }
        guard !(global + local).isEmpty else { return [] }
        let columns: [TextTable.Column] = [
            .init("index"), .init("kind"), .init("key"), .init("holds"), .init("status"),
            .init("items", isNumber: true),
        ]
        return [""] + TextTable(columns, rows: global + local).lines
    }

    private static func row(
        _ name: String?,
        _ kind: String,
        _ table: TableDescription,
        _ projection: Projection?,
        _ status: String?,
        _ items: Int?
    ) -> [String] {
        let key = name.flatMap { table.keySchema(ofIndex: $0)?.text } ?? ""
        return [name ?? "", kind, key, words(for: projection), status ?? "", "\(items ?? 0)"]
    }

    private static func words(for projection: Projection?) -> String {
        switch projection?.projectionType {
        case .keysOnly: "keys"
        case .include: "keys, " + (projection?.nonKeyAttributes ?? []).joined(separator: ", ")
        default: "all"
        }
    }
}
