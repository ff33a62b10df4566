// A stream in memory, with shards that roll over and split.

import ApusModel
import Foundation

@testable import Apus

/// A stream whose items are numbered. Each open shard has a range of them, and hands it on to its children.
struct ModelStream {
    struct ModelShard {
        let name: String
        let parent: String?
        let items: Range<Int>
        var records: [Record] = []
        var isClosed = false
        /// So many records are gone from its beginning.
        var trimmed = 0
        /// Whether it is listed no more and cannot be read.
        var isGone = false
    }

    static let arn = "arn:aws:dynamodb:us-east-1:000000000000:table/Birds/stream/2026-01-01T00:00:00.000"

    private(set) var shards: [ModelShard] = []
    var isDisabled = false
    /// Iterators that were given before this one have expired.
    var oldestIterator = 0
    private var nextIterator = 0
    private var nextSequence = 1
    private(set) var versions: [Int]

    /// A stream of so many items over so many shards.
    init(items: Int = 4, shards count: Int = 1) {
        versions = Array(repeating: 0, count: items)
        for number in 0..<count {
            addShard(parent: nil, items: (items * number / count)..<(items * (number + 1) / count))
        }
    }

    private mutating func addShard(parent: String?, items: Range<Int>) {
        shards.append(ModelShard(name: "shard-\(shards.count)", parent: parent, items: items))
    }

    // MARK: What happens to the table

    /// Changes an item, which has the number of its changes as its content.
    mutating func write(_ item: Int, second: Int = 0) {
        versions[item] += 1
        let index = shards.firstIndex { !$0.isClosed && $0.items.contains(item) }!
        let key: Item = ["id": .number(Number(item))]
        var record = StreamRecord()
        record.keys = key
        record.newImage = ["id": .number(Number(item)), "version": .number(Number(versions[item]))]
        record.sequenceNumber = Self.sequence(nextSequence)
        record.approximateCreationDateTime = Date(timeIntervalSince1970: Double(second))
        nextSequence += 1
        shards[index].records.append(Record(eventName: versions[item] == 1 ? .insert : .modify, dynamodb: record))
    }

    /// Closes a shard and hands its items on to as many children.
    mutating func close(_ name: String, children count: Int) {
        let index = shards.firstIndex { $0.name == name }!
        shards[index].isClosed = true
        let items = shards[index].items
        for number in 0..<count {
            let start = items.lowerBound + items.count * number / count
            let end = items.lowerBound + items.count * (number + 1) / count
            addShard(parent: name, items: start..<end)
        }
    }

    mutating func disable() {
        for index in shards.indices { shards[index].isClosed = true }
        isDisabled = true
    }

    mutating func trim(_ name: String, _ count: Int) {
        shards[shards.firstIndex { $0.name == name }!].trimmed = count
    }

    mutating func remove(_ name: String) {
        shards[shards.firstIndex { $0.name == name }!].isGone = true
    }

    var openShards: [ModelShard] { shards.filter { !$0.isClosed } }

    static func sequence(_ number: Int) -> String {
        let digits = "\(number)"
        return "1" + String(repeating: "0", count: 23 - digits.count) + digits
    }

    // MARK: What the service answers

    func listing() -> StreamListing {
        let listed = shards.filter { !$0.isGone }.map { shard in
            let range = SequenceNumberRange(
                startingSequenceNumber: Self.sequence(0),
                endingSequenceNumber: shard.isClosed ? Self.sequence(nextSequence) : nil
            )
            return Shard(shardID: shard.name, sequenceNumberRange: range, parentShardID: shard.parent)
        }
        return StreamListing(shards: listed, isDisabled: isDisabled)
    }

    mutating func iterator(at position: ShardPosition, ofShard name: String) throws(CallError) -> String {
        guard let shard = shards.first(where: { $0.name == name && !$0.isGone }) else {
            throw .refused(Refusal(.resourceNotFound))
        }
        let start: Int
        switch position {
        case .trimHorizon: start = shard.trimmed
        case .latest: start = shard.records.count
        case .time(let time):
            let date = Date(time)
            start =
                shard.records.firstIndex { $0.dynamodb!.approximateCreationDateTime! >= date }
                ?? shard.records.count
        case .after(let sequence):
            start = shard.records.firstIndex { $0.dynamodb!.sequenceNumber! > sequence } ?? shard.records.count
        }
        if start < shard.trimmed { throw .refused(Refusal(.trimmedDataAccess)) }
        return makeIterator(name, start)
    }

    private mutating func makeIterator(_ name: String, _ start: Int) -> String {
        nextIterator += 1
        return "\(name) \(start) \(nextIterator)"
    }

    mutating func records(at iterator: String, limit: Int) throws(CallError) -> GetRecordsOutput {
        let parts = iterator.split(separator: " ")
        guard Int(parts[2])! > oldestIterator else { throw .refused(Refusal(.expiredIterator)) }
        guard let shard = shards.first(where: { $0.name == parts[0] && !$0.isGone }) else {
            throw .refused(Refusal(.resourceNotFound))
        }
        let start = Int(parts[1])!
        if start < shard.trimmed { throw .refused(Refusal(.trimmedDataAccess)) }
        let found = Array(shard.records[start...].prefix(limit))
        let end = start + found.count
        let isAtEnd = shard.isClosed && end == shard.records.count
        return GetRecordsOutput(records: found, nextShardIterator: isAtEnd ? nil : makeIterator(shard.name, end))
    }

    /// Expires all iterators that were given.
    mutating func expireIterators() {
        oldestIterator = nextIterator
    }
}

extension StreamChange {
    /// The number of the item in a model stream.
    var item: Int { Int("\(keys["id"]!.numberText)")! }
    /// The how manyth change of its item it is.
    var version: Int { Int("\(newImage!["version"]!.numberText)")! }
}

extension AttributeValue {
    fileprivate var numberText: String {
        if case .number(let number) = self { "\(number)" } else { "" }
    }
}
