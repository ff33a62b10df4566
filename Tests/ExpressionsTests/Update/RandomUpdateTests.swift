// Random updates of a list, a map and single attributes, held against a simple model.

import ApusExpressions
import ApusModel
import Testing

@Suite struct RandomUpdateTests {
    private static let seeds: [UInt64] = [1, .random(in: 0...UInt64.max)]

    @Test(arguments: seeds)
    func `an update does to each place what it says`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var model = UpdateModel(using: &generator)
            let before = model.item
            let text = model.change(using: &generator)

            let after = try Update(text).applied(to: before, exists: true)

            #expect(after == model.item, "\(text)")
        }
    }
}

/// An item of a list, a map and single attributes, and the plainest way to change it.
private struct UpdateModel {
    private var list: [AttributeValue]
    private var map: [String: AttributeValue] = [:]
    private var single: [String: AttributeValue] = [:]

    private static let names = ["x1", "x2", "x3", "x4"]

    init(using generator: inout SeededGenerator) {
        list = (0..<Int.random(in: 0...5, using: &generator)).map { AttributeValue.number(Number(100 + $0)) }
        for (place, name) in Self.names.enumerated() {
            if Bool.random(using: &generator) { map[name] = .number(Number(200 + place)) }
            if Bool.random(using: &generator) { single[name] = .number(Number(300 + place)) }
        }
    }

    var item: Item {
        var item: Item = ["l": .list(list), "m": .map(Item(map.map { ($0.key, $0.value) }))]
        for (name, value) in single { item[name] = value }
        return item
    }

    /// Changes the model, and answers the expression that says so.
    mutating func change(using generator: inout SeededGenerator) -> String {
        var sets: [String] = ["always = :one"]
        var removals: [String] = []
        var additions: [String] = []
        changeList(&sets, &removals, using: &generator)
        for name in Self.names {
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                sets.append("m.\(name) = :n")
                map[name] = 5
            case 1:
                removals.append("m.\(name)")
                map[name] = Optional.none
            case 2:
                additions.append("\(name) :n")
                single[name] = single[name].map(Self.plusFive) ?? 5
            default: break
            }
        }
        single["always"] = 1
        let sections = [("SET", sets), ("REMOVE", removals), ("ADD", additions)].filter { !$0.1.isEmpty }
        return sections.shuffled(using: &generator).map { section, actions in
            "\(section) \(actions.shuffled(using: &generator).joined(separator: ", "))"
        }.joined(separator: " ")
    }

    private mutating func changeList(
        _ sets: inout [String],
        _ removals: inout [String],
        using generator: inout SeededGenerator
    ) {
        var slots = list.map(Optional.some)
        for index in 0..<list.count + 3 {
            switch Int.random(in: 0..<3, using: &generator) {
            case 0:
                sets.append("l[\(index)] = :s")
                if index < list.count { slots[index] = "m" } else { slots.append("m") }
            case 1:
                removals.append("l[\(index)]")
                if index < list.count { slots[index] = Optional.none }
            default: break
            }
        }
        list = slots.compactMap(\.self)
    }

    private static func plusFive(_ value: AttributeValue) -> AttributeValue {
        guard case .number(let number) = value, let sum = try? number.adding(5) else { return value }
        return .number(sum)
    }
}
