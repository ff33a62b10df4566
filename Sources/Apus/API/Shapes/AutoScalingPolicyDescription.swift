// The shape AutoScalingPolicyDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One policy by which capacity is raised and lowered.
public struct AutoScalingPolicyDescription: Equatable, Sendable {
    /// The name of the policy, 1 to 256 characters.
    public var policyName: String?
    /// How busy the capacity is kept, and how fast it changes.
    public var targetTrackingScalingPolicyConfiguration: AutoScalingTargetTrackingScalingPolicyConfigurationDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        policyName: String? = nil,
        targetTrackingScalingPolicyConfiguration: AutoScalingTargetTrackingScalingPolicyConfigurationDescription? = nil
    ) {
        self.policyName = policyName
        self.targetTrackingScalingPolicyConfiguration = targetTrackingScalingPolicyConfiguration
    }
}

extension AutoScalingPolicyDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "AutoScalingPolicyDescription") { name, reader throws(ServiceError) in
            switch name {
            case "PolicyName": policyName = try reader.value()
            case "TargetTrackingScalingPolicyConfiguration":
                targetTrackingScalingPolicyConfiguration = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
