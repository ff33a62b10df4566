// The shape AutoScalingTargetTrackingScalingPolicyConfigurationUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// How busy the capacity is to be kept from now on, and how fast it may change.
public struct AutoScalingTargetTrackingScalingPolicyConfigurationUpdate: Equatable, Sendable {
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

extension AutoScalingTargetTrackingScalingPolicyConfigurationUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TargetValue", of: targetValue)
            writer.member("DisableScaleIn", of: disableScaleIn)
            writer.member("ScaleInCooldown", of: scaleInCooldown)
            writer.member("ScaleOutCooldown", of: scaleOutCooldown)
        }
    }
}
