// The answer to a batch of statements: what became of each.

import ApusModel

/// One answer for each statement, in the order of the request.
package struct BatchExecuteStatementResponse: WireResponse {
    /// What became of one statement.
    package enum Answer: Sendable {
        /// It was carried out; the item is what it read, or tells of what it wrote, as JSON.
        case done(tableName: String, item: [UInt8]?)
        case refused(ServiceError)
    }

    package var responses: [Answer]
    package var consumedCapacity: [ConsumedCapacity]?

    package init(responses: [Answer], consumedCapacity: [ConsumedCapacity]? = nil) {
        self.responses = responses
        self.consumedCapacity = consumedCapacity
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("Responses")
            writer.array { writer in responses.forEach { $0.write(to: &writer) } }
            writer.member(consumedCapacity)
        }
    }
}

extension BatchExecuteStatementResponse.Answer {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            switch self {
            case .refused(let refusal):
                writer.name("Error")
                refusal.writeAsPart(to: &writer)
            case .done(let tableName, let item):
                writer.member("TableName", tableName)
                guard let item else { return }
                writer.name("Item")
                writer.value(item)
            }
        }
    }
}

extension ServiceError {
    /// Writes the refusal of one statement among several: its code there, its text, and the item that it tells.
    fileprivate func writeAsPart(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Code", code.batchStatementCode)
            if let message { writer.member("Message", message) }
            if let item {
                writer.name("Item")
                writer.attributes(item)
            }
        }
    }
}

extension ServiceError.Code {
    /// The name of the error in the answer to a batch of statements, which is not always that of its type.
    fileprivate var batchStatementCode: String {
        switch self {
        case .validation: "ValidationError"
        case .throttling: "ThrottlingError"
        case .internalServerError: "InternalServerError"
        default: rawValue.hasSuffix("Exception") ? String(rawValue.dropLast("Exception".count)) : rawValue
        }
    }
}
