// Which of several faults in one expression is told.

import ApusExpressions
import ApusModel
import Testing

@Suite struct CheckOrderTests {
    /// Conditions with one fault each, in the order in which the service looks for them.
    private static let conditionFaults = [
        ("((a = :n))", "redundant parentheses"),
        ("foo(a)", "Invalid function name"),
        ("size(a)", "not allowed to be used this way"),
        ("name = :n", "reserved keyword"),
        ("#no = :n", "attribute name used in the document path is not defined"),
        ("a = :no", "attribute value used in expression is not defined"),
        ("begins_with(a)", "Incorrect number of operands"),
        ("a = a", "must be distinct"),
        ("a < :l", "Incorrect operand type"),
    ]

    @Test(arguments: 1..<conditionFaults.count)
    func `a condition tells the fault that is looked for first, wherever it stands`(place: Int) {
        let (first, words) = Self.conditionFaults[place - 1]
        let (second, _) = Self.conditionFaults[place]

        #expect(ServiceError.message { try Condition("\(first) AND \(second)") }?.contains(words) == true)
        #expect(ServiceError.message { try Condition("\(second) OR \(first)") }?.contains(words) == true)
        #expect(ServiceError.message { try KeyCondition("\(second) AND \(first)") }?.contains(words) == true)
    }

    @Test func `a fault of syntax is told before all others`() {
        let message = ServiceError.message { try Condition("((name = :no)) AND") }

        #expect(message == "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"AND\"")
    }

    @Test func `of two faults of one kind the first is told`() {
        let message = ServiceError.message { try Condition("a = :x AND b = :y") }

        #expect(message?.hasSuffix("attribute value: :x") == true)
    }

    /// Clauses of a SET with one fault each, in the order in which the service looks for them.
    private static let updateFaults = [
        ("x1 = name", "reserved keyword"),
        ("x2 = foo(a)", "Invalid function name"),
        ("x3 = #no", "attribute name used in the document path is not defined"),
        ("x4 = :no", "attribute value used in expression is not defined"),
        ("o = :n, o.p = :n", "overlap"),
        ("c.d = :n, c[0] = :n", "conflict"),
        ("x5 = if_not_exists(a)", "Incorrect number of operands"),
        ("x6 = :s + :n", "Incorrect operand type"),
        ("x7 = size(a)", "not allowed in an update expression"),
    ]

    @Test(arguments: 1..<updateFaults.count)
    func `an update tells the fault that is looked for first, wherever it stands`(place: Int) {
        let (first, words) = Self.updateFaults[place - 1]
        let (second, _) = Self.updateFaults[place]

        #expect(ServiceError.message { try Update("SET \(first), \(second)") }?.contains(words) == true)
        #expect(ServiceError.message { try Update("SET \(second), \(first)") }?.contains(words) == true)
    }

    @Test(arguments: [
        ("SET a = foo(b) SET c = :n", "Invalid function name"),
        ("SET a = :n SET c = #no", "section can only be used once"),
    ])
    func `a repeated section stands between unknown functions and undefined names`(text: String, words: String) {
        #expect(ServiceError.message { try Update(text) }?.contains(words) == true)
    }

    @Test(arguments: [
        ("name, #no", "reserved keyword"), ("#no, name", "reserved keyword"), ("a, a, #no", "is not defined"),
        ("b.c, b[0], a, a", "overlap"),
    ])
    func `a projection tells the fault that is looked for first`(text: String, words: String) {
        #expect(ServiceError.message { try Projection(text) }?.contains(words) == true)
    }
}
