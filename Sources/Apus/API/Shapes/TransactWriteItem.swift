// The shape TransactWriteItem of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One action of a transaction. Exactly one member is set.
public struct TransactWriteItem: Equatable, Sendable {
    /// Checks a condition on an item without changing it.
    public var conditionCheck: ConditionCheck?
    /// Puts one whole item, in place of any with the same key.
    public var put: Put?
    /// Deletes one item.
    public var delete: Delete?
    /// Changes attributes of one item.
    public var update: Update?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        conditionCheck: ConditionCheck? = nil,
        put: Put? = nil,
        delete: Delete? = nil,
        update: Update? = nil
    ) {
        self.conditionCheck = conditionCheck
        self.put = put
        self.delete = delete
        self.update = update
    }
}

extension TransactWriteItem: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ConditionCheck", of: conditionCheck)
            writer.member("Put", of: put)
            writer.member("Delete", of: delete)
            writer.member("Update", of: update)
        }
    }
}
