// Keys and indexes as words of a command.

import Apus
import ApusModel
import ArgumentParser
import Foundation

/// Key attributes with their types: `title:S,year:N`, of which the second, the sort key, may be left out.
struct KeyText: Equatable, Sendable {
    let attributes: [KeyAttribute]

    /// - Throws: `ValidationError` for text that is no one or two attributes.
    init(_ text: String) throws {
        attributes = try text.split(separator: ",", omittingEmptySubsequences: false).map(Self.attribute)
        guard (1...2).contains(attributes.count) else {
            throw ValidationError("\"\(text)\" is no key; a key is like title:S or title:S,year:N")
        }
    }

    // An attribute's name may have a colon, its type has none.
    private static func attribute(_ text: Substring) throws -> KeyAttribute {
        let colon = text.lastIndex(of: ":")
        let type = colon.flatMap { KeyAttributeType(rawValue: text[text.index(after: $0)...].uppercased()) }
        guard let colon, let type, colon > text.startIndex else {
            throw ValidationError("\"\(text)\" is no key attribute; one is a name and S, N or B, like title:S")
        }
        return KeyAttribute(name: String(text[..<colon]), type: type)
    }
}

/// An index: its name, its key and what it holds, as `name:attribute:S[,attribute:N][:keys|:all|:include=a,b]`.
struct IndexText: Equatable, Sendable {
    let name: String
    let key: KeyText
    let projection: Projection

    /// - Throws: `ValidationError` for text of another form.
    init(_ text: String) throws {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else {
            throw ValidationError("\"\(text)\" is no index; one is like byYear:year:N,title:S:keys")
        }
        name = String(text[..<colon])
        let (key, projection) = Self.parts(text[text.index(after: colon)...])
        self.key = try KeyText(String(key))
        self.projection = projection
    }

    private static func parts(_ text: Substring) -> (key: Substring, Projection) {
        if let mark = text.range(of: ":include=") {
            let names = text[mark.upperBound...].split(separator: ",").map(String.init)
            return (text[..<mark.lowerBound], Projection(projectionType: .include, nonKeyAttributes: names))
        }
        for (mark, type) in [(":keys", ProjectionType.keysOnly), (":all", .all)] where text.hasSuffix(mark) {
            return (text.dropLast(mark.count), Projection(projectionType: type))
        }
        return (text, Projection(projectionType: .all))
    }
}

/// Capacity units for reading and for writing: `10,5`.
struct CapacityText: Equatable, Sendable {
    let throughput: ProvisionedThroughput

    /// - Throws: `ValidationError` for text that is no two whole numbers above zero.
    init(_ text: String) throws {
        let units = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard units.count == 2, units.allSatisfy({ $0 > 0 }) else {
            throw ValidationError("\"\(text)\" is no capacity; give units for reading and for writing, like 10,5")
        }
        throughput = ProvisionedThroughput(readCapacityUnits: units[0], writeCapacityUnits: units[1])
    }
}
