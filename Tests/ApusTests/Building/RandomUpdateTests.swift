// Random updates of an item: what is built makes the server change what was meant to change.

import Apus
import ApusModel
import Testing

@Suite struct RandomUpdateTests {
    private static let seeds: [UInt64] = [1, .random(in: 0...UInt64.max)]

    @Test(arguments: seeds)
    func `the server changes an item as an update is meant to`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<500 {
            let before = MeantUpdate.item(using: &chance)
            let meant = MeantUpdate(of: before, using: &chance)
            let expressions = try RequestExpressions(update: meant.update)

            let after = try ServiceReading(expressions).updated(before)

            #expect(after == meant.after, "\(expressions) of \(before)")
        }
    }
}

/// An update, and what it is meant to make of an item of numbers, lists, sets and a map of numbers.
private struct MeantUpdate {
    private(set) var update = UpdateExpression()
    private(set) var after: Item
    private let before: Item

    private static let names = ["n.0", "set", "n2", "n3"]

    static func item(using chance: inout SeededChance) -> Item {
        var item = AttributeMap()
        var map = AttributeMap()
        for (place, name) in names.enumerated() {
            if chance.happens(0.6) { item[name] = .number(Number(place)) }
            if chance.happens(0.6) { map[name] = .number(Number(10 + place)) }
        }
        item["m"] = .map(map)
        if chance.happens(0.6) { item["l"] = ["x"] }
        if chance.happens(0.6) { item["s"] = .stringSet(["a", "b"]) }
        return item
    }

    init(of item: Item, using chance: inout SeededChance) {
        (before, after) = (item, item)
        for name in Self.names {
            changeNumber(name, using: &chance)
            changeMember(name, using: &chance)
        }
        changeList(using: &chance)
        changeSet(using: &chance)
        if update.isEmpty { set("always", to: 1) }
    }

    private mutating func set(_ name: String, to value: AttributeValue) {
        update = update.set(DocumentPath(name: name), to: value)
        after[name] = value
    }

    private mutating func changeNumber(_ name: String, using chance: inout SeededChance) {
        let path = DocumentPath(name: name)
        let old = before[name]?.whole
        let (operand, number) = operand(using: &chance)
        switch Int.random(in: 0..<7, using: &chance) {
        case 0: set(name, to: .number(Number(number)))
        case 1:
            update = update.set(path, to: Self.sum(path.ifNotExists(use: 5), operand))
            after[name] = .number(Number((old ?? 5) + number))
        case 2:
            update = update.set(path, to: Self.difference(operand, path.ifNotExists(use: Constant(5))))
            after[name] = .number(Number(number - (old ?? 5)))
        case 3:
            update = Self.set(path, to: operand, by: update)
            after[name] = .number(Number(number))
        case 4:
            update = update.remove(path)
            after[name] = nil
        case 5:
            update = update.add(7, to: path)
            after[name] = .number(Number((old ?? 0) + 7))
        default: break
        }
    }

    /// What is computed with, and what it is before the update.
    private func operand(using chance: inout SeededChance) -> (any UpdateOperand, Int) {
        let number = Int.random(in: -9...9, using: &chance)
        let name = Self.names.randomElement(using: &chance)!
        let path = DocumentPath(name: name)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: return (path.ifNotExists(use: .number(Number(number))), before[name]?.whole ?? number)
        case 1:
            let inner = path.ifNotExists(use: Constant(.number(Number(number))))
            return (DocumentPath(name: "none").ifNotExists(use: inner), before[name]?.whole ?? number)
        case 2: if let old = before[name]?.whole { return (path, old) }
        default: break
        }
        return (Constant(.number(Number(number))), number)
    }

    private mutating func changeMember(_ name: String, using chance: inout SeededChance) {
        let path = DocumentPath(name: "m").member(name)
        guard case .map(let old) = before["m"], case .map(var new) = after["m"] else { return }
        switch Int.random(in: 0..<4, using: &chance) {
        case 0:
            update = update.set(path, to: "new")
            new[name] = "new"
        case 1:
            update = update.remove(path)
            new[name] = nil
        case 2:
            guard let number = old[name]?.whole else { return }
            update = update.set(path, to: path - 1)
            new[name] = .number(Number(number - 1))
        default: break
        }
        after["m"] = .map(new)
    }

    private mutating func changeList(using chance: inout SeededChance) {
        let old: [AttributeValue] = if case .list(let elements) = before["l"] { elements } else { [] }
        switch Int.random(in: 0..<3, using: &chance) {
        case 0:
            update = update.set("l", to: path("l").ifNotExists(use: []).appending([1, 2]))
            after["l"] = .list(old + [1, 2])
        case 1:
            update = update.set("l", to: Constant([1, 2]).appending(path("l").ifNotExists(use: [])))
            after["l"] = .list([1, 2] + old)
        default: break
        }
    }

    private mutating func changeSet(using chance: inout SeededChance) {
        let old: Set<String> = if case .stringSet(let texts) = before["s"] { Set(texts) } else { [] }
        let texts = [["a"], ["b", "c"], ["a", "b"]].randomElement(using: &chance)!
        if chance.happens(0.5) {
            update = update.add(.stringSet(texts), to: "s")
            after["s"] = .stringSet(Array(old.union(texts)))
        } else {
            update = update.delete(.stringSet(texts), from: "s")
            let rest = old.subtracting(texts)
            after["s"] = rest.isEmpty ? nil : .stringSet(Array(rest))
        }
    }

    private static func sum(_ left: some UpdateOperand, _ right: some UpdateOperand) -> UpdateValue { left + right }

    private static func difference(_ left: some UpdateOperand, _ right: some UpdateOperand) -> UpdateValue {
        left - right
    }

    private static func set(_ path: DocumentPath, to operand: some UpdateOperand, by update: UpdateExpression)
        -> UpdateExpression
    {
        update.set(path, to: operand)
    }
}

extension AttributeValue {
    /// The whole number that this value is.
    fileprivate var whole: Int? {
        if case .number(let number) = self { Int("\(number)") } else { nil }
    }
}
