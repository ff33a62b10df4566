// The members of fault rules, read from JSON with refusals that say where and why.

import ApusModel
import ApusThroughput
import ApusWire

/// Reads the members of one rule or scenario. A member set to null counts as absent.
struct FaultMembers {
    /// What the members belong to, as refusals name it: `Fault rule "rule-1": `.
    let owner: String

    func refusal(_ text: String) -> ServiceError {
        .validation(owner + text)
    }

    /// Walks an object; `body` reads the value of each member; one that is not known is refused.
    func read(
        _ place: String,
        known: [String],
        from reader: inout JSONReader,
        _ body: (String, inout JSONReader) throws(ServiceError) -> Void
    ) throws(ServiceError) {
        guard case .object = try reader.peekKind() else { throw refusal("\(place) must be an object") }
        try reader.members(of: "") { name, reader throws(ServiceError) in
            let name = try name.text()
            guard known.contains(name) else {
                throw refusal("\(place) has the unknown member \"\(name.prefix(100))\"; known are \(known.asList)")
            }
            if try !reader.consumeNull() { try body(name, &reader) }
        }
    }

    func text(_ member: String, from reader: inout JSONReader) throws(ServiceError) -> String {
        guard case .string = try reader.peekKind() else { throw refusal("\(member) must be a string") }
        return try reader.readString()
    }

    func texts(_ member: String, from reader: inout JSONReader) throws(ServiceError) -> [String] {
        guard case .array = try reader.peekKind() else { throw refusal("\(member) must be a list of strings") }
        var texts: [String] = []
        _ = try reader.elements { reader throws(ServiceError) in
            texts.append(try text("each of \(member)", from: &reader))
        }
        return texts
    }

    /// A number that `parse` takes, or a refusal that calls it what it must be.
    func number<Value>(
        _ member: String,
        from reader: inout JSONReader,
        _ kind: String,
        _ parse: (String) -> Value?
    ) throws(ServiceError) -> Value {
        guard case .number = try reader.peekKind() else { throw refusal("\(member) must be \(kind)") }
        let text = String(decoding: try reader.readNumber(), as: UTF8.self)
        guard let value = parse(text) else { throw refusal("\(member) is \(text.prefix(40)), but must be \(kind)") }
        return value
    }

    func count(_ member: String, from reader: inout JSONReader) throws(ServiceError) -> Int {
        try number(member, from: &reader, "a whole number from 1") { Int($0) }
    }

    func duration(_ member: String, from reader: inout JSONReader) throws(ServiceError) -> Duration {
        guard case .string = try reader.peekKind() else { throw refusal("\(member) must be \(Duration.textForms)") }
        return try value(member, of: reader.readString(), Duration.textForms) { Duration(text: $0) }
    }

    /// One of the texts that the cases of an enumeration have.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ member: String,
        from reader: inout JSONReader
    ) throws(ServiceError) -> Choice {
        let text = try text(member, from: &reader)
        return try value(member, of: text, "one of \(Choice.allCases.map(\.rawValue).asList)") { Choice(rawValue: $0) }
    }

    /// What `parse` makes of a text, or a refusal that says what the text must be.
    func value<Value>(
        _ member: String,
        of text: String,
        _ kind: String,
        _ parse: (String) -> Value?
    ) throws(ServiceError) -> Value {
        guard let value = parse(text) else {
            throw refusal("\(member) is \"\(text.prefix(100))\", but must be \(kind)")
        }
        return value
    }
}

extension [String] {
    var asList: String { joined(separator: ", ") }
}
