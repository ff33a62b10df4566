// Adding to numbers, sets and lists, and taking out of sets.

import ApusModel

extension AttributeValue {
    /// A number plus a number, a set with the elements of another that it lacks, or a list and then another.
    ///
    /// - Throws: `mismatch` where the types do not go together; a validation error where the sum is out of range.
    func adding(_ other: AttributeValue, mismatch: ServiceError) throws(ServiceError) -> AttributeValue {
        switch (self, other) {
        case (.number(let mine), .number(let theirs)): return .number(try mine.adding(theirs))
        case (.stringSet(let mine), .stringSet(let theirs)):
            return .stringSet(mine + theirs.without(mine, by: TextBytes.init))
        case (.numberSet(let mine), .numberSet(let theirs)):
            return .numberSet(mine + theirs.without(mine) { $0 })
        case (.binarySet(let mine), .binarySet(let theirs)):
            return .binarySet(mine + theirs.without(mine) { $0 })
        case (.list(let mine), .list(let theirs)): return .list(mine + theirs)
        default: throw mismatch
        }
    }

    /// A set without the elements of another; nil where none are left.
    ///
    /// - Throws: `mismatch` unless both are sets of one type.
    func removing(_ other: AttributeValue, mismatch: ServiceError) throws(ServiceError) -> AttributeValue? {
        switch (self, other) {
        case (.stringSet(let mine), .stringSet(let theirs)):
            return mine.without(theirs, by: TextBytes.init).nonEmpty.map { .stringSet($0) }
        case (.numberSet(let mine), .numberSet(let theirs)):
            return mine.without(theirs) { $0 }.nonEmpty.map { .numberSet($0) }
        case (.binarySet(let mine), .binarySet(let theirs)):
            return mine.without(theirs) { $0 }.nonEmpty.map { .binarySet($0) }
        default: throw mismatch
        }
    }
}

extension ServiceError {
    static let wrongOperandType = ServiceError.validation(
        "An operand in the update expression has an incorrect data type"
    )
}

extension Array {
    /// The elements that the others do not hold, in their order.
    fileprivate func without<Identity: Hashable>(_ others: [Element], by identity: (Element) -> Identity) -> [Element] {
        let excluded = Set(others.map(identity))
        return filter { !excluded.contains(identity($0)) }
    }

    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

/// A text that is told from others by its bytes.
private struct TextBytes: Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: TextBytes, right: TextBytes) -> Bool {
        left.text.hasSameBytes(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
        text.withBytes { hasher.combine(bytes: $0) }
    }
}
