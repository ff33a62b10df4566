// The parameters of a query, as a signature sees them.

/// The names and values of a query, decoded from their percent escapes.
struct QueryParameters {
    private let fields: [Field]

    private struct Field {
        let name: [UInt8]
        let value: [UInt8]
    }

    /// Reads a query as it stands in the address, without the question mark.
    init(_ query: String) {
        fields = query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            return Field(
                name: PercentEncoding.decode(pair[..<equals]),
                value: PercentEncoding.decode(pair[equals...].dropFirst())
            )
        }
    }

    /// The value of the first parameter of that name; empty where the name stands alone.
    func value(of name: String) -> String? {
        let field = fields.first { $0.name.elementsEqual(name.utf8) }
        return field.map { String(decoding: $0.value, as: UTF8.self) }
    }

    /// The form that is signed: encoded anew and in order, without the signature where the query carries it.
    func canonicalBytes(isPresigned: Bool) -> [UInt8] {
        let signed = fields.filter { !isPresigned || !$0.name.elementsEqual("X-Amz-Signature".utf8) }
        let encoded = signed.map { field in
            Field(name: PercentEncoding.encode(field.name), value: PercentEncoding.encode(field.value))
        }
        let ordered = encoded.sorted { left, right in
            left.name == right.name
                ? left.value.lexicographicallyPrecedes(right.value)
                : left.name.lexicographicallyPrecedes(right.name)
        }
        return Array(ordered.map { $0.name + [UInt8(ascii: "=")] + $0.value }.joined(separator: [UInt8(ascii: "&")]))
    }
}
