// Which sort keys lie within a range.

import ApusExpressions
import ApusModel
import Testing

@Suite struct KeySelectionTests {
    private static let ranges: [(SortKeyRange, [AttributeValue])] = [
        (.all, [1, 2, 3, 4]),
        (.equal(2), [2]),
        (.less(than: 3), [1, 2]),
        (.lessOrEqual(to: 3), [1, 2, 3]),
        (.greater(than: 3), [4]),
        (.greaterOrEqual(to: 3), [3, 4]),
        (.between(2, 3), [2, 3]),
        (.between(3, 2), []),
        (.equal("2"), []),
        (.less(than: "2"), []),
    ]

    @Test(arguments: ranges)
    func `a range holds the numbers that compare so`(range: SortKeyRange, numbers: [AttributeValue]) {
        #expect([1, 2, 3, 4].filter { range.contains($0) } == numbers)
    }

    @Test(arguments: [
        (AttributeValue.string("ab"), true), (.string("abc"), true), (.string("a"), false), (.string("b"), false),
        (.binary([97, 98]), false), (.number(1), false),
    ])
    func `a range of beginnings holds what begins so`(sortKey: AttributeValue, isWithin: Bool) {
        #expect(SortKeyRange.beginning(with: "ab").contains(sortKey) == isWithin)
    }

    @Test func `bytes are compared unsigned`() {
        #expect(SortKeyRange.greater(than: .binary([127])).contains(.binary([128])))
        #expect(SortKeyRange.beginning(with: .binary([128])).contains(.binary([128, 1])))
    }
}
