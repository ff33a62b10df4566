// The shape BatchStatementRequest of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One statement of a batch, with the values for its `?` marks.
public struct BatchStatementRequest: Equatable, Sendable {
    /// The PartiQL statement, 1 to 8192 bytes.
    public var statement: String
    /// The values for the `?` marks of the statement, in order. Absent if it has none.
    public var parameters: [AttributeValue]?
    /// Whether a read must see all earlier writes; false when absent.
    public var consistentRead: Bool?
    /// Whether a failed condition answers the item as it stands; `NONE` when absent.
    public var returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        statement: String,
        parameters: [AttributeValue]? = nil,
        consistentRead: Bool? = nil,
        returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure? = nil
    ) {
        self.statement = statement
        self.parameters = parameters
        self.consistentRead = consistentRead
        self.returnValuesOnConditionCheckFailure = returnValuesOnConditionCheckFailure
    }
}

extension BatchStatementRequest: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Statement", of: statement)
            writer.member("Parameters", of: parameters)
            writer.member("ConsistentRead", of: consistentRead)
            writer.member("ReturnValuesOnConditionCheckFailure", of: returnValuesOnConditionCheckFailure)
        }
    }
}
