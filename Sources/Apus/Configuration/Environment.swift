// The variables of a process.

/// Variables by their names. One that is empty counts as not set.
package struct Environment: Sendable {
    private let variables: [String: String]

    package init(_ variables: [String: String]) {
        self.variables = variables.filter { !$0.value.isEmpty }
    }

    package subscript(_ name: String) -> String? { variables[name] }

    /// Whether credentials stand in it.
    var hasKeyPair: Bool { self["AWS_ACCESS_KEY_ID"] != nil && self["AWS_SECRET_ACCESS_KEY"] != nil }
}

extension Environment: CustomStringConvertible, CustomReflectable {
    /// Tells no variable: some are secrets, and none of them shall reach a log.
    package var description: String { "Environment" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
