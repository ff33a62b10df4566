// ListStreams: the streams of a region or of one of its tables, a page at a time.

import ApusDatabase
import ApusModel
import ApusWire

enum ListStreams: Operation {
    static let name = OperationName.listStreams

    static func run(
        _ request: ListStreamsRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<ListStreamsResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let start = try request.exclusiveStartStreamArn.map { arn throws(ServiceError) in try StreamArn(arn) }
        let tableName = request.tableName.flatMap { TableName($0) }
        // They stand in the order of their tables' names and of their labels, so the last page may have ended at one
        // that is gone by now.
        let rest = context.database.streams.streams(in: context.region, ofTable: tableName).drop { stream in
            guard let start else { return false }
            return (stream.tableName, stream.label) <= (start.tableName, start.label)
        }
        let page = rest.prefix(request.limit ?? Limits.streamsPerPage.upperBound)
        let last = page.count < rest.count ? page.last : nil
        answer(
            .success(
                ListStreamsResponse(
                    streams: page.map { ListStreamsResponse.Stream($0, in: context) },
                    lastEvaluatedStreamArn: last.map(context.arn(of:))
                )
            )
        )
    }
}

extension ListStreamsResponse.Stream {
    init(_ stream: Stream, in context: RequestContext) {
        self.init(arn: context.arn(of: stream), tableName: stream.tableName.text, label: stream.label)
    }
}
