// Names and values of a request, checked and made ready for its expressions.

import ApusExpressions
import ApusModel
import ApusWire

/// An expression that a request may have: the name of its parameter, and its text where it is given.
struct GivenExpression {
    static let keyCondition = "KeyConditionExpression"

    let parameter: String
    let text: String?

    init(_ parameter: String, _ text: String?) {
        self.parameter = parameter
        self.text = text
    }
}

extension ExpressionParameters {
    /// Checks names and values as such, before any expression is looked at.
    ///
    /// - Parameters:
    ///   - expressions: those that may use values, in the order in which the service's message lists them.
    ///   - projection: the projection expression, which may use names only.
    func placeholders(
        for expressions: [GivenExpression],
        projection: String? = nil
    ) throws(ServiceError) -> Placeholders {
        let isAnyGiven = expressions.contains { $0.text != nil }
        if names != nil, !isAnyGiven, projection == nil {
            throw .validation("ExpressionAttributeNames can only be specified when using expressions")
        }
        if values != nil, !isAnyGiven {
            let missing = expressions.map(\.parameter).joined(separator: " and ")
            let verb = expressions.count == 1 ? "is" : "are"
            throw .validation(
                "ExpressionAttributeValues can only be specified when using expressions: \(missing) \(verb) null"
            )
        }
        let bytes =
            (names ?? []).reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
            + (values ?? []).reduce(0) { $0 + $1.key.utf8.count + $1.value.value.size }
        guard bytes <= Limits.placeholdersBytes else {
            // The service's wording is not published.
            throw .validation(
                "ExpressionAttributeNames and ExpressionAttributeValues exceed the maximum allowed size of 2 MB"
            )
        }
        let placeholders = try Placeholders(names: names, values: values?.map { ($0.key, $0.value.value) })
        for (key, value) in values ?? [] {
            guard let fault = value.fault else { continue }
            throw .validation(
                "ExpressionAttributeValues contains invalid value: \(fault.message ?? "") for key \(key)"
            )
        }
        return placeholders
    }
}

extension LegacyParameters {
    /// Refuses these parameters in the company of expressions, which have replaced them.
    func requireAlone(besides expressions: [GivenExpression]) throws(ServiceError) {
        guard areGiven else { return }
        let given = expressions.filter { $0.text != nil }
        guard !given.isEmpty else { return }
        // KeyConditions went with expressions before there was one for keys, and still does where there is none.
        let hasKeyExpression = given.contains { $0.parameter == GivenExpression.keyCondition }
        let legacy = parameters.filter { $0 != .keyConditions || hasKeyExpression }
        guard !legacy.isEmpty else { return }
        throw .validation(
            "Can not use both expression and non-expression parameters in the same request: "
                + "Non-expression parameters: {\(legacy.map(\.rawValue).joined(separator: ", "))} "
                + "Expression parameters: {\(given.map(\.parameter).joined(separator: ", "))}"
        )
    }
}
