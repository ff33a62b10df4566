// The parts of a request that a signature speaks of, each to be changed by a byte.

@testable import ApusSigning

/// A part of a signed request.
enum SignedPart: CaseIterable {
    case method, path, query, header, body, date, scope, signedHeaders, signature

    /// Whether some changes say the same in other bytes, as where a slash after another becomes a dot, or a digit of
    /// an escape a capital.
    var hasManySpellings: Bool { [.path, .query, .header].contains(self) }

    /// The request with one byte of this part changed, or one added where the part is empty.
    func changed(in request: SignedRequest, using generator: inout SeededGenerator) -> SignedRequest {
        var request = request
        switch self {
        case .method: request.method = generator.changed(request.method)
        case .path: request.path = "/" + generator.changed(String(request.path.unicodeScalars.dropFirst()))
        case .query: request.query = generator.changed(request.query)
        case .header: changeHeader(of: &request, using: &generator)
        case .body: request.body = generator.changed(request.body)
        case .date: change("x-amz-date", of: &request) { $0 = generator.changed($0) }
        case .scope: changeField("Credential", of: &request, after: "/", using: &generator)
        case .signedHeaders: changeField("SignedHeaders", of: &request, after: "=", using: &generator)
        case .signature: changeField("Signature", of: &request, after: "=", using: &generator)
        }
        return request
    }

    /// Changes the value of any header that is signed.
    private func changeHeader(of request: inout SignedRequest, using generator: inout SeededGenerator) {
        let signed = request.headers.indices.filter {
            !["authorization", "user-agent"].contains(request.headers[$0].name.lowercased())
        }
        let index = signed.randomElement(using: &generator)!
        request.headers[index].value = generator.changed(request.headers[index].value)
    }

    private func changeField(
        _ name: String,
        of request: inout SignedRequest,
        after mark: Character,
        using generator: inout SeededGenerator
    ) {
        change("authorization", of: &request) { authorization in
            let fields = authorization.split(separator: " ").map { field in
                guard field.hasPrefix("\(name)="), let start = field.firstIndex(of: mark) else { return String(field) }
                let end = field.last == "," ? field.index(before: field.endIndex) : field.endIndex
                let value = String(field[field.index(after: start)..<end])
                return field[...start] + generator.changed(value) + field[end...]
            }
            authorization = fields.joined(separator: " ")
        }
    }

    private func change(_ name: String, of request: inout SignedRequest, _ change: (inout String) -> Void) {
        let index = request.headers.firstIndex { $0.name.lowercased() == name }!
        change(&request.headers[index].value)
    }
}

extension SeededGenerator {
    fileprivate mutating func changed(_ text: String) -> String {
        String(decoding: changed(Array(text.utf8), to: 0x20...0x7E), as: UTF8.self)
    }

    fileprivate mutating func changed(_ bytes: [UInt8], to values: ClosedRange<UInt8> = 0...255) -> [UInt8] {
        guard let position = bytes.indices.randomElement(using: &self) else {
            return [UInt8.random(in: values, using: &self)]
        }
        var bytes = bytes
        bytes[position] = values.filter { $0 != bytes[position] }.randomElement(using: &self)!
        return bytes
    }
}
