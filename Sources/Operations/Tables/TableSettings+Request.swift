// The settings of a table, as a request asks for them.

import ApusModel
import ApusWire

extension TableSettings {
    /// The settings of a new table.
    init(of request: CreateTableRequest, in context: RequestContext) throws(ServiceError) {
        self.init()
        stream = try request.streamSpecification?.stream(
            missingView: "Table is being created with a stream enabled, UpdateViewType is required"
        )
        if let specification = request.sseSpecification {
            encryption = try TableEncryption(specification, in: context)
        }
        tableClass = request.tableClass?.value ?? .standard
        isDeletionProtected = request.deletionProtectionEnabled ?? false
        tags = try [Tag](checking: request.tags ?? [])
    }
}

extension StreamSpecification {
    /// The stream that a table is to have; nil for none.
    ///
    /// - Parameter fault: the refusal of a stream that does not say what it shows.
    func stream(missingView fault: String) throws(ServiceError) -> TableStream? {
        switch (streamEnabled ?? false, streamViewType?.value) {
        case (true, let viewType?): return TableStream(viewType: viewType)
        case (false, nil): return nil
        case (true, nil): throw .invalidParameter(fault)
        case (false, _?):
            throw .invalidParameter("If stream is being disabled, then UpdateViewType must not be specified")
        }
    }
}

extension TableEncryption {
    /// The alias of the key that the key management service keeps for this one.
    private static let defaultAlias = "alias/aws/dynamodb"
    /// What stands for the id of that key. There is no key management service, so it is the same everywhere.
    private static let defaultKeyID = "a8b5d1c0-6e2f-4f7a-9c3d-d1a70d8b0000"

    /// Nil where the specification leaves encryption to the service alone.
    init?(_ specification: SSESpecification, in context: RequestContext) throws(ServiceError) {
        guard specification.sseType?.value != .aes256 else {
            throw .invalidParameter("SSEType AES256 is not supported")
        }
        guard specification.enabled ?? false else {
            guard specification.kmsMasterKeyID == nil else {
                throw .invalidParameter("KMSMasterKeyId cannot be specified when SSE is not enabled")
            }
            return nil
        }
        self.init(keyArn: Self.arn(ofKey: specification.kmsMasterKeyID ?? Self.defaultAlias, in: context))
    }

    /// The ARN of a key that is named by its ARN, its id or an alias.
    private static func arn(ofKey name: String, in context: RequestContext) -> String {
        let prefix = "arn:aws:kms:\(context.region):\(context.account):"
        if [defaultAlias, prefix + defaultAlias].contains(where: { $0.hasSameBytes(as: name) }) {
            return "\(prefix)key/\(defaultKeyID)"
        }
        if name.hasPrefix("arn:") { return name }
        return name.hasPrefix("alias/") || name.hasPrefix("key/") ? prefix + name : "\(prefix)key/\(name)"
    }
}
