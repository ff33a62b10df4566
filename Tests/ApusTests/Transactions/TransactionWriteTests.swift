// Writes that happen all or not at all.

import ApusModel
import Testing

@testable import Apus

struct TransactionWriteTests {
    private static func sale(_ films: Table<StoredFilm>) throws -> TransactionWrite {
        try TransactionWrite(token: "t")
            .update(StoredFilm.key, in: films, by: UpdateExpression().add(-1, to: "stock"), if: path("stock") > 0)
            .put(["id": "o1"], in: "orders", if: path("id").doesNotExist)
            .check(["id": "anna"], in: "customers", path("isBlocked") != true)
            .delete(["id": "b1"], in: "baskets")
    }

    @Test func `actions are sent in their order, and ask for the items as they are`() async throws {
        let transport = ScriptedTransport([.json(#"{"ConsumedCapacity":[{"TableName":"films","CapacityUnits":4}]}"#)])

        let capacity = try await DynamoDBClient(scripted: transport).write(Self.sale(StoredFilm.table(transport)))

        #expect(capacity.map(\.capacityUnits) == [4])
        let asked = #""ReturnValuesOnConditionCheckFailure":"ALL_OLD""#
        let update =
            #"{"Update":{"TableName":"films","Key":{"title":{"S":"Metropolis"},"year":{"N":"1927"}},"#
            + ##""UpdateExpression":"ADD #0 :0","ConditionExpression":"#0 > :1","##
            + ##""ExpressionAttributeNames":{"#0":"stock"},"##
            + #""ExpressionAttributeValues":{":0":{"N":"-1"},":1":{"N":"0"}},\#(asked)}}"#
        let put =
            ##"{"Put":{"TableName":"orders","Item":{"id":{"S":"o1"}},"ConditionExpression":"attribute_not_exists(#0)","##
            + ##""ExpressionAttributeNames":{"#0":"id"},\##(asked)}}"##
        let check =
            #"{"ConditionCheck":{"TableName":"customers","Key":{"id":{"S":"anna"}},"#
            + ##""ConditionExpression":"#0 <> :0","ExpressionAttributeNames":{"#0":"isBlocked"},"##
            + #""ExpressionAttributeValues":{":0":{"BOOL":true}},\#(asked)}}"#
        let delete = #"{"Delete":{"TableName":"baskets","Key":{"id":{"S":"b1"}},\#(asked)}}"#
        let items = [update, put, check, delete]
        for item in items { #expect(transport.bodies[0].contains(item)) }
        let starts = items.compactMap { transport.bodies[0].range(of: $0)?.lowerBound }
        #expect(starts == starts.sorted())
        #expect(transport.bodies[0].contains(#""ClientRequestToken":"t""#))
    }

    @Test func `a transaction that is sent again has the same token, and another has another`() async throws {
        let transport = ScriptedTransport([.failure("reset"), .json("{}"), .json("{}"), .json("{}")])
        let client = DynamoDBClient(scripted: transport)
        let first = try TransactionWrite().delete(["id": "x"], in: "things")
        let second = try TransactionWrite().delete(["id": "x"], in: "things")

        try await client.write(first)
        try await client.write(first)
        try await client.write(second)

        #expect(Set(transport.bodies[..<3]).count == 1)
        #expect(transport.bodies[3] != transport.bodies[0])
    }

    @Test func `elements are put, saved, checked and deleted`() throws {
        let films = StoredFilm.table(ScriptedTransport([]), versioned: true)
        let film = StoredFilm(title: "Metropolis", year: 1927, version: 7)

        let actions = try TransactionWrite()
            .put(film, in: films)
            .save(film, in: films)
            .update(StoredFilm.key, in: films, by: UpdateExpression().remove("rating"))
            .check(StoredFilm.key, in: films, path("title").exists)
            .delete(StoredFilm.key, in: films)
            .actions

        #expect(actions[0].put?.item["version"] == 7)
        #expect(actions[0].put?.conditionExpression == nil)
        #expect(actions[1].put?.item["version"] == 8)
        #expect(actions[1].put?.expressionAttributeValues == [":0": 7])
        #expect(actions[2].update?.expressionAttributeNames == ["#0": "rating", "#1": "version"])
        #expect(actions[3].conditionCheck?.key == ["title": "Metropolis", "year": 1927])
        #expect(actions[4].delete?.key == ["title": "Metropolis", "year": 1927])
    }

    @Test(arguments: [0, 101])
    func `a transaction of no or too many actions is not sent`(count: Int) async throws {
        let transport = ScriptedTransport([.json("{}")])
        var transaction = TransactionWrite()
        for number in 0..<count { transaction = try transaction.delete(["id": .number(Number(number))], in: "things") }

        await #expect(throws: TransactionError.actionCount(count)) {
            try await DynamoDBClient(scripted: transport).write(transaction)
        }
        #expect(transport.requests.isEmpty)
    }
}
