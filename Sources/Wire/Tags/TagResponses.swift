// The answers about the tags of a table.

import ApusModel

/// The answer of an operation that has nothing to tell: a body of no bytes, not even those of an empty object.
package struct EmptyResponse: WireResponse {
    package init() {}

    package func write(to writer: inout JSONWriter) {}
}

/// A page of tags, and where the next one begins, if there is one.
package struct ListTagsOfResourceResponse: WireResponse {
    package let tags: [Tag]
    package let nextToken: String?

    package init(tags: [Tag], nextToken: String?) {
        self.tags = tags
        self.nextToken = nextToken
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Tags")
            writer.array { writer in
                for tag in tags {
                    writer.object { writer in
                        writer.member("Key", tag.key)
                        writer.member("Value", tag.value)
                    }
                }
            }
            if let nextToken { writer.member("NextToken", nextToken) }
        }
    }
}
