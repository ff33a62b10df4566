// What pages hold, without the pages around it.

/// The elements of pages, one after another. The next page is asked for once the elements of this one are used up.
public struct PageElements<Base: AsyncSequence & Sendable, Element: Sendable>: AsyncSequence, Sendable {
    private let base: Base
    private let limit: Int?
    private let elements: @Sendable (Base.Element) -> [Element]

    init(_ base: Base, limit: Int? = nil, _ elements: @escaping @Sendable (Base.Element) -> [Element]) {
        self.base = base
        self.limit = limit
        self.elements = elements
    }

    /// The first of the elements, and no more than this many. Pages behind them are not asked for.
    public func limited(to count: Int) -> PageElements {
        PageElements(base, limit: Swift.min(count, limit ?? count), elements)
    }

    /// Begins at the first element of the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(base: base.makeAsyncIterator(), left: limit ?? .max, elements: elements)
    }

    /// Goes through one page after another.
    public struct Iterator: AsyncIteratorProtocol {
        var base: Base.AsyncIterator
        var left: Int
        let elements: @Sendable (Base.Element) -> [Element]
        var page = ArraySlice<Element>()

        /// The next element; nil after the last one.
        ///
        /// - Throws: what the pages throw.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(Base.Failure) -> Element? {
            guard left > 0 else { return nil }
            while page.isEmpty {
                guard let next = try await base.next(isolation: actor) else { return nil }
                page = elements(next)[...]
            }
            left -= 1
            return page.removeFirst()
        }
    }
}
