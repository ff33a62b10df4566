// That items are read strictly, and what is said of those that do not fit.

import Apus
import ApusModel
import Foundation
import Testing

struct ItemDecoderTests {
    struct Misfit: Sendable, CustomTestStringConvertible {
        let message: String
        private let decode: @Sendable () throws -> Void

        var testDescription: String { message }

        init<Value: Decodable & SendableMetatype>(_ type: Value.Type, _ value: AttributeValue, _ message: String) {
            self.message = message
            decode = { _ = try ItemDecoder().decodeValue(type, from: value) }
        }

        func foundMessage() -> String {
            do {
                try decode()
                return "decoded"
            } catch {
                return "\(error)"
            }
        }
    }

    private static let overlongFraction = Number(exactly: "1e-130")!
    private static let large = Number(exactly: "1e39")!

    private static let misfits: [Misfit] = [
        Misfit(String.self, 12, "found the number 12 (N), wanted a string (S)"),
        Misfit(Bool.self, "true", "found a string (S), wanted true or false (BOOL)"),
        Misfit(Int.self, "12", "found a string (S), wanted a whole number from \(Int.min) to \(Int.max) (N)"),
        Misfit(Int8.self, 1.5, "found the number 1.5 (N), wanted a whole number from -128 to 127 (N)"),
        Misfit(Int8.self, 128, "found the number 128 (N), wanted a whole number from -128 to 127 (N)"),
        Misfit(Int8.self, -129, "found the number -129 (N), wanted a whole number from -128 to 127 (N)"),
        Misfit(UInt8.self, -1, "found the number -1 (N), wanted a whole number from 0 to 255 (N)"),
        Misfit(
            UInt128.self,
            .number(large),
            "found the number \(large) (N), wanted a whole number from 0 to \(UInt128.max) (N)"
        ),
        Misfit(Double.self, true, "found true (BOOL), wanted a number (N)"),
        Misfit(
            Float.self,
            .number(large),
            "found the number \(large) (N), wanted a number from -3.4028235e+38 to 3.4028235e+38 (N)"
        ),
        Misfit(
            Decimal.self,
            .number(overlongFraction),
            "found the number \(overlongFraction) (N), wanted a number with at most 128 digits after its point (N)"
        ),
        Misfit(Number.self, .numberSet([1]), "found a number set (NS), wanted a number (N)"),
        Misfit(Data.self, [1], "found a list (L), wanted binary (B)"),
        Misfit(AttributeBytes.self, .null, "found NULL, wanted binary (B)"),
        Misfit(AttributeMap.self, .binarySet([[1]]), "found a binary set (BS), wanted a map (M)"),
        Misfit(UUID.self, "12", "found a string (S), wanted a UUID (S)"),
        Misfit(URL.self, "", "found a string (S), wanted a URL (S)"),
        Misfit(Date.self, "today", "found a string (S), wanted a date like 2026-03-01T10:15:00.000Z (S)"),
        Misfit([Int].self, ["a": 1], "found a map (M), wanted a list or a set (L, SS, NS, BS)"),
        Misfit(Film.self, .stringSet(["a"]), "found a string set (SS), wanted a map (M)"),
        Misfit([Tree].self, [["name": "a"]], "[0].parts: found nothing, wanted a value for Array<Tree>"),
        Misfit([Tree].self, [["parts": []]], "[0].name: found nothing, wanted a string (S)"),
        Misfit(
            [String: [Film.Rating]].self,
            ["films": [["stars": 1], ["stars": true]]],
            "films[1].stars: found true (BOOL), wanted a whole number from \(Int.min) to \(Int.max) (N)"
        ),
        Misfit(Genre.self, "jazz", "Cannot initialize Genre from invalid String value jazz"),
        Misfit([Genre: Int].self, ["jazz": 1], "jazz: Genre has no value jazz"),
        Misfit([String: Int].self, ["é": 1, "e\u{301}": 2], "found two names for one key, wanted keys that differ"),
        Misfit([Int: Int].self, ["1": 1, "01": 2], "found two names for one key, wanted keys that differ"),
        Misfit(Set<String>.self, .stringSet(["é", "e\u{301}"]), "found an element twice, wanted elements that differ"),
        Misfit(
            Set<Float>.self,
            .numberSet([16_777_216, 16_777_217]),
            "found an element twice, wanted elements that differ"
        ),
        Misfit([Pair].self, [[1]], "[0][1]: found the end of the list, wanted a string (S)"),
        Misfit([Refusing].self, [""], "[0]: not today"),
        Misfit(Dog.self, ["tricks": []], "super: found nothing, wanted an attribute"),
    ]

    @Test(arguments: misfits)
    func `what does not fit is refused with its path`(_ misfit: Misfit) {
        #expect(misfit.foundMessage() == misfit.message)
    }

    @Test func `an error tells path and problem apart`() {
        let problem = ItemCodingError.Problem.mismatch(
            found: "the number 300 (N)",
            wanted: "a whole number from 0 to 255 (N)"
        )
        #expect(throws: ItemCodingError(path: "sizes[1]", problem: problem)) {
            try ItemDecoder().decode([String: [UInt8]].self, from: ["sizes": [3, 300]])
        }
    }

    @Test func `a set of DynamoDB is read as an array or a set`() throws {
        let decoder = ItemDecoder()

        #expect(try decoder.decodeValue([String].self, from: .stringSet(["b", "a"])) == ["b", "a"])
        #expect(try decoder.decodeValue(Set<Int>.self, from: .numberSet([2, 1])) == [1, 2])
        #expect(try decoder.decodeValue([Data].self, from: .binarySet([[1]])) == [Data([1])])
    }

    @Test func `a Double is the nearest one to a number of more digits`() throws {
        let number = try #require(Number(exactly: "0.10000000000000000000000000000000000001"))

        #expect(try ItemDecoder().decodeValue(Double.self, from: .number(number)) == 0.1)
        #expect(try ItemDecoder().decodeValue(Float.self, from: .number(number)) == 0.1)
    }

    @Test func `a type may try one form after the other`() throws {
        let values: [AttributeValue] = ["a", 1, ["name": "b", "parts": []]]

        let decoded = try values.map { try ItemDecoder().decodeValue(Choice.self, from: $0) }

        #expect(decoded == [.text("a"), .number(1), .tree(Tree(name: "b", parts: []))])
    }

    @Test func `attributes that no property asks for do not matter`() throws {
        let item: Item = ["parts": [], "other": .null, "name": "a"]

        #expect(try ItemDecoder().decode(Tree.self, from: item) == Tree(name: "a", parts: []))
    }

    private struct Pair: Decodable {
        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            _ = try container.decode(Int.self)
            _ = try container.decode(String.self)
        }
    }

    private enum Choice: Decodable, Equatable {
        case text(String)
        case number(Int)
        case tree(Tree)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                self = .text(try container.decode(String.self))
            } catch DecodingError.typeMismatch {
                if let number = try? container.decode(Int.self) {
                    self = .number(number)
                } else {
                    self = .tree(try container.decode(Tree.self))
                }
            }
        }
    }
}
