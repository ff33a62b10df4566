// The parameters that expressions have replaced.

import ApusModel

/// One of these parameters; the cases stand in the order in which messages list them.
package enum LegacyParameter: String, CaseIterable, Sendable {
    // The order in which the service lists them is not published.
    case attributeUpdates = "AttributeUpdates"
    case attributesToGet = "AttributesToGet"
    case queryFilter = "QueryFilter"
    case scanFilter = "ScanFilter"
    case expected = "Expected"
    case conditionalOperator = "ConditionalOperator"
    case keyConditions = "KeyConditions"

    /// Where messages about shapes say that the parameter stands.
    var path: String { rawValue.prefix(1).lowercased() + rawValue.dropFirst() }
}

/// The legacy parameters of a request. A request without any carries no more than an empty reference.
package struct LegacyParameters: Sendable {
    private indirect enum Storage: Sendable {
        case nothing
        case members(LegacyMembers)
    }

    private var storage = Storage.nothing

    /// Whether the request uses any.
    package var areGiven: Bool {
        if case .nothing = storage { false } else { true }
    }

    /// What is given; nil where the request uses no legacy parameter.
    package var given: LegacyMembers? {
        switch storage {
        case .nothing: nil
        case .members(let members): members
        }
    }

    /// The parameters given, in the order in which messages list them.
    package var parameters: [LegacyParameter] {
        guard let given else { return [] }
        return LegacyParameter.allCases.filter { given.isGiven($0) }
    }

    /// Reads the value of a parameter; null counts as absent.
    mutating func read(_ parameter: LegacyParameter, _ reader: inout JSONReader) throws(ServiceError) {
        guard try !reader.consumeNull() else { return }
        var members = given ?? LegacyMembers()
        try members.read(parameter, &reader)
        storage = .members(members)
    }

    /// - Parameter prefix: what messages say ahead of the parameters' names, where they are members of a member.
    func check(_ violations: inout ShapeViolations, prefix: String = "") {
        if areGiven { given?.check(&violations, prefix: prefix) }
    }
}
