// From the name of an operation to the code that runs it.

import ApusModel
import ApusThroughput
import ApusWire

/// Runs operations by name.
package struct Dispatcher: Sendable {
    /// What comes out of a request: the JSON of the answer or the error, and how that is to go wrong on its way.
    package struct Answer: Sendable {
        package let result: Result<[UInt8], any Error>
        /// How many entries of a batch it hands back.
        package let unprocessedCount: Int
        package let fault: FaultyReply?

        init(result: Result<[UInt8], any Error>, unprocessedCount: Int = 0, fault: FaultyReply? = nil) {
            self.result = result
            self.unprocessedCount = unprocessedCount
            self.fault = fault
        }

        /// The answer to an operation that has run.
        init<Run: Operation>(_ result: Result<Run.Response, any Error>, of run: Run.Type, fault: FaultyReply? = nil) {
            self.init(
                result: result.map { $0.encoded() },
                unprocessedCount: (try? result.get()).map { Run.unprocessedCount(in: $0) } ?? 0,
                fault: fault
            )
        }
    }

    package typealias Reply = @Sendable (Answer) -> Void
    private typealias Handler =
        @Sendable (UnsafeRawBufferPointer, RequestContext, @escaping Reply) throws(ServiceError) -> Void

    private let handlers: [OperationName: Handler]

    package init() {
        handlers = Dictionary(uniqueKeysWithValues: [
            Self.handler(BatchExecuteStatement.self),
            Self.handler(BatchGetItem.self),
            Self.handler(BatchWriteItem.self),
            Self.handler(CreateTable.self),
            Self.handler(DeleteItem.self),
            Self.handler(DeleteTable.self),
            Self.handler(DescribeContinuousBackups.self),
            Self.handler(DescribeEndpoints.self),
            Self.handler(DescribeLimits.self),
            Self.handler(DescribeStream.self),
            Self.handler(DescribeTable.self),
            Self.handler(DescribeTimeToLive.self),
            Self.handler(ExecuteStatement.self),
            Self.handler(ExecuteTransaction.self),
            Self.handler(GetItem.self),
            Self.handler(GetRecords.self),
            Self.handler(GetShardIterator.self),
            Self.handler(ListStreams.self),
            Self.handler(ListTables.self),
            Self.handler(ListTagsOfResource.self),
            Self.handler(PutItem.self),
            Self.handler(Query.self),
            Self.handler(Scan.self),
            Self.handler(TagResource.self),
            Self.handler(TransactGetItems.self),
            Self.handler(TransactWriteItems.self),
            Self.handler(UntagResource.self),
            Self.handler(UpdateItem.self),
            Self.handler(UpdateTable.self),
            Self.handler(UpdateTimeToLive.self),
        ])
        precondition(OperationName.allCases.allSatisfy { handlers[$0] != nil }, "each operation has its handler")
    }

    /// Runs the operation on a body. `reply` is called once.
    package func run(
        _ name: OperationName,
        body: UnsafeRawBufferPointer,
        in context: RequestContext,
        reply: @escaping Reply
    ) {
        do throws(ServiceError) {
            try handlers[name]!(body, context, reply)
        } catch {
            reply(Answer(result: .failure(error)))
        }
    }

    private static func handler<Wanted: Operation>(_ operation: Wanted.Type) -> (OperationName, Handler) {
        (
            operation.name,
            { body, context, reply throws(ServiceError) in
                let request = try Wanted.Request.decode(body)
                if let decision = try context.faults?.decision(on: request, of: Wanted.name, in: context) {
                    FaultyRun<Wanted>(request: request, decision: decision, context: context, reply: reply).begin()
                    return
                }
                try Wanted.runAdmitted(request, in: context) { reply(Answer($0, of: Wanted.self)) }
            }
        )
    }
}
