// Placeholders and shorthands that the tests of expressions share.

import ApusExpressions
import ApusModel

/// What the tests' expressions may refer to.
enum Samples {
    static let names = ["#a": "a", "#b": "b", "#name": "name", "#dotted": "a.b", "#1": "one"]

    static let values: [String: AttributeValue] = [
        ":s": "m", ":low": "a", ":high": "z", ":empty": "", ":n": 5, ":one": 1, ":nine": 9, ":b": .binary([1, 2]),
        ":true": true, ":null": .null, ":l": [1, "x"], ":m": ["x": 1], ":ss": .stringSet(["a", "b"]),
        ":ns": .numberSet([1, 2]), ":bs": .binarySet([[1]]), ":type": "S", ":notype": "1",
    ]

    static var placeholders: Placeholders {
        get throws(ServiceError) { try Placeholders(names: names, values: values) }
    }
}

extension Placeholders {
    init(names: [String: String] = [:], values: [String: AttributeValue] = [:]) throws(ServiceError) {
        try self.init(
            names: names.isEmpty ? nil : names.map { ($0.key, $0.value) },
            values: values.isEmpty ? nil : values.map { ($0.key, $0.value) }
        )
    }
}

extension Condition {
    init(_ text: String, as kind: Kind = .condition, values: [String: AttributeValue] = Samples.values) throws {
        var placeholders = try Placeholders(names: Samples.names, values: values)
        try self.init(parsing: text, as: kind, using: &placeholders)
    }
}

extension Update {
    init(_ text: String, values: [String: AttributeValue] = Samples.values) throws {
        var placeholders = try Placeholders(names: Samples.names, values: values)
        try self.init(parsing: text, using: &placeholders)
    }
}

extension Projection {
    init(_ text: String) throws {
        var placeholders = try Samples.placeholders
        try self.init(parsing: text, using: &placeholders)
    }
}

extension KeyCondition {
    init(_ text: String, values: [String: AttributeValue] = Samples.values) throws {
        var placeholders = try Placeholders(names: Samples.names, values: values)
        try self.init(parsing: text, using: &placeholders)
    }
}

extension ServiceError {
    /// The service's words for a validation error that the body throws; nil where it throws none.
    static func message(of body: () throws -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch let error as ServiceError {
            return error.code == .validation ? error.message : "\(error.code)"
        } catch {
            return "\(error)"
        }
    }
}

/// A generator that a seed makes repeat itself.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    // SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
