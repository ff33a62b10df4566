// Which faults a server makes during a history.

import ApusTesting

/// Draws rules: each kind of fault is there or not, and strikes as often as chance has it.
///
/// What a batcher takes for a shortage ends after a while: it goes the slower, the longer that lasts.
struct HistoryWeather {
    private(set) var rules: [FaultRule] = []

    /// Faults of writes and of looking up keys. Entries of some requests come back, others are lost on their way.
    static func whileWriting(to tables: [HistoryTable], _ chance: inout SeededGenerator) -> HistoryWeather {
        var weather = HistoryWeather()
        guard chance.happens(percent: 85) else { return weather }
        let operation = "BatchWriteItem"
        let end = chance.milliseconds(in: 50...1_000)
        weather.draw(.unprocessed(chance.number(in: 1...25)), operation, until: end, &chance)
        weather.draw(.unprocessed(25), operation, until: end, &chance)
        weather.draw(.throttle(.tableWrites), operation, table: chance.pick(tables).name, until: end, &chance)
        weather.draw(.throttle(.tableWrites, for: .keyRange), operation, until: end, &chance)
        weather.drawLosses(operation, &chance)
        if chance.happens(percent: 30) {
            weather.draw(.internalError(.before), "DescribeTable", &chance)
            weather.draw(.drop(.before), "DescribeTable", &chance)
        }
        if chance.happens(percent: 15) {
            let start = chance.milliseconds(in: 0...300)
            let end = start + chance.milliseconds(in: 20...200)
            weather.rules.append(FaultRule(.drop(.before), on: [operation], from: start, until: end))
        }
        return weather
    }

    /// Faults of reads in batches.
    static func whileReading(_ chance: inout SeededGenerator) -> HistoryWeather {
        var weather = HistoryWeather()
        guard chance.happens(percent: 70) else { return weather }
        let operation = "BatchGetItem"
        let end = chance.milliseconds(in: 50...1_000)
        weather.draw(.unprocessed(chance.number(in: 1...100)), operation, until: end, &chance)
        weather.draw(.throttle(.tableReads), operation, until: end, &chance)
        weather.drawLosses(operation, &chance)
        return weather
    }

    private mutating func drawLosses(_ operation: String, _ chance: inout SeededGenerator) {
        draw(.internalError(.before), operation, &chance)
        draw(.internalError(.after), operation, &chance)
        draw(.drop(.before), operation, &chance)
        draw(.drop(.after), operation, &chance)
        draw(.halfReply, operation, &chance)
        draw(.wrongChecksum, operation, &chance)
        draw(.delay(chance.milliseconds(in: 1...15)), operation, &chance)
        draw(.longTailDelay(median: .milliseconds(1), percentile99: .milliseconds(30)), operation, &chance)
    }

    private mutating func draw(
        _ effect: FaultRule.Effect,
        _ operation: String,
        table: String? = nil,
        until end: Duration? = nil,
        _ chance: inout SeededGenerator
    ) {
        guard chance.happens(percent: 25) else { return }
        let probability = Double(chance.number(in: 1...25)) / 100
        rules.append(FaultRule(effect, on: [operation], table: table, probability: probability, until: end))
    }
}
