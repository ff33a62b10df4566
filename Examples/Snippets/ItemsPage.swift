// The code of the page about items.

import ApusTesting
import Foundation
import Testing

struct Ticket: Codable, Equatable {
    var id: UUID
    var price: Decimal
    var soldAt: Date
    var seats: [String: Int]
    @AttributeSet var tags: Set<String> = []
    @AttributeBytes var code: [UInt8] = []
    var rest: AttributeValue?
}

struct ItemsPage {
    @Test func `values are literals, or made of what is there`() {
        let count = 3
        let item: Item = [
            "title": "Metropolis",
            "year": 1927,
            "isSilent": true,
            "roles": ["Maria", "Freder"],
            "info": ["minutes": 153],
            "copies": .number(Number(count)),
        ]
        let title = item["title"]?.asString
        let copies = item["copies"]?.asInt

        #expect(title == "Metropolis" && copies == 3)
    }

    @Test func `a type becomes an item and comes back`() throws {
        let ticket = Ticket(
            id: UUID(),
            price: Decimal(string: "9.99") ?? 0,
            soldAt: Date(timeIntervalSince1970: 1_772_000_000),
            seats: ["row": 3],
            tags: ["late", "reduced"],
            code: [1, 2, 3],
            rest: ["anything": "as it is"]
        )
        let encoder = ItemEncoder(dateStrategy: .secondsSince1970)
        let decoder = ItemDecoder(dateStrategy: .secondsSince1970)
        let item = try encoder.encode(ticket)
        let same = try decoder.decode(Ticket.self, from: item)

        #expect(same == ticket)
        #expect(item["soldAt"] == 1_772_000_000)
    }
}
