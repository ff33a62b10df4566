// From the request of UpdateTable to the one change that it asks for.

import ApusModel
import ApusWire

extension TableUpdate {
    /// - Parameter encryption: answers what a request for encryption comes to.
    /// - Throws: the refusal of a request that asks for nothing, for too much at once, or for what is never allowed.
    init(
        _ request: UpdateTableRequest,
        encryption: (SSESpecification) throws(ServiceError) -> TableEncryption?
    ) throws(ServiceError) {
        try request.unserved.refuse()
        let indexUpdates = request.globalSecondaryIndexUpdates ?? []
        try indexUpdates.requireSound()
        try TableUpdateParts(request).requireOneChange()
        guard indexUpdates.lazy.filter({ $0.update == nil }).count <= 1 else { throw .oneIndexAtATime }
        saysOnDemand = request.billingMode?.value == .payPerRequest
        if let specification = request.sseSpecification {
            change = .encryption(try encryption(specification))
        } else if let tableClass = request.tableClass?.value {
            change = .tableClass(tableClass)
        } else if let isProtected = request.deletionProtectionEnabled {
            change = .deletionProtection(isProtected)
        } else if let specification = request.streamSpecification {
            let fault = "If stream is being enabled then UpdateViewType is required"
            change = .stream(try specification.stream(missingView: fault))
        } else if let index = indexUpdates.lazy.compactMap(\.create).first {
            change = .newIndex(try TableUpdateIndex(index, request.attributeDefinitions ?? []))
        } else if let index = indexUpdates.lazy.compactMap(\.delete).first {
            change = .deletedIndex(index.indexName ?? "")
        } else {
            change = .throughput(try ThroughputUpdate(request))
        }
    }
}

extension [GlobalSecondaryIndexUpdate] {
    /// Refuses elements that ask for nothing or for several things, and two that are about the same index.
    fileprivate func requireSound() throws(ServiceError) {
        var names: Set<[UInt8]> = []
        for update in self {
            guard let name = update.names.first else { throw .emptyIndexUpdate }
            guard update.names.count == 1 else { throw .crowdedIndexUpdate }
            guard names.insert(Array<UInt8>(name.utf8)).inserted else {
                throw .invalidParameter(
                    "Only one global secondary index update per index is allowed simultaneously. Index: \(name)"
                )
            }
        }
    }
}

extension GlobalSecondaryIndexUpdate {
    /// The names that its actions give to the index: one, where it is sound.
    fileprivate var names: [String] {
        [update.map { $0.indexName ?? "" }, create.map(\.name), delete.map { $0.indexName ?? "" }].compactMap(\.self)
    }
}

extension ServiceError {
    fileprivate static let emptyIndexUpdate = ServiceError.invalidParameter(
        "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
            + "GlobalSecondaryIndexUpdate.Delete must not be null"
    )

    /// The service's wording is not published.
    fileprivate static let crowdedIndexUpdate = ServiceError.invalidParameter(
        "Only one of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
            + "GlobalSecondaryIndexUpdate.Delete may be given"
    )

    static let oneIndexAtATime = ServiceError(
        .limitExceeded,
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table"
    )
}
