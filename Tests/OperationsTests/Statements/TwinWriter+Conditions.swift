// Conditions by chance, in both languages.

import ApusModel

extension TwinWriter {
    private static let comparators = ["=", "<>", "<", "<=", ">", ">="]

    /// A condition on attributes of these names.
    mutating func condition(on names: [String], depth: Int = 2) -> Twin {
        guard depth > 0, generator.happens(percent: 45) else { return test(of: generator.pick(names)) }
        let left = condition(on: names, depth: depth - 1).enclosed
        if generator.happens(percent: 20) {
            return Twin(statement: "NOT \(left.statement)", expression: "NOT \(left.expression)", isJunction: true)
        }
        let right = condition(on: names, depth: depth - 1).enclosed
        var whole = Self.joined([left, right], by: generator.pick([" AND ", " OR "]))
        whole.isJunction = true
        return whole
    }

    private mutating func test(of name: String) -> Twin {
        let path = name == "m" && generator.happens(percent: 60) ? self.path(name, "x") : self.path(name)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: return between(path, generator.attributeValue(of: name), generator.attributeValue(of: name))
        case 1: return isOneOf(path, (0..<3).map { _ in generator.attributeValue(of: name) })
        case 2: return call("begins_with", path, generator.pick(["x", "", "to"]))
        case 3: return call("contains", path, generator.pick(["x", "tom", 1, ["long name": 1]]))
        case 4:
            let size = Twin(statement: "size(\(path.statement))", expression: "size(\(path.expression))")
            return comparison(size, .number(Number(generator.pick([0, 1, 2, 100]))))
        case 5:
            return Twin(
                statement: "\(path.statement) IS MISSING",
                expression: "attribute_not_exists(\(path.expression))"
            )
        case 6:
            return Twin(
                statement: "\(path.statement) IS NOT MISSING",
                expression: "attribute_exists(\(path.expression))"
            )
        case 7: return call("attribute_type", path, generator.pick(["S", "N", "M", "NULL"]))
        default: return comparison(path, generator.attributeValue(of: name))
        }
    }

    private mutating func comparison(_ left: Twin, _ value: AttributeValue) -> Twin {
        Self.joined([left, self.value(value)], by: " \(generator.pick(Self.comparators)) ")
    }

    /// What a Query may ask of a sort key attribute.
    mutating func range(of key: PlainKey) -> Twin {
        let path = self.path(key.name)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return between(path, generator.keyValue(of: key), generator.keyValue(of: key))
        case 1 where key.type != .number: return call("begins_with", path, generator.keyValue(of: key))
        case 2: return Self.joined([value(generator.keyValue(of: key)), path], by: generator.pick([" < ", " >= "]))
        default:
            return Self.joined(
                [path, value(generator.keyValue(of: key))],
                by: generator.pick([" < ", " <= ", " > ", " >= "])
            )
        }
    }

    /// An attribute that has one value.
    mutating func equality(_ name: String, _ value: AttributeValue) -> Twin {
        Self.joined([path(name), self.value(value)], by: " = ")
    }

    mutating func between(_ path: Twin, _ lower: AttributeValue, _ upper: AttributeValue) -> Twin {
        let bounds = Self.joined([value(lower), value(upper)], by: " AND ")
        return Self.joined([path, bounds], by: " BETWEEN ")
    }

    private mutating func isOneOf(_ path: Twin, _ values: [AttributeValue]) -> Twin {
        let list = Self.joined(values.map { value($0) }, by: ", ")
        return Twin(
            statement: "\(path.statement) IN [\(list.statement)]",
            expression: "\(path.expression) IN (\(list.expression))"
        )
    }

    private mutating func call(_ function: String, _ path: Twin, _ value: AttributeValue) -> Twin {
        let arguments = Self.joined([path, self.value(value)], by: ", ")
        return Twin(
            statement: "\(generator.pick([function, function.uppercased()]))(\(arguments.statement))",
            expression: "\(function)(\(arguments.expression))"
        )
    }
}
