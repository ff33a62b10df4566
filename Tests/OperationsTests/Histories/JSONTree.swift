// JSON as a tree, as histories build requests and look at answers.

import ApusModel
import ApusWire

/// One JSON value. Two objects are equal if they have the same members, in whatever order.
enum JSONTree: Sendable {
    struct Member: Sendable {
        let name: String
        let value: JSONTree
    }

    case object([Member])
    case array([JSONTree])
    case string(String)
    case number(Double)
    case bool(Bool)
    case null

    init(parsing bytes: [UInt8]) throws {
        self = try bytes.withUnsafeBytes { bytes in
            var reader = JSONReader(bytes)
            let tree = try JSONTree(reading: &reader)
            try reader.requireEnd()
            return tree
        }
    }

    private init(reading reader: inout JSONReader) throws(ServiceError) {
        switch try reader.peekKind() {
        case .object: self = .object(try Self.members(&reader))
        case .array: self = .array(try Self.elements(&reader))
        case .string: self = .string(try reader.readString())
        case .number: self = .number(Double(String(decoding: try reader.readNumber(), as: UTF8.self))!)
        case .bool(let value):
            try reader.consumeLiteral(value ? "true" : "false")
            self = .bool(value)
        case .null:
            try reader.consumeLiteral("null")
            self = .null
        }
    }

    private static func members(_ reader: inout JSONReader) throws(ServiceError) -> [Member] {
        var members: [Member] = []
        try reader.beginObject()
        while let name = try reader.nextName() {
            members.append(Member(name: try name.text(), value: try JSONTree(reading: &reader)))
        }
        return members
    }

    private static func elements(_ reader: inout JSONReader) throws(ServiceError) -> [JSONTree] {
        var elements: [JSONTree] = []
        try reader.beginArray()
        while try reader.nextElement() { elements.append(try JSONTree(reading: &reader)) }
        return elements
    }

    // MARK: Members

    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    var elements: [JSONTree] {
        if case .array(let elements) = self { elements } else { [] }
    }

    subscript(name: String) -> JSONTree? {
        members.first { $0.name.hasSameBytes(as: name) }?.value
    }

    /// Adds a member, where there is a value for it.
    mutating func add(_ name: String, _ value: JSONTree?) {
        guard let value else { return }
        self = .object(members + [Member(name: name, value: value)])
    }

    // MARK: Text

    var bytes: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    private func write(to writer: inout JSONWriter) {
        switch self {
        case .object(let members):
            writer.object { writer in
                for member in members {
                    writer.name(member.name)
                    member.value.write(to: &writer)
                }
            }
        case .array(let elements): writer.array { writer in elements.forEach { $0.write(to: &writer) } }
        case .string(let text): writer.string(text)
        case .number(let number):
            if let whole = Int(exactly: number) { writer.integer(whole) } else { writer.double(number) }
        case .bool(let value): writer.bool(value)
        case .null: writer.value(Array("null".utf8))
        }
    }
}

extension JSONTree: CustomStringConvertible {
    private static let shownBytes = 6_000
    private static let shownLetters = 24

    /// The JSON text, cut off where it is long.
    var description: String {
        let bytes = shortened.bytes
        let isLong = bytes.count > Self.shownBytes
        return String(decoding: bytes.prefix(Self.shownBytes), as: UTF8.self)
            + (isLong ? "… (\(bytes.count) bytes)" : "")
    }

    /// The same with long texts cut off.
    private var shortened: JSONTree {
        switch self {
        case .object(let members):
            .object(members.map { Member(name: $0.name, value: $0.value.shortened) })
        case .array(let elements): .array(elements.map(\.shortened))
        case .string(let text) where text.utf8.count > 3 * Self.shownLetters:
            .string("\(text.prefix(Self.shownLetters))… (\(text.utf8.count) bytes)")
        default: self
        }
    }
}

extension JSONTree: Equatable {
    static func == (left: JSONTree, right: JSONTree) -> Bool {
        switch (left, right) {
        case (.object(let mine), .object(let theirs)):
            mine.count == theirs.count && mine.allSatisfy { right[$0.name] == $0.value }
        case (.array(let mine), .array(let theirs)): mine == theirs
        case (.string(let mine), .string(let theirs)): mine.hasSameBytes(as: theirs)
        case (.number(let mine), .number(let theirs)): mine == theirs
        case (.bool(let mine), .bool(let theirs)): mine == theirs
        case (.null, .null): true
        default: false
        }
    }
}

extension JSONTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral elements: (String, JSONTree)...) {
        self = .object(elements.map { Member(name: $0, value: $1) })
    }
    init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
    init(stringLiteral value: String) { self = .string(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
}
