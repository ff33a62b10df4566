// Fault rules, from JSON and to it.

import ApusModel
import ApusThroughput
import ApusWire

extension FaultRule {
    private static let members = [
        "name", "operations", "table", "index", "key", "caller", "next", "every", "probability", "from", "until",
        "effect",
    ]

    /// Reads one rule; it bears the fallback as its name where it has none.
    init(reading reader: inout JSONReader, fallbackName: String) throws(ServiceError) {
        let name = try reader.nameAhead() ?? fallbackName
        let members = FaultMembers(owner: "Fault rule \"\(name.prefix(Self.nameLength.upperBound))\": ")
        var (match, trigger) = (FaultMatch(), FaultTrigger())
        var effect: FaultEffect?
        try members.read("it", known: Self.members, from: &reader) { member, reader throws(ServiceError) in
            switch member {
            case "name": _ = try members.text(member, from: &reader)
            case "effect": effect = try FaultEffect(reading: &reader, members)
            case "operations", "table", "index", "key", "caller":
                try match.read(member, from: &reader, members)
            default: try trigger.read(member, from: &reader, members)
            }
        }
        guard let effect else { throw members.refusal(FaultEffect.missing) }
        try self.init(name: name, match: match, trigger: trigger, effect: effect)
    }

    /// Writes the rule as it is read.
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            match.write(to: &writer)
            trigger.write(to: &writer)
            writer.name("effect")
            effect.write(to: &writer)
        }
    }
}

// MARK: Which requests

extension FaultMatch {
    fileprivate mutating func read(
        _ member: String,
        from reader: inout JSONReader,
        _ members: FaultMembers
    ) throws(ServiceError) {
        switch member {
        case "operations": operations = try Self.operations(from: &reader, members)
        case "table": table = try members.text(member, from: &reader)
        case "index": index = try members.text(member, from: &reader)
        case "caller": caller = try members.text(member, from: &reader)
        default: key = try Self.key(from: &reader, members)
        }
    }

    private static func operations(
        from reader: inout JSONReader,
        _ members: FaultMembers
    ) throws(ServiceError) -> Set<String> {
        let names = try members.texts("operations", from: &reader)
        if let unknown = names.first(where: { OperationName(rawValue: $0) == nil }) {
            let known = OperationName.allCases.map(\.rawValue).asList
            throw members.refusal("operations has the unknown \"\(unknown.prefix(100))\"; known are \(known)")
        }
        return Set(names)
    }

    private static func key(from reader: inout JSONReader, _ members: FaultMembers) throws(ServiceError) -> Item {
        guard case .object = try reader.peekKind() else {
            throw members.refusal(#"key must be an object of attribute values, such as {"id": {"S": "a"}}"#)
        }
        do throws(ServiceError) {
            return try reader.optionalAttributes()?.checked() ?? [:]
        } catch {
            guard let message = error.message else { throw error }
            throw members.refusal("key is no object of attribute values: \(message)")
        }
    }

    fileprivate func write(to writer: inout JSONWriter) {
        if !operations.isEmpty {
            writer.name("operations")
            writer.array { writer in operations.sorted().forEach { writer.string($0) } }
        }
        if let table { writer.member("table", table) }
        if let index { writer.member("index", index) }
        if !key.isEmpty {
            writer.name("key")
            writer.attributes(key)
        }
        if let caller { writer.member("caller", caller) }
    }
}

// MARK: When

extension FaultTrigger {
    fileprivate mutating func read(
        _ member: String,
        from reader: inout JSONReader,
        _ members: FaultMembers
    ) throws(ServiceError) {
        switch member {
        case "next": next = try members.count(member, from: &reader)
        case "every": every = try members.count(member, from: &reader)
        case "probability":
            probability = try members.number(member, from: &reader, "a number from 0 to 1") { Double($0) }
        case "from": from = try FaultMoment(reading: member, from: &reader, members)
        default: until = try FaultMoment(reading: member, from: &reader, members)
        }
    }

    fileprivate func write(to writer: inout JSONWriter) {
        if let next { writer.member("next", next) }
        if let every { writer.member("every", every) }
        if let probability {
            writer.name("probability")
            writer.double(probability)
        }
        if let from { writer.member("from", from.text) }
        if let until { writer.member("until", until.text) }
    }
}

extension FaultMoment {
    private static let forms = "\(Duration.textForms), since the rule was added, or a time such as 2026-01-01T00:00:00Z"

    fileprivate init(
        reading member: String,
        from reader: inout JSONReader,
        _ members: FaultMembers
    ) throws(ServiceError) {
        let text = try members.text(member, from: &reader)
        self = try members.value(member, of: text, Self.forms) { text in
            Duration(text: text).map(FaultMoment.after) ?? Timestamp(iso8601: text).map(FaultMoment.at)
        }
    }

    fileprivate var text: String {
        switch self {
        case .after(let duration): duration.text
        case .at(let time): time.iso8601
        }
    }
}

extension JSONReader {
    /// The name of the rule that begins here, without consuming anything; nil where none is given.
    func nameAhead() throws(ServiceError) -> String? {
        var ahead = self
        guard case .object = try ahead.peekKind() else { return nil }
        try ahead.beginObject()
        while let name = try ahead.nextName() {
            if "name" ~= name, case .string = try ahead.peekKind() { return try ahead.readString() }
            try ahead.skipValue()
        }
        return nil
    }
}
