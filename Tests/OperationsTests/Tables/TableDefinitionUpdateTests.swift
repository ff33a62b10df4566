// How the stream, the class, the encryption and the protection of a table change.

import ApusModel
import Testing

@testable import ApusOperations

struct TableDefinitionUpdateTests {
    private static let enabled = #""StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}"#
    private static let disabled = #""StreamSpecification":{"StreamEnabled":false}"#
    private static let protected = #""DeletionProtectionEnabled":true"#
    private static let unprotected = #""DeletionProtectionEnabled":false"#

    private static func moment(_ seconds: Int) -> Timestamp { .begin.advanced(by: .seconds(seconds)) }

    @Test func `a stream is enabled, and its time stays when it is disabled`() throws {
        let streaming = try TableDefinition.cats().updated(by: Self.enabled, after: 60)
        let silent = try streaming.updated(by: Self.disabled, after: 70)

        #expect(streaming.settings.stream == TableStream(viewType: .keysOnly))
        #expect(streaming.settings.lastStreamTime == Self.moment(60))
        #expect(silent.settings.stream == nil)
        #expect(silent.settings.lastStreamTime == Self.moment(60))
    }

    @Test func `two streams of a table have different times, even within a millisecond`() throws {
        let first = try TableDefinition.cats().updated(by: Self.enabled).updated(by: Self.disabled)

        let second = try first.updated(by: Self.enabled)

        #expect(second.settings.lastStreamTime == Self.moment(60).advanced(by: .milliseconds(1)))
    }

    @Test(
        arguments: [
            (true, enabled, "ValidationException: Table already has an enabled stream: TableName: Cats"),
            (
                true, #""StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}"#,
                "ValidationException: Table already has an enabled stream: TableName: Cats"
            ),
            (false, disabled, "ValidationException: Table has no stream to disable: TableName: Cats"),
            (
                false, #""StreamSpecification":{"StreamEnabled":true}"#,
                "ValidationException: One or more parameter values were invalid: "
                    + "If stream is being enabled then UpdateViewType is required"
            ),
            (
                true, #""StreamSpecification":{"StreamEnabled":false,"StreamViewType":"NEW_IMAGE"}"#,
                "ValidationException: One or more parameter values were invalid: "
                    + "If stream is being disabled, then UpdateViewType must not be specified"
            ),
        ] as [(Bool, String, String)]
    )
    func `a stream that cannot be is refused`(isStreaming: Bool, members: String, refusal: String) throws {
        var table = try TableDefinition.cats()
        if isStreaming { table = try table.updated(by: Self.enabled) }

        #expect(try table.refusal(of: members) == refusal)
    }

    @Test func `the class of a table changes, and when is known`() throws {
        let rare = try TableDefinition.cats().updated(by: #""TableClass":"STANDARD_INFREQUENT_ACCESS""#, after: 60)
        let common = try rare.updated(by: #""TableClass":"STANDARD""#, after: 70)

        #expect(rare.settings.tableClass == .infrequentAccess)
        #expect(rare.settings.tableClassTime == Self.moment(60))
        #expect(common.settings.tableClass == .standard)
        #expect(common.settings.tableClassTime == Self.moment(70))
    }

    @Test func `encryption changes from key to key, and back to the service's own`() throws {
        let mine = try TableDefinition.cats().updated(
            by: #""SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"mine"}"#
        )
        let default_ = try mine.updated(by: #""SSESpecification":{"Enabled":true}"#)
        let none = try default_.updated(by: #""SSESpecification":{"Enabled":false}"#)

        #expect(mine.settings.encryption == TableEncryption(keyArn: "mine"))
        #expect(default_.settings.encryption == TableEncryption(keyArn: "default"))
        #expect(none.settings.encryption == nil)
    }

    @Test func `deletion protection is not switched twice within 15 seconds`() throws {
        let table = try TableDefinition.cats().updated(by: Self.protected, after: 60)

        #expect(
            try table.refusal(of: Self.unprotected, after: 74)
                == "ThrottlingException: Deletion protection setting for table Cats modified within the previous "
                + "15000 milliseconds. Please try again after 2026-03-02T00:01:15.000Z"
        )
        #expect(try table.updated(by: Self.unprotected, after: 75).settings.isDeletionProtected == false)
    }

    @Test func `deletion protection that is on already may be asked for again at any time`() throws {
        let table = try TableDefinition.cats().updated(by: Self.protected, after: 60)

        #expect(try table.updated(by: Self.protected, after: 61) == table)
    }
}
