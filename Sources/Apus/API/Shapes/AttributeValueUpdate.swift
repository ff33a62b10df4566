// The shape AttributeValueUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The old way to change one attribute. `UpdateExpression` replaces it.
public struct AttributeValueUpdate: Equatable, Sendable {
    /// What to set, add or take away. Absent to delete the whole attribute.
    public var value: AttributeValue?
    /// What to do with the attribute; `PUT` when absent.
    public var action: AttributeAction?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        value: AttributeValue? = nil,
        action: AttributeAction? = nil
    ) {
        self.value = value
        self.action = action
    }
}

extension AttributeValueUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Value", of: value)
            writer.member("Action", of: action)
        }
    }
}
