// Operations by the name in the request.

import Testing

@testable import ApusWire

struct OperationNameTests {
    private static let ofStreams: [OperationName] = [.describeStream, .getRecords, .getShardIterator, .listStreams]

    @Test(arguments: OperationName.allCases)
    func `an operation is found by its target`(operation: OperationName) {
        #expect(OperationName(target: operation.target) == operation)
        let services = ["DynamoDB_20120810.", "DynamoDBStreams_20120810."]
        #expect(services.map { $0 + operation.rawValue }.contains(operation.target))
    }

    @Test(arguments: [
        "", "GetItem", "DynamoDB_20120810", "DynamoDB_20120810.", "DynamoDB_20120810.getItem",
        "DynamoDB_20111205.GetItem",
        "DynamoDBStreams_20120810.GetItem", "DynamoDB_20120810.GetRecords", "DynamoDB_20120810.GetItem ",
        "DynamoDB_20120810.Nothing",
        " DynamoDB_20120810.GetItem",
    ])
    func `any other target is none`(target: String) {
        #expect(OperationName(target: target) == nil)
    }
}
