// A command whose JSON is put together already.

/// Sends a body as it is: a batch is encoded once, however often its entries are sent.
struct EncodedCommand<Sent: Command>: Command {
    static var operation: String { Sent.operation }
    static var service: APIService { Sent.service }

    let input: [UInt8]

    func body() -> [UInt8] { input }

    static func output(from body: [UInt8]) throws(CallError) -> Sent.Output {
        try Sent.output(from: body)
    }
}
