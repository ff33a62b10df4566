// Reads that see one state of several tables.

import ApusModel
import Testing

@testable import Apus

struct TransactionReadTests {
    private struct Customer: Codable, Equatable {
        var id: String
    }

    private static let film = #"{"Item":{"title":{"S":"Metropolis"},"year":{"N":"1927"}}}"#

    @Test func `elements of several types are read at one moment`() async throws {
        let transport = ScriptedTransport([.json(#"{"Responses":[\#(Self.film),{},{"Item":{"id":{"S":"anna"}}}]}"#)])
        let films = StoredFilm.table(transport)
        let customers = Table("customers", of: Customer.self, partitionKey: "id", client: films.client)

        let (film, missing, customer) = try await films.client.read(
            TransactionRead(StoredFilm.key, in: films),
            TransactionRead(.key("M", 1931), in: films),
            TransactionRead(.key("anna"), in: customers)
        )

        #expect(film == .metropolis)
        #expect(missing == nil)
        #expect(customer == Customer(id: "anna"))
        let last = #"{"Get":{"TableName":"customers","Key":{"id":{"S":"anna"}}}}"#
        #expect(transport.bodies[0].hasSuffix(last + "]}"))
    }

    @Test func `any number of elements of one type are read`() async throws {
        let films = StoredFilm.table(ScriptedTransport([.json(#"{"Responses":[{},\#(Self.film)]}"#)]))

        let found = try await films.client.read([2, 1].map { _ in TransactionRead(StoredFilm.key, in: films) })

        #expect(found == [nil, .metropolis])
    }

    @Test(arguments: [0, 101])
    func `no or too many reads are not sent`(count: Int) async throws {
        let transport = ScriptedTransport([.json("{}")])
        let films = StoredFilm.table(transport)
        let reads = Array(repeating: TransactionRead(StoredFilm.key, in: films), count: count)

        await #expect(throws: TransactionError.actionCount(count)) { try await films.client.read(reads) }
        #expect(transport.requests.isEmpty)
    }

    @Test func `an answer of another length makes no sense`() async throws {
        let films = StoredFilm.table(ScriptedTransport([.json(#"{"Responses":[]}"#)]))

        let words = "there is not a response to each read"
        await #expect(throws: TransactionError.failed(.unreadable(words))) {
            try await films.client.read(TransactionRead(StoredFilm.key, in: films))
        }
    }
}
