// ListTables: the names of a region's tables, a page at a time.

import ApusDatabase
import ApusModel
import ApusWire

enum ListTables: Operation {
    static let name = OperationName.listTables

    static func run(
        _ request: ListTablesRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<ListTablesResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let names = context.database.catalog.tableNames(in: context.region).map(\.text)
        let rest = names.drop { name in
            guard let start = request.exclusiveStartTableName else { return false }
            return !start.precedesInBytes(name)
        }
        let page = Array(rest.prefix(request.limit ?? Limits.listTablesNames.upperBound))
        let last = page.count < rest.count ? page.last : nil
        answer(.success(ListTablesResponse(tableNames: page, lastEvaluatedTableName: last)))
    }
}
