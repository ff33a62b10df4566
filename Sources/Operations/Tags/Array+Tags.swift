// The tags that a request sets.

import ApusModel
import ApusWire

extension [Tag] {
    /// The tags of a request; where a key comes again, the later value counts.
    init(checking tags: [RequestTag]) throws(ServiceError) {
        self = []
        for tag in tags {
            let key = tag.key ?? ""
            guard !String(decoding: key.utf8.prefix(4), as: UTF8.self).lowercased().hasSameBytes(as: "aws:") else {
                throw .validation("Tag Key cannot be prefixed with aws:, Key: \(key)")
            }
            set(Tag(key: key, value: tag.value ?? ""))
            try requireRoom()
        }
    }

    /// Adds a tag, in place of one with its key.
    mutating func set(_ tag: Tag) {
        if let index = firstIndex(where: { $0.key.hasSameBytes(as: tag.key) }) {
            self[index] = tag
        } else {
            append(tag)
        }
    }

    /// Refuses more tags than a table may have.
    func requireRoom() throws(ServiceError) {
        guard count > Limits.tags else { return }
        throw .validation("Number of Tags exceed the current limit for the provided ResourceArn")
    }
}
