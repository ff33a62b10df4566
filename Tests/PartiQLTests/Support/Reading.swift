// Shorthands that the tests of statements share.

import ApusExpressions
import ApusModel
import ApusPartiQL
import Testing

/// Statements read for a test.
enum Reading {
    static func select(_ text: String, _ parameters: [AttributeValue] = []) throws -> SelectStatement {
        guard case .select(let select) = try Statement(parsing: text, parameters: parameters) else {
            throw WrongStatement(text: text)
        }
        return select
    }

    /// The condition of a SELECT.
    static func condition(_ text: String, _ parameters: [AttributeValue] = []) throws -> Predicate {
        try #require(try select("SELECT * FROM Cats WHERE \(text)", parameters).condition)
    }

    static func update(_ text: String, _ parameters: [AttributeValue] = []) throws -> UpdateStatement {
        guard case .update(let update) = try Statement(parsing: text, parameters: parameters) else {
            throw WrongStatement(text: text)
        }
        return update
    }

    /// The actions of an UPDATE.
    static func actions(_ clauses: String, _ parameters: [AttributeValue] = []) throws -> [UpdateAction] {
        try update("UPDATE Cats \(clauses) WHERE id = 'tom'", parameters).update.actions
    }

    static func insert(_ value: String, _ parameters: [AttributeValue] = []) throws -> Item {
        let text = "INSERT INTO Cats VALUE \(value)"
        guard case .insert(let insert) = try Statement(parsing: text, parameters: parameters) else {
            throw WrongStatement(text: text)
        }
        return insert.item
    }

    /// The service's words for a refusal of a statement; nil where it is read.
    static func refusal(of text: String, _ parameters: [AttributeValue] = []) -> String? {
        do throws(ServiceError) {
            _ = try Statement(parsing: text, parameters: parameters)
            return nil
        } catch {
            return error.code == .validation ? error.message : "\(error.code)"
        }
    }
}

/// A statement of another kind than a test has written.
struct WrongStatement: Error {
    let text: String
}

/// The path of a top-level attribute, or of what lies in it.
func path(_ elements: AttributePath.Element...) -> AttributePath {
    AttributePath(elements)
}

extension Operand {
    static func attribute(_ name: String) -> Operand { .path(AttributePath(name: name)) }
}

extension AttributePath.Element: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .name(value) }
    public init(integerLiteral value: Int) { self = .index(value) }
}
