// Throughput and settings of a request.

import ApusModel
import Testing

@testable import ApusWire

struct SettingShapesTests {
    @Test func `a stream is enabled with what its records show`() throws {
        let specification = try #"{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}"#.read {
            try StreamSpecification(optional: &$0)
        }

        #expect(specification?.streamEnabled == true)
        #expect(specification?.streamViewType?.value == .newImage)
    }

    @Test func `a table is encrypted with a key`() throws {
        let specification = try #"{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"alias/cats"}"#.read {
            try SSESpecification(optional: &$0)
        }

        #expect(specification?.enabled == true)
        #expect(specification?.sseType?.value == .kms)
        #expect(specification?.kmsMasterKeyID == "alias/cats")
    }

    @Test func `null stands for no settings`() throws {
        #expect(try "null".read { try StreamSpecification(optional: &$0) } == nil)
        #expect(try "null".read { try SSESpecification(optional: &$0) } == nil)
        #expect(try "null".read { try ProvisionedThroughput(optional: &$0) } == nil)
        #expect(try "null".read { try OnDemandThroughput(optional: &$0) } == nil)
        #expect(try "null".read { try WarmThroughput(optional: &$0) } == nil)
    }

    @Test func `throughput is read in units`() throws {
        let maximum = try #"{"MaxReadRequestUnits":-1,"MaxWriteRequestUnits":7}"#.read {
            try OnDemandThroughput(optional: &$0)
        }
        let warm = try #"{"ReadUnitsPerSecond":12000,"Other":[]}"#.read { try WarmThroughput(optional: &$0) }

        #expect(maximum?.maxReadRequestUnits == -1)
        #expect(maximum?.maxWriteRequestUnits == 7)
        #expect(warm?.readUnitsPerSecond == 12_000)
        #expect(warm?.writeUnitsPerSecond == nil)
    }

    @Test(
        arguments: [
            (
                "{}",
                [
                    "Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: Member must not be null"
                ]
            ),
            (
                #"{"StreamEnabled":true,"StreamViewType":"ALL"}"#,
                [
                    "Value 'ALL' at 'streamSpecification.streamViewType' failed to satisfy constraint: "
                        + "Member must satisfy enum value set: [OLD_IMAGE, KEYS_ONLY, NEW_AND_OLD_IMAGES, NEW_IMAGE]"
                ]
            ), (#"{"StreamEnabled":false}"#, []),
        ] as [(String, [String])]
    )
    func `a stream specification says whether there is a stream`(json: String, faults: [String]) throws {
        let specification = try #require(try json.read { try StreamSpecification(optional: &$0) })

        #expect(message(of: { specification.check(&$0, at: "streamSpecification") }) == expected(faults))
    }

    @Test(
        arguments: [
            (#"{"Key":"a","Value":""}"#, []),
            ("{\"Key\":\"\(String(repeating: "ü", count: 128))\",\"Value\":\"b\"}", []),
            (
                "{}",
                ["key", "value"].map {
                    "Value null at 'tags.1.member.\($0)' failed to satisfy constraint: Member must not be null"
                }
            ),
            (
                "{\"Key\":\"\(String(repeating: "k", count: 129))\",\"Value\":\"\(String(repeating: "v", count: 257))\"}",
                [
                    "Value '\(String(repeating: "k", count: 129))' at 'tags.1.member.key' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 128",
                    "Value '\(String(repeating: "v", count: 257))' at 'tags.1.member.value' failed to satisfy "
                        + "constraint: Member must have length less than or equal to 256",
                ]
            ),
        ] as [(String, [String])]
    )
    func `a tag has a key and a value of so many characters`(json: String, faults: [String]) throws {
        let tag = try json.read { try RequestTag(reading: &$0) }

        #expect(message(of: { $0.checkTags([tag], at: "tags") }) == expected(faults))
    }

    @Test func `encryption has one of two types`() throws {
        let specification = try #require(try #"{"SSEType":"DES"}"#.read { try SSESpecification(optional: &$0) })

        #expect(
            message(of: { specification.check(&$0, at: "sSESpecification") })
                == expected([
                    "Value 'DES' at 'sSESpecification.sSEType' failed to satisfy constraint: "
                        + "Member must satisfy enum value set: [AES256, KMS]"
                ])
        )
    }

    /// The message about what a check has gathered.
    private func message(of check: (inout ShapeViolations) -> Void) -> String? {
        var violations = ShapeViolations()
        check(&violations)
        do throws(ServiceError) {
            try violations.throwIfAny()
            return nil
        } catch {
            return error.message
        }
    }

    private func expected(_ faults: [String]) -> String? {
        guard !faults.isEmpty else { return nil }
        let noun = faults.count == 1 ? "error" : "errors"
        return "\(faults.count) validation \(noun) detected: \(faults.joined(separator: "; "))"
    }
}
