// What can be set of a table besides its keys and its throughput.

/// The settings as they are now, with the times of their last changes.
package struct TableSettings: Equatable, Sendable {
    package var tableClass = TableClass.standard
    /// When the class was last changed; nil if never.
    package var tableClassTime: Timestamp?
    package var isDeletionProtected = false
    /// When deletion protection was last switched; nil if never since the table was created.
    package var deletionProtectionTime: Timestamp?
    /// The key that the table is encrypted with; nil for the one that the service owns. It is told and has no effect.
    package var encryption: TableEncryption?
    package var stream: TableStream?
    /// The labels of streams come from the times when they were enabled; the last one is told even afterwards.
    package var lastStreamTime: Timestamp?
    /// Time to live; nil if it was never enabled.
    package var expiry: ExpirySetting?
    /// In the order in which they were set; keys differ.
    package var tags: [Tag] = []
    /// When the tags were last changed; nil if never since the table was created.
    package var tagsTime: Timestamp?

    package init() {}
}

/// The price class of a table's storage.
package enum TableClass: String, CaseIterable, Sendable {
    case standard = "STANDARD"
    case infrequentAccess = "STANDARD_INFREQUENT_ACCESS"
}

/// Encryption with a key of the key management service.
package struct TableEncryption: Equatable, Sendable {
    /// The ARN of the key.
    package let keyArn: String

    package init(keyArn: String) {
        self.keyArn = keyArn
    }
}

/// The stream of a table.
package struct TableStream: Equatable, Sendable {
    package let viewType: StreamViewType
    /// What tells it from all other streams; nil until it is opened.
    package var id: UInt32?

    package init(viewType: StreamViewType, id: UInt32? = nil) {
        self.viewType = viewType
        self.id = id
    }
}

/// What the records of a stream show of a changed item, in the order in which messages print it.
package enum StreamViewType: String, CaseIterable, Sendable {
    case oldImage = "OLD_IMAGE"
    case keysOnly = "KEYS_ONLY"
    case newAndOldImages = "NEW_AND_OLD_IMAGES"
    case newImage = "NEW_IMAGE"
}

/// A tag of a table.
package struct Tag: Equatable, Sendable {
    package let key: String
    package let value: String

    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}
