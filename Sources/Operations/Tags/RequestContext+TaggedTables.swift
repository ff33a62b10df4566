// From the ARN in a request about tags to the table.

import ApusDatabase
import ApusModel
import ApusWire

extension RequestContext {
    /// The name of the table that an ARN names; whether there is such a table remains to be seen.
    ///
    /// - Throws: a `ValidationException` for what names no table of this region, an `AccessDeniedException` for what
    ///   belongs to another service or account.
    func taggedTable(_ arn: String, for operation: OperationName) throws(ServiceError) -> TableName {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0].hasSameBytes(as: "arn") else { throw .invalidResourceArn(arn) }
        guard parts[2].hasSameBytes(as: "dynamodb"), parts[4].hasSameBytes(as: account) else {
            throw ServiceError(
                .accessDenied,
                "User: arn:aws:iam::\(account):root is not authorized to perform: "
                    + "dynamodb:\(operation.rawValue) on resource: \(arn)"
            )
        }
        // Indexes, streams and backups have ARNs too, and no tags.
        guard let name = tableName(arn) else { throw .invalidResourceArn(arn) }
        return name
    }

    /// Changes the tags of a table.
    ///
    /// - Parameter change: may run more than once.
    func changeTags(
        of name: TableName,
        namedBy arn: String,
        _ change: @escaping @Sendable (inout [Tag]) throws(ServiceError) -> Void,
        answer: @escaping @Sendable (Result<EmptyResponse, any Error>) -> Void
    ) {
        database.alterTable(named: name, in: region, completingOn: executor) { definition, moment in
            // Tags have nothing to do with what makes a table UPDATING.
            if definition.state(at: moment.now) != .updating { try definition.requireSteady(at: moment.now) }
            try change(&definition.settings.tags)
            definition.settings.tagsTime = moment.now
        } completion: { result in
            answer(
                result.map { _ in EmptyResponse() }
                    .mapError { $0 as? ServiceError == .tableNotFound(name) ? ServiceError.resourceNotFound(arn) : $0 }
            )
        }
    }
}

extension ServiceError {
    static func resourceNotFound(_ arn: String) -> ServiceError {
        ServiceError(.resourceNotFound, "Requested resource not found: ResourceArn: \(arn) not found")
    }

    fileprivate static func invalidResourceArn(_ arn: String) -> ServiceError {
        .validation("Invalid TableArn: Invalid ResourceArn provided as input \(arn)")
    }
}
