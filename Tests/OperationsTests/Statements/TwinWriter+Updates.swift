// Actions of updates by chance, in both languages.

import ApusModel

extension TwinWriter {
    /// Several actions, each on another attribute of the shape that is no key of the table.
    mutating func update(of shape: PlainShape) -> Twin {
        let names = (SeededGenerator.plainNames + shape.looseKeys.map(\.name)).shuffled(using: &generator)
        var sections: [Section: [Twin]] = [:]
        for name in names.prefix(Int.random(in: 1...3, using: &generator)) {
            let section = generator.pick([Section.set, .set, .remove, .add, .delete])
            sections[section, default: []].append(Twin(statement: name, expression: ""))
        }
        var clauses: [Twin] = []
        for section in [Section.set, .remove, .add, .delete] {
            guard let targets = sections[section]?.map(\.statement) else { continue }
            clauses.append(clause(section, targets, of: shape))
        }
        return Self.joined(clauses, by: " ")
    }

    private enum Section: String {
        case set = "SET"
        case remove = "REMOVE"
        case add = "ADD"
        case delete = "DELETE"
    }

    private mutating func clause(_ section: Section, _ names: [String], of shape: PlainShape) -> Twin {
        switch section {
        case .set:
            let actions = Self.joined(names.map { assignment(to: $0, of: shape) }, by: ", ")
            return Twin(statement: "SET \(actions.statement)", expression: "SET \(actions.expression)")
        case .remove:
            let paths = Self.joined(names.map { path($0) }, by: ", ")
            return Twin(statement: "REMOVE \(paths.statement)", expression: "REMOVE \(paths.expression)")
        case .add, .delete:
            let function = section == .add ? "set_add" : "set_delete"
            let parts = names.map { name in
                let path = self.path(name)
                let elements = value(generator.pick([.stringSet(["x", "new"]), .numberSet([1, 12])]))
                return Twin(
                    statement: "SET \(path.statement) = \(function)(\(path.statement), \(elements.statement))",
                    expression: "\(path.expression) \(elements.expression)"
                )
            }
            return Twin(
                statement: parts.map(\.statement).joined(separator: " "),
                expression: "\(section.rawValue) \(parts.map(\.expression).joined(separator: ", "))"
            )
        }
    }

    private mutating func assignment(to name: String, of shape: PlainShape) -> Twin {
        let target = path(name)
        if let key = shape.looseKeys.first(where: { $0.name == name }) {
            return Self.joined([target, value(generator.looseKeyValue(of: key))], by: " = ")
        }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0,
            1 where name == "n":
            let sum = Self.joined(
                [path(name), value(.number(generator.amount()))],
                by: generator.pick([" + ", " - "])
            )
            return Self.joined([target, sum], by: " = ")
        case 2:
            let fallback = call("if_not_exists", target, value(generator.attributeValue(of: name)))
            return Self.joined([target, fallback], by: " = ")
        case 3:
            let list = call("if_not_exists", target, value([]))
            return Self.joined([target, call("list_append", list, value([1, "x"]))], by: " = ")
        case 4: return Self.joined([target, path("b")], by: " = ")
        default: return Self.joined([target, value(generator.attributeValue(of: name))], by: " = ")
        }
    }

    private func call(_ function: String, _ first: Twin, _ second: Twin) -> Twin {
        let arguments = Self.joined([first, second], by: ", ")
        return Twin(
            statement: "\(function)(\(arguments.statement))",
            expression: "\(function)(\(arguments.expression))"
        )
    }
}
