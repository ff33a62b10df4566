// What items become by legacy updates, and which are refused.

import ApusExpressions
import ApusModel
import Testing

@Suite struct LegacyUpdateTests {
    private typealias Case = (before: Item, action: AttributeAction, value: AttributeValue?, after: Item)

    private static let cases: [Case] = [
        ([:], .put, 1, ["a": 1]),
        (["a": "x", "b": 1], .put, 1, ["a": 1, "b": 1]),
        (["a": 1], .put, .null, ["a": .null]),
        (["a": 1, "b": 1], .delete, Optional.none, ["b": 1]),
        (["b": 1], .delete, Optional.none, ["b": 1]),
        (["a": .stringSet(["x", "y"])], .delete, .stringSet(["x"]), ["a": .stringSet(["y"])]),
        (["a": .stringSet(["x"])], .delete, .stringSet(["x", "y"]), [:]),
        (["b": 1], .delete, .numberSet([1]), ["b": 1]),
        ([:], .add, 5, ["a": 5]),
        (["a": 1], .add, 5, ["a": 6]),
        (["a": 1], .add, -5, ["a": -4]),
        ([:], .add, .numberSet([1]), ["a": .numberSet([1])]),
        (["a": .binarySet([[1]])], .add, .binarySet([[1], [2]]), ["a": .binarySet([[1], [2]])]),
        ([:], .add, ["x"], ["a": ["x"]]),
        (["a": ["x"]], .add, ["x", 1], ["a": ["x", "x", 1]]),
    ]

    @Test(arguments: cases.indices)
    func `an action changes its attribute`(index: Int) throws {
        let (before, action, value, after) = Self.cases[index]

        let update = try #require(try Self.update(action, value))

        #expect(try update.applied(to: before, exists: true) == after)
    }

    @Test func `several attributes change together`() throws {
        let update = try #require(
            try Update([
                LegacyUpdate(attributeName: "a.b", action: .put, value: "x"),
                LegacyUpdate(attributeName: "n", action: .add, value: 1),
                LegacyUpdate(attributeName: "gone", action: .delete, value: Optional.none),
            ])
        )

        #expect(
            try update.applied(to: ["n": 1, "gone": 1, "a": ["b": 1]], exists: true) == [
                "n": 2, "a": ["b": 1], "a.b": "x",
            ]
        )
        #expect(update.form == .attributeUpdates)
        #expect(update.targets.map(\.description) == ["[a.b]", "[n]", "[gone]"])
    }

    @Test func `no updates are none`() throws {
        #expect(try Update([LegacyUpdate]()) == nil)
    }

    @Test(
        arguments: [
            (.put, 1, true), (.add, 1, true), (.add, ["x"], true), (.delete, Optional.none, false),
            (.delete, .stringSet(["a"]), false),
        ] as [(AttributeAction, AttributeValue?, Bool)]
    )
    func `putting and adding create an item, deleting does not`(
        action: AttributeAction,
        value: AttributeValue?,
        creates: Bool
    ) throws {
        #expect(try Self.update(action, value)?.createsItem == creates)
    }

    @Test(
        arguments: [
            ("x", .add, 1), (1, .add, .numberSet([1])), (.stringSet(["x"]), .add, .numberSet([1])), (1, .add, ["x"]),
            (["x"], .add, 1), (.stringSet(["x"]), .add, ["x"]), (1, .delete, .numberSet([1])),
            (.stringSet(["x"]), .delete, .numberSet([1])),
        ] as [(AttributeValue, AttributeAction, AttributeValue)]
    )
    func `an attribute is of the type that is added or taken out`(
        old: AttributeValue,
        action: AttributeAction,
        value: AttributeValue
    ) throws {
        let update = try #require(try Self.update(action, value))

        #expect(
            ServiceError.message { try update.applied(to: ["a": old], exists: true) }
                == "Type mismatch for attribute to update"
        )
    }

    @Test(
        arguments: [
            (.put, Optional.none, "Only DELETE action is allowed when no attribute value is specified"),
            (.add, Optional.none, "Only DELETE action is allowed when no attribute value is specified"),
            (.delete, "x", "DELETE action with value is not supported for the type S"),
            (.delete, 1, "DELETE action with value is not supported for the type N"),
            (.delete, ["x"], "DELETE action with value is not supported for the type L"),
            (.add, "x", "ADD action is not supported for the type S"),
            (.add, ["m": 1], "ADD action is not supported for the type M"),
            (.add, .null, "ADD action is not supported for the type NULL"),
        ] as [(AttributeAction, AttributeValue?, String)]
    )
    func `a value goes with its action`(action: AttributeAction, value: AttributeValue?, fault: String) {
        #expect(
            ServiceError.message { try Self.update(action, value) as Any }
                == "One or more parameter values were invalid: \(fault)"
        )
    }

    @Test func `an attribute has a name, and is not part of the key`() throws {
        let schema = KeySchema(partition: KeyAttribute(name: "a", type: .string))
        let update = try #require(try Self.update(.delete, Optional.none))

        #expect(
            ServiceError.message {
                try Update([LegacyUpdate(attributeName: "", action: .put, value: 1)]) as Any
            } == "Empty attribute name"
        )
        #expect(
            ServiceError.message { try update.requireNoKey(of: schema) }
                == "One or more parameter values were invalid: "
                + "Cannot update attribute a. This attribute is part of the key"
        )
    }

    @Test(arguments: [(2_000, true), (2_001, false)])
    func `updates have a limit`(count: Int, isTaken: Bool) {
        let updates = (0..<count).map { LegacyUpdate(attributeName: "a\($0)", action: .put, value: 1) }

        let update = try? Update(updates)

        #expect((update != nil) == isTaken)
    }

    private static func update(
        _ action: AttributeAction,
        _ value: AttributeValue?
    ) throws(ServiceError) -> Update? {
        try Update([LegacyUpdate(attributeName: "a", action: action, value: value)])
    }
}
