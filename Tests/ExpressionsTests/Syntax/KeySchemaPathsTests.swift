// Paths that lead into a key attribute.

import ApusExpressions
import ApusModel
import Testing

@Suite struct KeySchemaPathsTests {
    private static let schema = KeySchema(
        partition: KeyAttribute(name: "pk", type: .string),
        sort: KeyAttribute(name: "sk", type: .string)
    )

    @Test(arguments: [("a.b, pk.c", "pk"), ("sk[0], pk.c", "sk")])
    func `no path goes on after a key attribute`(text: String, name: String) throws {
        let paths = try Projection(text).paths

        #expect(
            ServiceError.message { try Self.schema.requireScalars(in: paths) }
                == "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
                + "Key: \(name)"
        )
        #expect(
            ServiceError.message { try Self.schema.requireScalars(in: paths, asIndexKeys: true) }
                == "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
                + "IndexKey: \(name)"
        )
    }

    @Test func `key attributes as such and paths into others are free`() throws {
        try Self.schema.requireScalars(in: try Projection("pk, sk, a.pk, b[0]").paths)
    }
}
