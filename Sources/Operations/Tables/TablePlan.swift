// A new table whose definition has been checked, in the service's order.

import ApusDatabase
import ApusModel
import ApusWire

/// A table that has been found sound; its times come when it is made.
struct TablePlan: Sendable {
    private let name: TableName
    private let region: String
    private let uniqueID: String
    private let throughput: ThroughputSettings
    private let attributes: [KeyAttribute]
    private let keySchema: KeySchema
    private let indexes: [IndexPlan]
    private let settings: TableSettings

    /// - Throws: the refusal of the first fault, in the order in which the service looks for them.
    init(_ name: TableName, _ request: CreateTableRequest, in context: RequestContext) throws(ServiceError) {
        region = context.region
        try request.unserved.refuse()
        throughput = try request.checkedThroughput(in: context.region)
        let types = try KeyAttributeTypes(request.attributeDefinitions ?? [])
        let tableKey = request.keySchema ?? []
        try tableKey.requireSimpleKey()
        let newIndexes = NewIndexes(request)
        let indexThroughputs = try newIndexes.check(
            in: tableKey,
            isProvisioned: throughput.provisioned != nil,
            region: context.region
        )
        keySchema = try types.keySchema(ofTable: tableKey, with: newIndexes.all)
        indexes = try newIndexes.plans(with: types, throughputs: indexThroughputs)
        try types.requireAllUsed(in: [keySchema] + indexes.map(\.keySchema))
        try newIndexes.requireWithinLimits(indexes)
        try ([throughput] + indexThroughputs.compactMap(\.self)).requireWithinQuota(
            in: region,
            besides: context.database.catalog.provisionedUnits(in: region, but: name)
        )
        settings = try TableSettings(of: request, in: context)
        attributes = types.attributes
        self.name = name
        uniqueID = context.chance.uniqueID()
    }

    func definition(at moment: Moment) -> TableDefinition {
        var settings = settings
        if settings.stream != nil { settings.lastStreamTime = moment.now }
        var definition = TableDefinition(
            name: name,
            region: region,
            uniqueID: uniqueID,
            keySchema: keySchema,
            creationTime: moment.now,
            readyTime: moment.ready,
            attributeDefinitions: attributes,
            throughput: throughput,
            indexes: zip(Limits.indexIDs, indexes).map { id, index in
                index.definition(id: id, phase: .built, readyTime: moment.ready)
            },
            settings: settings
        )
        if throughput.provisioned == nil { definition.lastOnDemandTime = moment.now }
        return definition
    }
}

extension CreateTableRequest {
    fileprivate func checkedThroughput(in region: String) throws(ServiceError) -> ThroughputSettings {
        let owner = ThroughputOwner(index: nil, region: region)
        var provisioned: ThroughputUnits?
        switch billingMode?.value ?? .provisioned {
        case .provisioned: provisioned = try ThroughputUnits(provisionedThroughput, of: owner)
        case .payPerRequest:
            guard provisionedThroughput == nil else { throw .unitsOfOnDemand }
        }
        return try ThroughputSettings(
            provisioned: provisioned,
            onDemand: onDemandThroughput,
            warm: warmThroughput,
            of: owner
        )
    }
}
