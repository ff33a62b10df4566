// The states of time to live.

import Testing

@testable import ApusModel

struct ExpirySettingTests {
    private static let states: [(isEnabled: Bool, now: Int64, state: ExpiryState)] = [
        (true, 9, .enabling), (true, 10, .enabled), (false, 9, .disabling), (false, 10, .disabled),
    ]

    @Test(arguments: states)
    func `the state follows from the switch and the clock`(isEnabled: Bool, now: Int64, state: ExpiryState) {
        let setting = ExpirySetting(
            attributeName: "until",
            isEnabled: isEnabled,
            generation: 1,
            changedTime: Timestamp(milliseconds: 0),
            readyTime: Timestamp(milliseconds: 10)
        )

        #expect(setting.state(at: Timestamp(milliseconds: now)) == state)
    }
}
