// UpdateTimeToLive, and what DescribeTimeToLive tells then.

import ApusModel
import Testing

@testable import ApusOperations

struct UpdateTimeToLiveTests {
    private let clock = ManualClock()

    @Test(arguments: ["Cats", "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"])
    func `a switch is repeated, and told`(name: String) async throws {
        let service = try await service()

        #expect(
            try await service.switchExpiry(true, of: name)
                == #"{"TimeToLiveSpecification":{"AttributeName":"end","Enabled":true}}"#
        )
        #expect(try await service.expiry() == #"{"TimeToLiveStatus":"ENABLED","AttributeName":"end"}"#)
        clock.advance(by: .seconds(1_800))
        #expect(
            try await service.switchExpiry(false, of: name)
                == #"{"TimeToLiveSpecification":{"AttributeName":"end","Enabled":false}}"#
        )
        #expect(try await service.expiry() == #"{"TimeToLiveStatus":"DISABLED"}"#)
    }

    @Test func `a switch takes as long as transitions do`() async throws {
        let service = try await service(transitionDelay: .seconds(60))
        clock.advance(by: .seconds(60))

        try await service.switchExpiry(true)
        let enabling = try await service.expiry()
        clock.advance(by: .seconds(60))
        let enabled = try await service.expiry()
        clock.advance(by: .seconds(1_740))
        try await service.switchExpiry(false)
        let disabling = try await service.expiry()
        clock.advance(by: .seconds(60))

        #expect(enabling == #"{"TimeToLiveStatus":"ENABLING","AttributeName":"end"}"#)
        #expect(enabled == #"{"TimeToLiveStatus":"ENABLED","AttributeName":"end"}"#)
        #expect(disabling == #"{"TimeToLiveStatus":"DISABLING","AttributeName":"end"}"#)
        #expect(try await service.expiry() == #"{"TimeToLiveStatus":"DISABLED"}"#)
    }

    @Test func `what is so already is refused first, and what comes too soon after that`() async throws {
        let service = try await service()
        let tooSoon = "Time to live has been modified multiple times within a fixed interval"
        let other = "TimeToLive is active on a different AttributeName: current AttributeName is end"

        #expect(await service.refusal(false) == "TimeToLive is already disabled")
        try await service.switchExpiry(true)
        #expect(await service.refusal(true) == "TimeToLive is already enabled")
        #expect(await service.refusal(true, by: "End") == other)
        #expect(await service.refusal(false, by: "begin") == other)
        #expect(await service.refusal(false) == tooSoon)
        clock.advance(by: .milliseconds(1_799_999))
        #expect(await service.refusal(false) == tooSoon)
        clock.advance(by: .milliseconds(1))
        try await service.switchExpiry(false)
        #expect(await service.refusal(false) == "TimeToLive is already disabled")
        #expect(await service.refusal(true) == tooSoon)
        #expect(await service.refusal(true, by: "begin") == tooSoon)
    }

    @Test func `a table that is not there, or comes, is refused`() async throws {
        let service = try await service(transitionDelay: .seconds(60))

        #expect(await service.refusal(true, of: "Dogs") == "Requested resource not found: Table: Dogs not found")
        #expect(
            await service.refusal(true)
                == "Attempt to change a resource which is still in use: Table is being created: Cats"
        )
    }

    /// A service with the table `Cats`.
    private func service(transitionDelay: Duration = .zero) async throws -> TestService {
        let service = try TestService(transitionDelay: transitionDelay, clock: clock)
        try await service.call(.createTable, NewTable().json)
        return service
    }
}

extension TestService {
    @discardableResult
    fileprivate func switchExpiry(
        _ isEnabled: Bool,
        of name: String = "Cats",
        by attribute: String = "end"
    ) async throws -> String {
        try await call(
            .updateTimeToLive,
            "{\"TableName\":\"\(name)\",\"TimeToLiveSpecification\":"
                + "{\"AttributeName\":\"\(attribute)\",\"Enabled\":\(isEnabled)}}"
        )
    }

    /// What a refused switch is told.
    fileprivate func refusal(
        _ isEnabled: Bool,
        of name: String = "Cats",
        by attribute: String = "end"
    ) async -> String? {
        await #expect(throws: ServiceError.self) {
            try await switchExpiry(isEnabled, of: name, by: attribute)
        }?.message
    }

    /// What DescribeTimeToLive tells of the table `Cats`.
    fileprivate func expiry() async throws -> String {
        let answer = try await call(.describeTimeToLive, #"{"TableName":"Cats"}"#)
        return String(answer.dropFirst(#"{"TimeToLiveDescription":"#.count).dropLast())
    }
}
