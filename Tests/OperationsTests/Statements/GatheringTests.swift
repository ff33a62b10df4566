// Answers that come in any order.

import ApusModel
import Synchronization
import Testing

@testable import ApusOperations

struct GatheringTests {
    private final class Answers: Sendable {
        private let all = Mutex<[Result<[Int], any Error>]>([])

        func add(_ answer: Result<[Int], any Error>) { all.withLock { $0.append(answer) } }

        var values: [[Int]] { all.withLock { $0.compactMap { try? $0.get() } } }
        var count: Int { all.withLock(\.count) }
    }

    @Test func `answers are told by position once all are there`() {
        let answers = Answers()
        let gathering = Gathering<Int>(count: 3) { answers.add($0) }

        gathering.put(.success(30), at: 2)
        gathering.put(.success(10), at: 0)
        #expect(answers.count == 0)
        gathering.put(.success(20), at: 1)

        #expect(answers.values == [[10, 20, 30]])
    }

    @Test func `one failure is the answer for all`() {
        let answers = Answers()
        let gathering = Gathering<Int>(count: 2) { answers.add($0) }

        gathering.put(.failure(ServiceError.validation("no")), at: 1)
        gathering.put(.success(1), at: 0)

        #expect(answers.count == 1 && answers.values.isEmpty)
    }

    @Test func `nothing to wait for is answered at once`() {
        let answers = Answers()
        _ = Gathering<Int>(count: 0) { answers.add($0) }

        #expect(answers.values == [[]])
    }
}
