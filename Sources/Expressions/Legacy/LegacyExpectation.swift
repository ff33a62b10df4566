// What a legacy write expects of one attribute, in either of the two forms that Expected has.

import ApusModel

/// A value that the attribute is to have, or whether it is there at all; or a comparison as in a filter.
package struct LegacyExpectation: Sendable {
    private let attributeName: String
    package var value: AttributeValue?
    package var exists: Bool?
    package var comparison: ComparisonOperator?
    package var values: [AttributeValue]?

    package init(attributeName: String) {
        self.attributeName = attributeName
    }

    /// The condition that says the same.
    ///
    /// - Throws: a validation error where members do not go together.
    package func condition() throws(ServiceError) -> LegacyCondition {
        try requireOneForm()
        guard let comparison else { return try equality() }
        if value == nil, values == nil, comparison.valueCounts.lowerBound > 0 {
            throw fault("Value or AttributeValueList must be used with ComparisonOperator: \(comparison.rawValue)")
        }
        return try LegacyCondition(
            attributeName: attributeName,
            comparison: comparison,
            values: values ?? value.map { [$0] } ?? []
        )
    }

    private func requireOneForm() throws(ServiceError) {
        if value != nil, values != nil { throw fault("Value and AttributeValueList cannot be used together") }
        if exists != nil, comparison != nil { throw fault("Exists and ComparisonOperator cannot be used together") }
        if values != nil, comparison == nil {
            throw fault("AttributeValueList can only be used with a ComparisonOperator")
        }
    }

    private func equality() throws(ServiceError) -> LegacyCondition {
        switch (value, exists) {
        case (nil, false):
            return try LegacyCondition(attributeName: attributeName, comparison: .isAbsent, values: [])
        case (nil, let exists): throw fault("Value must be provided when Exists is \(exists == nil ? "null" : "true")")
        case (_?, false): throw fault("Value cannot be used when Exists is false")
        case (let value?, _):
            return try LegacyCondition(attributeName: attributeName, comparison: .equal, values: [value])
        }
    }

    private func fault(_ text: String) -> ServiceError {
        .invalidParameter("\(text) for Attribute: \(attributeName)")
    }
}
