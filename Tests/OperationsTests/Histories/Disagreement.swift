// What is thrown where the service and the plain model say different things.

/// A difference between an answer and what the plain model expects.
struct Disagreement: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
