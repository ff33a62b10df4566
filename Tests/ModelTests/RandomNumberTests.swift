// Random numbers, held against a model that works digit by digit.

import Testing

@testable import ApusModel

struct RandomNumberTests {
    private static let pairsPerSeed = 500

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `text and order are those of the model`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<Self.pairsPerSeed {
            let (left, right) = (PlainDecimal.random(using: &chance), PlainDecimal.random(using: &chance))

            let (mine, theirs) = (try Number(left.scientificText), try Number(right.scientificText))

            #expect(mine.description == left.plainText)
            #expect(try Number(left.plainText) == mine)
            #expect((mine < theirs) == (left < right), "\(left.scientificText) against \(right.scientificText)")
            #expect((mine == theirs) == (left.plainText == right.plainText))
        }
    }

    @Test(arguments: 11...18 as ClosedRange<UInt64>)
    func `sums and differences are exact or refused`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<Self.pairsPerSeed {
            let (left, right) = (PlainDecimal.random(using: &chance), PlainDecimal.random(using: &chance))
            let (mine, theirs) = (try Number(left.scientificText), try Number(right.scientificText))

            let sum = outcome { () throws(ServiceError) in try mine.adding(theirs) }
            let difference = outcome { () throws(ServiceError) in try mine.subtracting(theirs) }

            #expect(sum == expected(left + right), "\(left.scientificText) plus \(right.scientificText)")
            #expect(difference == expected(left + -right), "\(left.scientificText) minus \(right.scientificText)")
        }
    }

    /// A number as text, or the message of its refusal.
    private func outcome(_ body: () throws(ServiceError) -> Number) -> String {
        do throws(ServiceError) { return try body().description } catch { return error.message ?? "" }
    }

    private func expected(_ result: PlainDecimal) -> String {
        let result = result.trimmed
        guard !result.digits.isEmpty else { return "0" }
        if result.digits.count > 38 || result.magnitude > 125 { return Number.overflow.message! }
        if result.magnitude < -130 { return Number.underflow.message! }
        return result.plainText
    }
}
