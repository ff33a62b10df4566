// The shape AutoScalingTargetTrackingScalingPolicyConfigurationDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// How busy the capacity is to be kept, and how fast it may change.
public struct AutoScalingTargetTrackingScalingPolicyConfigurationDescription: Equatable, Sendable {
    /// The share of capacity in use that is aimed at, in percent.
    public var targetValue: Double
    /// Whether capacity is only ever raised; false when absent.
    public var disableScaleIn: Bool?
    /// Seconds to wait after one lowering of capacity before the next.
    public var scaleInCooldown: Int?
    /// Seconds to wait after one raising of capacity before the next.
    public var scaleOutCooldown: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        targetValue: Double,
        disableScaleIn: Bool? = nil,
        scaleInCooldown: Int? = nil,
        scaleOutCooldown: Int? = nil
    ) {
        self.targetValue = targetValue
        self.disableScaleIn = disableScaleIn
        self.scaleInCooldown = scaleInCooldown
        self.scaleOutCooldown = scaleOutCooldown
    }
}

extension AutoScalingTargetTrackingScalingPolicyConfigurationDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var targetValue: Double?
        var disableScaleIn: Bool?
        var scaleInCooldown: Int?
        var scaleOutCooldown: Int?
        try reader.members(of: "AutoScalingTargetTrackingScalingPolicyConfigurationDescription") {
            name,
            reader throws(ServiceError) in
            switch name {
            case "TargetValue": targetValue = try reader.value()
            case "DisableScaleIn": disableScaleIn = try reader.value()
            case "ScaleInCooldown": scaleInCooldown = try reader.value()
            case "ScaleOutCooldown": scaleOutCooldown = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            targetValue: try targetValue.required("TargetValue"),
            disableScaleIn: disableScaleIn,
            scaleInCooldown: scaleInCooldown,
            scaleOutCooldown: scaleOutCooldown
        )
    }
}
