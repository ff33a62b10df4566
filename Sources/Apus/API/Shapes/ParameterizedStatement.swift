// The shape ParameterizedStatement of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One statement of a transaction, with the values for its `?` marks.
public struct ParameterizedStatement: Equatable, Sendable {
    /// The PartiQL statement, 1 to 8192 bytes.
    public var statement: String
    /// The values for the `?` marks of the statement, in order. Absent if it has none.
    public var parameters: [AttributeValue]?
    /// Whether a failed condition answers the item as it stands; `NONE` when absent.
    public var returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        statement: String,
        parameters: [AttributeValue]? = nil,
        returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure? = nil
    ) {
        self.statement = statement
        self.parameters = parameters
        self.returnValuesOnConditionCheckFailure = returnValuesOnConditionCheckFailure
    }
}

extension ParameterizedStatement: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Statement", of: statement)
            writer.member("Parameters", of: parameters)
            writer.member("ReturnValuesOnConditionCheckFailure", of: returnValuesOnConditionCheckFailure)
        }
    }
}
