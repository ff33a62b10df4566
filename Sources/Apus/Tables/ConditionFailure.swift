// Writes that were refused for what is stored.

import ApusModel

/// A condition did not hold, so nothing was written.
///
/// Where the answer to an earlier attempt of the same call was lost, that attempt may have been the one that changed
/// the item.
public struct ConditionFailure<Element: Codable & Sendable>: Error {
    /// The item as it is; nil where there is none.
    public let item: Item?
    /// The element that the item is; nil where there is none, or it has another form.
    public let current: Element?

    init(_ item: Item?, _ decoder: ItemDecoder) {
        self.item = item
        current = item.flatMap { try? decoder.decode(from: $0) }
    }
}

extension ConditionFailure: CustomStringConvertible {
    /// The failure in a sentence, without what is stored.
    public var description: String {
        item == nil ? "the condition does not hold: there is no item" : "the condition does not hold for the item"
    }
}

/// Someone else has saved or deleted an element since it was read, so it was not written.
public struct VersionConflict<Element: Codable & Sendable>: Error {
    /// The version that the element was of; nil for one that was never saved.
    public let expectedVersion: Int?
    /// The item as it is; nil where there is none.
    public let item: Item?
    /// The element that the item is; nil where there is none, or it has another form.
    public let current: Element?

    init(_ failure: ConditionFailure<Element>, expectedVersion: Int?) {
        self.expectedVersion = expectedVersion
        item = failure.item
        current = failure.current
    }
}

extension VersionConflict: CustomStringConvertible {
    /// The conflict in a sentence, without what is stored.
    public var description: String {
        let expected = expectedVersion.map { "version \($0)" } ?? "no item"
        return "\(expected) was expected, and \(item == nil ? "there is no item" : "the item is another")"
    }
}
