// The options that go with raw expressions.

import ApusModel
import ApusWire
import ArgumentParser

/// What the placeholders of raw expressions stand for.
struct ExpressionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What each #name of the expressions stands for, as a JSON object: '{\"#y\": \"year\"}'.",
            valueName: "json"
        )
    )
    var names: String?

    @Option(
        help: ArgumentHelp(
            "What each :value of the expressions stands for, as a JSON object, plain or typed: '{\":y\": 1927}'.",
            valueName: "json"
        )
    )
    var values: String?

    /// The names and values that are given.
    func placeholders(keySchema: KeySchema) throws(RecordFault) -> Placeholders {
        var texts: [String: String] = [:]
        for attribute in try attributes(names, "--names", keySchema) {
            guard case .string(let text) = attribute.value else {
                throw RecordFault("--names: what \(attribute.name) stands for is not a string")
            }
            texts[attribute.name] = text
        }
        var known: [String: AttributeValue] = [:]
        for attribute in try attributes(values, "--values", keySchema) { known[attribute.name] = attribute.value }
        return Placeholders(names: texts, values: known)
    }

    private func attributes(
        _ text: String?,
        _ option: String,
        _ keySchema: KeySchema
    ) throws(RecordFault) -> AttributeMap {
        guard let text else { return [:] }
        do throws(RecordFault) {
            return try ItemText.attributes(text, keySchema: keySchema)
        } catch {
            throw RecordFault("\(option): \(error)")
        }
    }
}
