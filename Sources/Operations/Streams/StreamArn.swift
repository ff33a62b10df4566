// The name of a stream all over the world.

import ApusDatabase
import ApusModel

/// An ARN such as `arn:aws:dynamodb:eu-north-1:123456789012:table/Cats/stream/2026-03-01T10:15:00.123`.
struct StreamArn {
    let text: String
    let region: String
    let account: String
    let tableName: TableName
    let label: String

    /// - Throws: a `ValidationException` for a text of another form.
    init(_ text: String) throws(ServiceError) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "arn", parts[2] == "dynamodb" else { throw .invalidStreamArn }
        let resource = parts[5].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard resource.count == 4, resource[0] == "table", resource[2] == "stream", !resource[3].isEmpty,
            let tableName = TableName(resource[1])
        else { throw .invalidStreamArn }
        self.text = text
        region = parts[3]
        account = parts[4]
        self.tableName = tableName
        label = resource[3]
    }
}

extension Stream {
    /// The time of its creation, as the API writes it.
    var label: String { creationTime.text }
}

extension RequestContext {
    func arn(of stream: Stream) -> String {
        "\(arn(ofTable: stream.tableName.text))/stream/\(stream.label)"
    }

    /// The stream that an ARN names.
    ///
    /// - Throws: a `ValidationException` for what is no ARN of a stream, a `ResourceNotFoundException` where there is
    ///   no such stream in this region and account.
    func stream(_ arn: String) throws(ServiceError) -> Stream {
        let arn = try StreamArn(arn)
        guard arn.region == region, arn.account == account,
            let stream = database.streams.streams(in: region, ofTable: arn.tableName)
                .first(where: { $0.label.hasSameBytes(as: arn.label) })
        else {
            throw ServiceError(
                .resourceNotFound,
                "Requested resource not found: Stream: \(arn.text) not found"
            )
        }
        return stream
    }
}

extension ServiceError {
    fileprivate static let invalidStreamArn = ServiceError.validation("Invalid StreamArn")
}
