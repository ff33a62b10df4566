// UpdateTimeToLive: lets the items of a table expire, or stops that.

import ApusDatabase
import ApusModel
import ApusWire

enum UpdateTimeToLive: Operation {
    static let name = OperationName.updateTimeToLive
    static let changesTables = true

    static func run(
        _ request: UpdateTimeToLiveRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<UpdateTimeToLiveResponse, any Error>) -> Void
    ) throws(ServiceError) {
        // Both are there, by the checks of the request's shape.
        let attributeName = request.specification?.attributeName ?? ""
        let isEnabled = request.specification?.enabled ?? false
        guard let name = context.tableName(request.tableName) else { throw .tableNotFound }
        context.database.alterTable(named: name, in: context.region, completingOn: context.executor) {
            definition,
            moment in
            // As with tags, this has nothing to do with what makes a table UPDATING.
            if definition.state(at: moment.now) != .updating { try definition.requireSteady(at: moment.now) }
            definition.settings.expiry = try ExpirySetting(
                switching: definition.settings.expiry,
                attributeName,
                isEnabled: isEnabled,
                at: moment
            )
        } completion: { result in
            answer(
                result.map { _ in
                    UpdateTimeToLiveResponse(
                        specification: TimeToLiveSpecification(attributeName: attributeName, enabled: isEnabled)
                    )
                }
            )
        }
    }
}

extension ExpirySetting {
    /// The setting after a switch.
    ///
    /// - Parameter old: the setting before; nil where it was never enabled.
    init(
        switching old: ExpirySetting?,
        _ attributeName: String,
        isEnabled: Bool,
        at moment: Moment
    ) throws(ServiceError) {
        if let old, old.isEnabled, !old.attributeName.hasSameBytes(as: attributeName) {
            throw .validation(
                "TimeToLive is active on a different AttributeName: current AttributeName is \(old.attributeName)"
            )
        }
        guard isEnabled != (old?.isEnabled ?? false) else {
            throw .validation("TimeToLive is already \(isEnabled ? "enabled" : "disabled")")
        }
        if let old, moment.now < old.changedTime.advanced(by: Limits.expiryChangeInterval) {
            throw .validation("Time to live has been modified multiple times within a fixed interval")
        }
        self.init(
            attributeName: attributeName,
            isEnabled: isEnabled,
            generation: (old?.generation ?? 0) + (isEnabled ? 1 : 0),
            changedTime: moment.now,
            readyTime: moment.ready
        )
    }
}
