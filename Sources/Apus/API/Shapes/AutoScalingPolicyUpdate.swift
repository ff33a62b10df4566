// The shape AutoScalingPolicyUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// A new form of one policy by which capacity is raised and lowered.
public struct AutoScalingPolicyUpdate: Equatable, Sendable {
    /// How busy the capacity is kept, and how fast it changes.
    public var targetTrackingScalingPolicyConfiguration: AutoScalingTargetTrackingScalingPolicyConfigurationUpdate
    /// The name of the policy, 1 to 256 characters.
    public var policyName: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        targetTrackingScalingPolicyConfiguration: AutoScalingTargetTrackingScalingPolicyConfigurationUpdate,
        policyName: String? = nil
    ) {
        self.targetTrackingScalingPolicyConfiguration = targetTrackingScalingPolicyConfiguration
        self.policyName = policyName
    }
}

extension AutoScalingPolicyUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TargetTrackingScalingPolicyConfiguration", of: targetTrackingScalingPolicyConfiguration)
            writer.member("PolicyName", of: policyName)
        }
    }
}
