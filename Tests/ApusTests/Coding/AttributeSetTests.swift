// Sets as properties: how they are stored, and what becomes of empty ones.

import Apus
import ApusModel
import Foundation
import Testing

struct AttributeSetTests {
    private struct Sets: Codable, Equatable {
        @AttributeSet var texts: Set<String> = []
        @AttributeSet var numbers: Set<Int> = []
        @AttributeSet var decimals: Set<Decimal> = []
        @AttributeSet var blobs: Set<Data> = []
        @AttributeSet var ids: Set<UUID> = []
        @AttributeSet var genres: Set<Genre> = []
        @AttributeSet var dates: Set<Date> = []
        var plain: Set<Int> = []
    }

    private static let id = UUID(uuidString: "6F9619FF-8B86-D011-B42D-00C04FC964FF")!
    private static let full = Sets(
        texts: ["a", "b"],
        numbers: [1, 2],
        decimals: [Decimal(string: "0.5")!],
        blobs: [Data([1]), Data([2])],
        ids: [id],
        genres: [.comedy, .drama],
        dates: [Date(timeIntervalSince1970: 1)],
        plain: [7]
    )

    @Test func `a set is stored by the type of its elements`() throws {
        let item = try ItemEncoder(dateStrategy: .secondsSince1970).encode(Self.full)
        let decoded = try ItemDecoder(dateStrategy: .secondsSince1970).decode(Sets.self, from: item)

        #expect(
            item == [
                "texts": .stringSet(["a", "b"]), "numbers": .numberSet([1, 2]), "decimals": .numberSet([0.5]),
                "blobs": .binarySet([[1], [2]]), "ids": .stringSet([Self.id.uuidString]),
                "genres": .stringSet(["comedy", "drama"]), "dates": .numberSet([1]), "plain": [7],
            ]
        )
        #expect(decoded == Self.full)
    }

    @Test(arguments: [NilStrategy.leftOut, .null])
    func `an empty set is left out, and a missing one is empty`(_ strategy: NilStrategy) throws {
        let item = try ItemEncoder(nilStrategy: strategy).encode(Sets())

        #expect(item == ["plain": []])
        #expect(try ItemDecoder().decode(Sets.self, from: item) == Sets())
    }

    @Test func `NULL and an empty list are read as the empty set`() throws {
        let item: Item = ["texts": .null, "numbers": [], "plain": []]

        #expect(try ItemDecoder().decode(Sets.self, from: item) == Sets())
    }

    @Test func `a list is read, too`() throws {
        let item: Item = ["numbers": [1, 2], "plain": .numberSet([3])]

        #expect(try ItemDecoder().decode(Sets.self, from: item) == Sets(numbers: [1, 2], plain: [3]))
    }

    @Test func `an optional set is absent where it is nil or empty`() throws {
        struct Maybe: Codable, Equatable {
            var tags: AttributeSet<Int>?
        }
        let encoder = ItemEncoder()

        #expect(try encoder.encode(Maybe(tags: AttributeSet(wrappedValue: [1]))) == ["tags": .numberSet([1])])
        #expect(try encoder.encode(Maybe(tags: AttributeSet(wrappedValue: []))) == [:])
        #expect(try encoder.encode(Maybe(tags: nil)) == [:])
        #expect(try ItemDecoder().decode(Maybe.self, from: [:]) == Maybe(tags: nil))
    }

    @Test func `elements that no set can hold are refused`() {
        let wanted = "wanted strings, numbers or bytes, and one kind of them in a set"

        #expect(refusal(of: [true]) == "tags: found Bool, \(wanted)")
        #expect(refusal(of: [[1]]) == "tags: found Array<Int>, \(wanted)")
        #expect(refusal(of: [Either.text("a"), .number(1)]) == "tags: found Either, \(wanted)")
        #expect(refusal(of: [Same(1), Same(2)]) == "tags: found elements of one value, wanted a set")
        #expect(
            refusal(of: [Double.nan])
                == "tags[0]: found nan, wanted a number of at most 38 digits, and of magnitude 1E-130 to 9.99E+125"
        )
    }

    private func refusal<Element: Encodable>(of elements: Set<Element>) -> String? {
        #expect(throws: ItemCodingError.self) {
            try ItemEncoder().encode(["tags": AttributeSet(wrappedValue: elements)])
        }?.description
    }

    @Test func `texts that are one to Swift are refused, not lost`() {
        let problem = ItemCodingError.Problem.mismatch(found: "an element twice", wanted: "elements that differ")
        #expect(throws: ItemCodingError(path: "texts", problem: problem)) {
            try ItemDecoder().decode(Sets.self, from: ["texts": .stringSet(["é", "e\u{301}"]), "plain": []])
        }
    }

    @Test func `other coders take the plain set`() throws {
        let data = try JSONEncoder().encode(["tags": AttributeSet(wrappedValue: [5])])

        #expect(String(decoding: data, as: UTF8.self) == #"{"tags":[5]}"#)
        #expect(try JSONDecoder().decode([String: Set<Int>].self, from: data) == ["tags": [5]])
        #expect(try JSONDecoder().decode(Sets.self, from: JSONEncoder().encode(Self.full)) == Self.full)
        #expect(try JSONDecoder().decode(Sets.self, from: Data(#"{"plain":[]}"#.utf8)) == Sets())
    }

    private enum Either: Hashable, Encodable {
        case text(String)
        case number(Int)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    private struct Same: Hashable, Encodable {
        let number: Int

        init(_ number: Int) {
            self.number = number
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode("same")
        }
    }
}
