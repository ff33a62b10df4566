// How the elements of a table are read.

/// What may be chosen about reading many elements.
public struct ReadOptions: Equatable, Sendable {
    /// The index to read; the table itself when nil. Elements can be made of an index's items only where it holds all
    /// attributes that they need.
    public var index: String?
    /// Whether a Query goes from low sort keys to high ones. A Scan has no such order.
    public var isAscending: Bool
    /// Whether all earlier writes must be seen, at twice the cost. Not for global secondary indexes.
    public var isConsistent: Bool
    /// How many elements to answer at most; all when nil. Counts are not bound by it.
    public var maxItems: Int?

    /// These choices; what is left out is as usual.
    public init(
        index: String? = nil,
        isAscending: Bool = true,
        isConsistent: Bool = false,
        maxItems: Int? = nil
    ) {
        self.index = index
        self.isAscending = isAscending
        self.isConsistent = isConsistent
        self.maxItems = maxItems
    }
}
