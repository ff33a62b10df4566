// Keys and indexes out of words.

import Apus
import ApusModel
import ArgumentParser
import Testing

@testable import ApusCommand

struct KeyTextTests {
    @Test(arguments: [("title:S,year:N", "title:S,year:N"), ("id:b", "id:B"), ("a:b:S", "a:b:S")])
    func `a key is one or two attributes with their types`(text: String, meant: String) throws {
        let key = try KeyText(text)

        #expect(key.attributes.map { "\($0.name):\($0.type.rawValue)" }.joined(separator: ",") == meant)
    }

    @Test(arguments: ["", "title", "title:X", ":S", "a:S,", "a:S,b:S,c:S"])
    func `other text is no key`(text: String) {
        #expect(throws: ValidationError.self) { try KeyText(text) }
    }

    @Test(arguments: [
        ("byYear:year:N", Projection(projectionType: .all)), ("byYear:year:N:all", Projection(projectionType: .all)),
        ("byYear:year:N:keys", Projection(projectionType: .keysOnly)),
        ("byYear:year:N:include=a,b:c", Projection(projectionType: .include, nonKeyAttributes: ["a", "b:c"])),
    ])
    func `an index says what it holds`(text: String, projection: Projection) throws {
        let index = try IndexText(text)

        #expect(index.name == "byYear")
        #expect(index.key == (try KeyText("year:N")))
        #expect(index.projection == projection)
    }

    @Test(arguments: ["", "byYear", "byYear:", ":year:N", "byYear:year", "byYear:keys"])
    func `other text is no index`(text: String) {
        #expect(throws: ValidationError.self) { try IndexText(text) }
    }

    @Test func `capacity is two numbers above zero`() throws {
        let units = ProvisionedThroughput(readCapacityUnits: 10, writeCapacityUnits: 5)
        #expect(try CapacityText("10,5").throughput == units)
        for text in ["", "10", "10,0", "10,-5", "10,5,1", "a,b"] {
            #expect(throws: ValidationError.self) { try CapacityText(text) }
        }
    }
}
