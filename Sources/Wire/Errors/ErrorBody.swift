// Refusals as the JSON that clients get, and back.

import ApusModel

extension ServiceError {
    /// The status of the HTTP answer: 400 for whatever the client did, 500 and 503 for what it did not.
    package var httpStatus: Int {
        switch code {
        case .internalServerError: 500
        case .serviceUnavailable: 503
        default: 400
        }
    }

    /// The body of the HTTP answer.
    package func body() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("__type")
            writer.string("\(typePrefix)#\(code.rawValue)")
            if let message {
                switch code {
                case .serialization, .accessDenied, .transactionCanceled, .transactionInProgress,
                    .idempotentParameterMismatch:
                    writer.name("Message")
                default: writer.name("message")
                }
                writer.string(message)
            }
            if let item {
                writer.name("Item")
                writer.attributes(item)
            }
            if !cancellationReasons.isEmpty {
                writer.name("CancellationReasons")
                writer.array { writer in cancellationReasons.forEach { $0.write(to: &writer) } }
            }
            if !throttling.isEmpty {
                // The member's name begins with a small letter in this error alone.
                writer.name(code == .throttling ? "throttlingReasons" : "ThrottlingReasons")
                writer.array { writer in throttling.forEach { $0.write(to: &writer) } }
            }
        }
        return writer.bytes
    }

    private var typePrefix: String {
        switch code {
        case .validation: "com.amazon.coral.validate"
        case .serialization, .unknownOperation, .missingAuthenticationToken, .incompleteSignature, .invalidSignature,
            .unrecognizedClient, .expiredToken, .accessDenied:
            "com.amazon.coral.service"
        default: "com.amazonaws.dynamodb.v20120810"
        }
    }

    /// Reads the refusal out of the body of an answer; nil where it holds none that is known.
    package init?(body: UnsafeRawBufferPointer) {
        var reader = JSONReader(body)
        var type: String?
        var message: String?
        var item: Unchecked<Item>?
        var throttling: [ThrottlingDetail] = []
        do throws(ServiceError) {
            try reader.members(of: "Error") { name, reader throws(ServiceError) in
                switch name {
                case "__type": type = try reader.optionalString()
                case "message", "Message": message = try reader.optionalString()
                case "Item": item = try reader.optionalAttributes()
                case "ThrottlingReasons", "throttlingReasons":
                    _ = try reader.elements { reader throws(ServiceError) in
                        if let detail = try ThrottlingDetail(reading: &reader) { throttling.append(detail) }
                    }
                default: try reader.skipValue()
                }
            }
        } catch {
            return nil
        }
        guard let name = type?.split(separator: "#").last, let code = Code(rawValue: String(name)) else { return nil }
        self.init(code, message, item: item?.value, throttling: throttling)
    }
}

extension CancellationReason {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Code", code.rawValue)
            if let message { writer.member("Message", message) }
            guard let item else { return }
            writer.name("Item")
            writer.attributes(item)
        }
    }
}

extension ThrottlingDetail {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("reason")
            writer.string(reason.rawValue)
            writer.name("resource")
            writer.string(resource)
        }
    }

    /// Nil for a reason that is not known.
    fileprivate init?(reading reader: inout JSONReader) throws(ServiceError) {
        var reason: String?
        var resource: String?
        try reader.members(of: "ThrottlingReason") { name, reader throws(ServiceError) in
            switch name {
            case "reason": reason = try reader.optionalString()
            case "resource": resource = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
        guard let reason = reason.flatMap(ThrottlingReason.init(rawValue:)) else { return nil }
        self.init(reason: reason, resource: resource ?? "")
    }
}
