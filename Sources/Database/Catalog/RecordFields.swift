// The fields of a record of the catalog, by type.

import ApusModel
import ApusStorage

/// The attributes of a record. What is missing or of another type is damage.
struct RecordFields {
    private(set) var item = Item()

    init(item: Item = Item()) {
        self.item = item
    }

    static func damaged(_ name: String) -> StorageError {
        .damaged(file: "a record of the catalog", detail: "its field \(name) is missing or of the wrong type")
    }

    subscript(name: String) -> AttributeValue? {
        get { item[name] }
        set { item[name] = newValue }
    }

    func has(_ name: String) -> Bool {
        item[name] != nil
    }

    // MARK: Writing

    /// Sets a time; absent for nil.
    mutating func set(_ name: String, _ time: Timestamp?) {
        item[name] = time.map { .number(Number(Int($0.milliseconds))) }
    }

    /// Sets a whole number; absent for nil.
    mutating func set(_ name: String, _ number: Int?) {
        item[name] = number.map { .number(Number($0)) }
    }

    static func value(of attributes: [KeyAttribute]) -> AttributeValue {
        .list(attributes.map { [.string($0.name), .string($0.type.rawValue)] })
    }

    // MARK: Reading

    func text(_ name: String) throws(StorageError) -> String {
        guard case .string(let text) = item[name] else { throw Self.damaged(name) }
        return text
    }

    func texts(_ name: String) throws(StorageError) -> [String] {
        guard case .list(let elements) = item[name] else { throw Self.damaged(name) }
        var texts: [String] = []
        for element in elements {
            guard case .string(let text) = element else { throw Self.damaged(name) }
            texts.append(text)
        }
        return texts
    }

    /// Reads a value of an enumeration.
    func raw<Value: RawRepresentable>(_ name: String) throws(StorageError) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try text(name)) else { throw Self.damaged(name) }
        return value
    }

    func integer(_ name: String) throws(StorageError) -> Int {
        guard case .number(let number) = item[name], let value = Int(number.description) else {
            throw Self.damaged(name)
        }
        return value
    }

    func optionalInteger(_ name: String) throws(StorageError) -> Int? {
        has(name) ? try integer(name) : nil
    }

    func id(_ name: String) throws(StorageError) -> UInt32 {
        guard let id = UInt32(exactly: try integer(name)) else { throw Self.damaged(name) }
        return id
    }

    func optionalID(_ name: String) throws(StorageError) -> UInt32? {
        has(name) ? try id(name) : nil
    }

    func time(_ name: String) throws(StorageError) -> Timestamp {
        Timestamp(milliseconds: Int64(try integer(name)))
    }

    func optionalTime(_ name: String) throws(StorageError) -> Timestamp? {
        has(name) ? try time(name) : nil
    }

    /// Reads a list of records; an absent one is empty.
    func maps<Record>(
        _ name: String,
        _ read: (RecordFields) throws(StorageError) -> Record
    ) throws(StorageError) -> [Record] {
        guard let value = item[name] else { return [] }
        guard case .list(let elements) = value else { throw Self.damaged(name) }
        var records: [Record] = []
        for element in elements {
            guard case .map(let item) = element else { throw Self.damaged(name) }
            records.append(try read(RecordFields(item: item)))
        }
        return records
    }

    func keyAttributes(_ name: String) throws(StorageError) -> [KeyAttribute] {
        guard case .list(let elements) = item[name] else { throw Self.damaged(name) }
        var keys: [KeyAttribute] = []
        for element in elements {
            guard case .list(let parts) = element, parts.count == 2, case .string(let attribute) = parts[0],
                case .string(let type) = parts[1], let type = KeyAttributeType(rawValue: type)
            else { throw Self.damaged(name) }
            keys.append(KeyAttribute(name: attribute, type: type))
        }
        return keys
    }
}
