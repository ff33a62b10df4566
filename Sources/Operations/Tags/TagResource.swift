// TagResource: sets tags of a table.

import ApusModel
import ApusWire

enum TagResource: Operation {
    static let name = OperationName.tagResource

    static func run(
        _ request: TagResourceRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<EmptyResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let arn = request.resourceArn ?? ""
        let wanted = request.tags ?? []
        guard !wanted.isEmpty else { throw .validation("Atleast one Tag needs to be provided as Input.") }
        let newTags = try [Tag](checking: wanted)
        let table = try context.taggedTable(arn, for: name)
        context.changeTags(of: table, namedBy: arn) { tags throws(ServiceError) in
            for tag in newTags { tags.set(tag) }
            try tags.requireRoom()
        } answer: {
            answer($0)
        }
    }
}
