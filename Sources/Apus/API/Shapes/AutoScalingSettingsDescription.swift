// The shape AutoScalingSettingsDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The bounds and policies within which capacity is raised and lowered.
public struct AutoScalingSettingsDescription: Equatable, Sendable {
    /// The capacity below which it is never lowered, in units each second.
    public var minimumUnits: Int?
    /// The capacity above which it is never raised, in units each second.
    public var maximumUnits: Int?
    /// Whether capacity stays as it is set by hand.
    public var autoScalingDisabled: Bool?
    /// The role that may change the capacity.
    public var autoScalingRoleArn: String?
    /// The policies by which capacity is raised and lowered.
    public var scalingPolicies: [AutoScalingPolicyDescription]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        minimumUnits: Int? = nil,
        maximumUnits: Int? = nil,
        autoScalingDisabled: Bool? = nil,
        autoScalingRoleArn: String? = nil,
        scalingPolicies: [AutoScalingPolicyDescription]? = nil
    ) {
        self.minimumUnits = minimumUnits
        self.maximumUnits = maximumUnits
        self.autoScalingDisabled = autoScalingDisabled
        self.autoScalingRoleArn = autoScalingRoleArn
        self.scalingPolicies = scalingPolicies
    }
}

extension AutoScalingSettingsDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "AutoScalingSettingsDescription") { name, reader throws(ServiceError) in
            switch name {
            case "MinimumUnits": minimumUnits = try reader.value()
            case "MaximumUnits": maximumUnits = try reader.value()
            case "AutoScalingDisabled": autoScalingDisabled = try reader.value()
            case "AutoScalingRoleArn": autoScalingRoleArn = try reader.value()
            case "ScalingPolicies": scalingPolicies = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
