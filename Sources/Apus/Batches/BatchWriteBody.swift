// A batch of writes whose JSON is put together already.

import ApusModel
import ApusWire

/// Sends a body as it is: a batch is encoded once, however often it is sent.
struct BatchWriteBody: Command {
    static let operation = BatchWriteItemCommand.operation

    let input: [UInt8]

    init(_ input: [UInt8]) {
        self.input = input
    }

    func body() -> [UInt8] { input }

    static func output(from body: [UInt8]) throws(CallError) -> BatchWriteItemResponse {
        try BatchWriteItemResponse(decoding: body)
    }
}

extension BatchWriteItemResponse: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        try self.init(reading: &reader)
    }
}
