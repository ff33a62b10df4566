// From the name of an operation to the code that runs it.

import ApusModel
import ApusWire

/// Runs operations by name.
package struct Dispatcher: Sendable {
    package typealias Reply = @Sendable (Result<[UInt8], any Error>) -> Void
    private typealias Handler =
        @Sendable (UnsafeRawBufferPointer, RequestContext, @escaping Reply) throws(ServiceError) -> Void

    private let handlers: [OperationName: Handler]

    package init() {
        handlers = Dictionary(uniqueKeysWithValues: [
            Self.handler(BatchGetItem.self),
            Self.handler(BatchWriteItem.self),
            Self.handler(CreateTable.self),
            Self.handler(DeleteItem.self),
            Self.handler(DeleteTable.self),
            Self.handler(DescribeContinuousBackups.self),
            Self.handler(DescribeEndpoints.self),
            Self.handler(DescribeLimits.self),
            Self.handler(DescribeTable.self),
            Self.handler(DescribeTimeToLive.self),
            Self.handler(GetItem.self),
            Self.handler(ListTables.self),
            Self.handler(ListTagsOfResource.self),
            Self.handler(PutItem.self),
            Self.handler(Query.self),
            Self.handler(Scan.self),
            Self.handler(TagResource.self),
            Self.handler(UntagResource.self),
            Self.handler(UpdateItem.self),
            Self.handler(UpdateTable.self),
        ])
        precondition(OperationName.allCases.allSatisfy { handlers[$0] != nil }, "each operation has its handler")
    }

    /// Runs the operation on a body. `reply` is called once, with the JSON of the answer or with the error.
    package func run(
        _ name: OperationName,
        body: UnsafeRawBufferPointer,
        in context: RequestContext,
        reply: @escaping Reply
    ) {
        do throws(ServiceError) {
            try handlers[name]!(body, context, reply)
        } catch {
            reply(.failure(error))
        }
    }

    private static func handler<Wanted: Operation>(_ operation: Wanted.Type) -> (OperationName, Handler) {
        (
            operation.name,
            { body, context, reply throws(ServiceError) in
                let request = try Wanted.Request.decode(body)
                try Wanted.run(request, in: context) { result in reply(result.map { $0.encoded() }) }
            }
        )
    }
}
