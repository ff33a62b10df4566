// UntagResource: removes tags of a table.

import ApusModel
import ApusWire

enum UntagResource: Operation {
    static let name = OperationName.untagResource

    static func run(
        _ request: UntagResourceRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<EmptyResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let arn = request.resourceArn ?? ""
        // A request may have very many, so they are not compared one by one.
        let keys = Set((request.tagKeys ?? []).map { Array($0.utf8) })
        guard !keys.isEmpty else { throw .validation("Atleast one Tag Key needs to be provided as Input.") }
        let table = try context.taggedTable(arn, for: name)
        context.changeTags(of: table, namedBy: arn) { tags throws(ServiceError) in
            tags.removeAll { keys.contains(Array($0.key.utf8)) }
        } answer: {
            answer($0)
        }
    }
}
