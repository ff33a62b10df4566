// The legacy parameters that a request gives, with what it gives them.

import ApusModel

/// Each legacy parameter's value, nil where it is not given. What is given by attribute is in the order of the request.
package struct LegacyMembers: Sendable {
    package typealias Conditions = [(attributeName: String, condition: AttributeCondition)]

    package fileprivate(set) var attributeUpdates: [(attributeName: String, update: AttributeValueUpdate)]?
    package fileprivate(set) var attributesToGet: [String]?
    package fileprivate(set) var queryFilter: Conditions?
    package fileprivate(set) var scanFilter: Conditions?
    package fileprivate(set) var expected: [(attributeName: String, value: ExpectedAttributeValue)]?
    package fileprivate(set) var conditionalOperator: Choice<ConditionalOperator>?
    package fileprivate(set) var keyConditions: Conditions?

    mutating func read(_ parameter: LegacyParameter, _ reader: inout JSONReader) throws(ServiceError) {
        switch parameter {
        case .attributeUpdates:
            attributeUpdates = try reader.optionalEntries { reader throws(ServiceError) in
                try AttributeValueUpdate(reading: &reader)
            }
        case .attributesToGet: attributesToGet = try reader.optionalStrings()
        case .queryFilter: queryFilter = try reader.optionalConditions()
        case .scanFilter: scanFilter = try reader.optionalConditions()
        case .expected:
            expected = try reader.optionalEntries { reader throws(ServiceError) in
                try ExpectedAttributeValue(reading: &reader)
            }
        case .conditionalOperator: conditionalOperator = try reader.optionalChoice()
        case .keyConditions: keyConditions = try reader.optionalConditions()
        }
    }

    func isGiven(_ parameter: LegacyParameter) -> Bool {
        switch parameter {
        case .attributeUpdates: attributeUpdates != nil
        case .attributesToGet: attributesToGet != nil
        case .queryFilter: queryFilter != nil
        case .scanFilter: scanFilter != nil
        case .expected: expected != nil
        case .conditionalOperator: conditionalOperator != nil
        case .keyConditions: keyConditions != nil
        }
    }
}

extension LegacyMembers {
    /// - Parameter prefix: what messages say ahead of the parameters' names, where they are members of a member.
    func check(_ violations: inout ShapeViolations, prefix: String) {
        for parameter in LegacyParameter.allCases where !violations.isFull {
            check(parameter, &violations, at: prefix + parameter.path)
        }
    }

    private func check(_ parameter: LegacyParameter, _ violations: inout ShapeViolations, at path: String) {
        switch parameter {
        case .attributeUpdates:
            violations.checkEntries(attributeUpdates, at: path) { $0.check(&$1, at: $2) }
        case .attributesToGet: violations.checkNames(attributesToGet, at: path)
        case .queryFilter: violations.checkEntries(queryFilter, at: path) { $0.check(&$1, at: $2) }
        case .scanFilter: violations.checkEntries(scanFilter, at: path) { $0.check(&$1, at: $2) }
        case .expected: violations.checkEntries(expected, at: path) { $0.check(&$1, at: $2) }
        case .conditionalOperator: violations.checkChoice(conditionalOperator, at: path)
        case .keyConditions: violations.checkEntries(keyConditions, at: path) { $0.check(&$1, at: $2) }
        }
    }
}

extension ShapeViolations {
    /// Checks what a map holds by the names of attributes, and the length of these.
    fileprivate mutating func checkEntries<Value>(
        _ entries: [(String, Value)]?,
        at path: String,
        _ check: (Value, inout ShapeViolations, String) -> Void
    ) {
        guard let entries else { return }
        if entries.contains(where: { $0.0.utf8.count > Limits.attributeNameBytes.upperBound }) {
            let longest = Limits.attributeNameBytes.upperBound
            note(
                "{\(entries.map(\.0).joined(separator: ", "))}",
                at: path,
                "Map keys must satisfy constraint: [Member must have length less than or equal to \(longest)]"
            )
        }
        for (name, value) in entries where !isFull { check(value, &self, "\(path).\(name).member") }
    }

    fileprivate mutating func checkNames(_ names: [String]?, at path: String) {
        guard let names else { return }
        checkCount(names.count, of: "[]", within: 1...Int.max, at: path)
        for (index, name) in names.enumerated() where !isFull {
            checkLength(
                of: name,
                within: 0...Limits.attributeNameBytes.upperBound,
                at: "\(path).\(index + 1).member"
            )
        }
    }
}

extension JSONReader {
    fileprivate mutating func optionalConditions() throws(ServiceError) -> LegacyMembers.Conditions? {
        try optionalEntries { reader throws(ServiceError) in try AttributeCondition(reading: &reader) }
    }

    /// Reads a map by the names of attributes; nil for null.
    fileprivate mutating func optionalEntries<Value>(
        _ value: (inout JSONReader) throws(ServiceError) -> Value
    ) throws(ServiceError) -> [(String, Value)]? {
        var list: [(String, Value)] = []
        let isPresent = try entries { name, reader throws(ServiceError) in list.append((name, try value(&reader))) }
        return isPresent ? list : nil
    }
}
