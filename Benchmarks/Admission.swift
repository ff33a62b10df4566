// What admission costs: the decision about one item, and the figures that are kept of it.

import ApusModel
import ApusThroughput
import ArgumentParser

/// Admits writes of items all over a table of many partitions, on one thread, against a clock that stands.
struct Admission: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Admit writes of items by their table's throughput.")

    @Option(help: "For how many seconds to admit.")
    var seconds = 2.0

    @Option(help: "How many keys the items have.")
    var keys = 100_000

    private static let prefixLength = 5
    private static let itemsBetweenLooks = 10_000

    func run() throws {
        let throughput = try Self.table()
        let places = (0..<keys).map { number in
            // As stored keys are: a prefix, a hash, a partition key and a sort key.
            let hash = withUnsafeBytes(of: UInt32(truncatingIfNeeded: number &* 2_654_435_761).bigEndian, Array.init)
            let key = [0, 0, 0, 7, 0] + hash + Array("customer-\(number / 10)#order-\(number)".utf8)
            return KeyPlace(key, KeyForm(prefixLength: Self.prefixLength))
        }
        let clock = SystemClock()
        let watch = Stopwatch()
        var admitted = 0
        while watch.seconds < seconds {
            for _ in 0..<Self.itemsBetweenLooks {
                let place = places[admitted % places.count]
                try throughput.requireRoom(for: .write, of: .table, at: place, clock.now)
                try throughput.admit(TableThroughput.Charge(1, of: .table, at: place), for: .write, clock.now)
                admitted += 1
            }
        }
        Report(items: admitted, seconds: watch.seconds, processorSeconds: watch.processorSeconds).print()
    }

    /// A table with 40 partitions, none of which ever runs out.
    private static func table() throws -> TableThroughput {
        var rules = ThroughputRules()
        rules.shortBurstSeconds = 86_400
        let throughput = TableThroughput(rules: rules)
        let now = SystemClock().now
        var settings = ThroughputSettings(
            provisioned: nil,
            warm: ThroughputUnits(readUnits: Limits.tableReadUnits, writeUnits: Limits.tableWriteUnits)
        )
        settings.onDemandMaximum = OnDemandMaximum(writeUnits: 10_000_000)
        let definition = TableDefinition(
            name: TableName("Orders")!,
            region: "eu-north-1",
            uniqueID: "orders",
            keySchema: KeySchema(partition: KeyAttribute(name: "id", type: .string)),
            creationTime: now,
            readyTime: now,
            throughput: settings
        )
        throughput.follow(definition, arn: "arn:aws:dynamodb:eu-north-1::table/Orders", sizeBytes: { _ in 0 }, at: now)
        return throughput
    }
}
