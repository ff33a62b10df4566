// The table that a request of the control plane names.

import ApusModel
import ApusWire

extension TableNameRequest {
    /// The table that the request names.
    func checkedName(in context: RequestContext) throws(ServiceError) -> TableName {
        guard let tableName else { throw .missingTableName }
        guard let name = context.tableName(tableName) else { throw .tableNotFound }
        return name
    }
}
