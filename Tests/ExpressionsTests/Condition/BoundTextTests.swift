// How values are printed in the messages about the bounds of a BETWEEN.

import ApusModel
import Testing

@testable import ApusExpressions

@Suite struct BoundTextTests {
    @Test(arguments: [
        (AttributeValue.string("a"), "S:a"), (.number(-2), "N:-2"), (.binary([]), "B:"), (.binary([0]), "B:AA=="),
        (.binary([104, 105]), "B:aGk="), (.binary([255, 254, 253]), "B://79"), (.binary([1, 2, 3, 4]), "B:AQIDBA=="),
    ])
    func `a bound is printed with its type`(value: AttributeValue, text: String) {
        #expect(value.boundText == text)
    }
}
