// The shape AutoScalingSettingsUpdate of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// New bounds or a new policy for raising and lowering capacity. Absent members stay as they are.
public struct AutoScalingSettingsUpdate: Equatable, Sendable {
    /// The capacity below which it is never lowered, in units each second.
    public var minimumUnits: Int?
    /// The capacity above which it is never raised, in units each second.
    public var maximumUnits: Int?
    /// Whether capacity stays as it is set by hand.
    public var autoScalingDisabled: Bool?
    /// The role that may change the capacity.
    public var autoScalingRoleArn: String?
    /// The new policy; unchanged when absent.
    public var scalingPolicyUpdate: AutoScalingPolicyUpdate?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        minimumUnits: Int? = nil,
        maximumUnits: Int? = nil,
        autoScalingDisabled: Bool? = nil,
        autoScalingRoleArn: String? = nil,
        scalingPolicyUpdate: AutoScalingPolicyUpdate? = nil
    ) {
        self.minimumUnits = minimumUnits
        self.maximumUnits = maximumUnits
        self.autoScalingDisabled = autoScalingDisabled
        self.autoScalingRoleArn = autoScalingRoleArn
        self.scalingPolicyUpdate = scalingPolicyUpdate
    }
}

extension AutoScalingSettingsUpdate: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("MinimumUnits", of: minimumUnits)
            writer.member("MaximumUnits", of: maximumUnits)
            writer.member("AutoScalingDisabled", of: autoScalingDisabled)
            writer.member("AutoScalingRoleArn", of: autoScalingRoleArn)
            writer.member("ScalingPolicyUpdate", of: scalingPolicyUpdate)
        }
    }
}
