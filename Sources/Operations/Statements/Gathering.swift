// Answers that come one by one, and are wanted all together.

import Synchronization

/// Gathers a known number of answers, which may come in any order and on any thread.
final class Gathering<Answer: Sendable>: Sendable {
    private let answers: Mutex<[Result<Answer, any Error>?]>
    private let completion: @Sendable (Result<[Answer], any Error>) -> Void

    /// - Parameter completion: is called once, with the answers by position or with the first error among them: where
    ///   the last answer comes, or at once if there are none to come.
    init(count: Int, completion: @escaping @Sendable (Result<[Answer], any Error>) -> Void) {
        answers = Mutex(Array(repeating: nil, count: count))
        self.completion = completion
        if count == 0 { completion(.success([])) }
    }

    /// - Precondition: each position gets one answer.
    func put(_ answer: Result<Answer, any Error>, at position: Int) {
        let all = answers.withLock { answers -> [Result<Answer, any Error>]? in
            precondition(answers[position] == nil, "a position gets one answer")
            answers[position] = answer
            let present = answers.compactMap(\.self)
            return present.count == answers.count ? present : nil
        }
        if let all { completion(Result { try all.map { try $0.get() } }) }
    }
}
