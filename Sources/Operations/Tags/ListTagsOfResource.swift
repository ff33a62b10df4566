// ListTagsOfResource: the tags of a table, a page at a time.

import ApusDatabase
import ApusModel
import ApusWire

enum ListTagsOfResource: Operation {
    static let name = OperationName.listTagsOfResource

    static func run(
        _ request: ListTagsOfResourceRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<ListTagsOfResourceResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let arn = request.resourceArn ?? ""
        let start = try request.nextToken.map { token throws(ServiceError) in try TagPage.start(after: token) }
        let name = try context.taggedTable(arn, for: name)
        guard let (table, _) = context.database.catalog.table(named: name, in: context.region) else {
            throw .resourceNotFound(arn)
        }
        let page = TagPage(of: table.definition.settings.tags, after: start)
        answer(.success(ListTagsOfResourceResponse(tags: page.tags, nextToken: page.nextToken)))
    }
}

/// A page of tags in the order of their keys: so a tag that comes or goes between two pages moves no other.
struct TagPage: Equatable {
    let tags: [Tag]
    /// Nil where no more tags follow.
    let nextToken: String?

    /// - Parameter start: the key that the page before ended with; nil for the first page.
    init(of all: [Tag], after start: String?) {
        let rest = all.sorted { $0.key.precedesInBytes($1.key) }.drop { tag in
            guard let start else { return false }
            return !start.precedesInBytes(tag.key)
        }
        tags = Array(rest.prefix(Limits.tagsPerPage))
        nextToken = tags.count < rest.count ? tags.last.map { Base64.text(of: Array($0.key.utf8)) } : nil
    }

    /// The key that a token stands for.
    static func start(after token: String) throws(ServiceError) -> String {
        let bytes = token.withBytes { try? Base64.decode($0) }
        guard let bytes, let key = String(validating: bytes, as: UTF8.self),
            Limits.tagKeyLength.contains(key.unicodeScalars.count)
        else { throw .validation("The provided NextToken is not valid") }
        return key
    }
}
