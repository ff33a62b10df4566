// A batch of writes whose JSON is put together already.

/// Sends a body as it is: a batch is encoded once, however often it is sent.
struct BatchWriteBody: Command {
    static let operation = BatchWriteItemCommand.operation

    let input: [UInt8]

    init(_ input: [UInt8]) {
        self.input = input
    }

    func body() -> [UInt8] { input }

    static func output(from body: [UInt8]) throws(CallError) -> BatchWriteItemOutput {
        try BatchWriteItemOutput(decoding: body)
    }
}
