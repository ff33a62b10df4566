// Streams and shards as they are stored.

import ApusModel
import ApusStorage

// Written down in docs/formats/changes.md, with test vectors. The shards stand apart: they come and go one by one.
extension Stream {
    /// The stored form, without the shards.
    var bytes: [UInt8] {
        var fields = RecordFields()
        fields["id"] = .number(Number(Int(id)))
        fields["table"] = .string(tableName.text)
        fields["region"] = .string(region)
        fields["tableId"] = .number(Number(Int(tableID)))
        fields["keys"] = RecordFields.value(of: keySchema.attributes)
        fields["view"] = .string(viewType.rawValue)
        fields.set("creationTime", creationTime)
        fields.set("readyTime", readyTime)
        fields.set("disabledTime", disabledTime)
        return EncodedRow(fields.item).bytes
    }

    /// A stream as it is stored, without its shards.
    init(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        var reader = try RowReader(bytes)
        let fields = RecordFields(item: try reader.readItem())
        guard let tableName = TableName(try fields.text("table")) else { throw RecordFields.damaged("table") }
        let keys = try fields.keyAttributes("keys")
        guard (1...2).contains(keys.count) else { throw RecordFields.damaged("keys") }
        self.init(
            id: try fields.id("id"),
            tableName: tableName,
            region: try fields.text("region"),
            tableID: try fields.id("tableId"),
            keySchema: KeySchema(partition: keys[0], sort: keys.count > 1 ? keys[1] : nil),
            viewType: try fields.raw("view"),
            creationTime: try fields.time("creationTime"),
            readyTime: try fields.time("readyTime")
        )
        disabledTime = try fields.optionalTime("disabledTime")
    }
}

extension Shard {
    /// The stored form.
    var bytes: [UInt8] {
        var fields = RecordFields()
        fields["number"] = .number(Number(Int(id.number)))
        fields.set("start", id.start)
        fields["hashes"] = [.number(Number(Int(hashes.lowerBound))), .number(Number(Int(hashes.upperBound)))]
        fields.set("parent", parent.map { Int($0.number) })
        fields.set("parentStart", parent?.start)
        fields.set("end", end)
        fields.set("last", last)
        if isDiscarded { fields["isDiscarded"] = true }
        return EncodedRow(fields.item).bytes
    }

    init(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        var reader = try RowReader(bytes)
        let fields = RecordFields(item: try reader.readItem())
        let hashes = try fields.hashes("hashes")
        let parent: ShardID? =
            fields.has("parent")
            ? ShardID(number: try fields.id("parent"), start: try fields.sequenceNumber("parentStart")) : nil
        self.init(
            id: ShardID(number: try fields.id("number"), start: try fields.sequenceNumber("start")),
            parent: parent,
            hashes: hashes
        )
        end = fields.has("end") ? try fields.sequenceNumber("end") : nil
        last = fields.has("last") ? try fields.sequenceNumber("last") : nil
        isDiscarded = fields["isDiscarded"] == true
    }
}

extension RecordFields {
    /// Sets a number of the log: eight bytes, since it may be larger than other whole numbers.
    fileprivate mutating func set(_ name: String, _ number: SequenceNumber?) {
        guard let number else { return }
        var bytes: [UInt8] = []
        bytes.appendInteger(number.value)
        self[name] = .binary(bytes)
    }

    fileprivate func sequenceNumber(_ name: String) throws(StorageError) -> SequenceNumber {
        guard case .binary(let bytes) = self[name], bytes.count == 8 else { throw Self.damaged(name) }
        return SequenceNumber(value: bytes.reduce(0) { $0 << 8 | UInt64($1) })
    }

    fileprivate func hashes(_ name: String) throws(StorageError) -> ClosedRange<UInt32> {
        guard case .list(let elements) = self[name] else { throw Self.damaged(name) }
        let bounds = elements.compactMap { element in
            if case .number(let number) = element { UInt32(number.description) } else { nil }
        }
        guard bounds.count == 2, bounds[0] <= bounds[1] else { throw Self.damaged(name) }
        return bounds[0]...bounds[1]
    }
}
