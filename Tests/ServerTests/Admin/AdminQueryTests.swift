// The query of a request to the admin interface, and texts with percent signs.

import Testing

@testable import ApusServer

struct AdminQueryTests {
    @Test(
        arguments: [
            ("table=Cats&region=eu-north-1", "Cats", "eu-north-1"), ("region=a&table=b", "b", "a"),
            ("table=a", "a", nil),
            ("", nil, nil), ("&&", nil, nil), ("table", "", nil), ("table=", "", nil), ("tables=a", nil, nil),
            ("table=a=b", "a=b", nil), ("table=a&table=b", "b", nil), ("table=a%26b%3Dc", "a&b=c", nil),
            ("table=%C3%A9", "é", nil), ("table=a+b", "a+b", nil),
        ] as [(String, String?, String?)]
    )
    func `a query has values by name`(text: String, table: String?, region: String?) {
        let query = AdminQuery(text[...])

        #expect(query["table"] == table)
        #expect(query["region"] == region)
    }

    @Test(arguments: [
        ("", ""), ("a", "a"), ("%41", "A"), ("%4a%4A", "JJ"), ("%2541", "%41"), ("a%2Fb", "a/b"), ("%", "%"),
        ("%4", "%4"), ("%4g", "%4g"), ("%%41", "%A"), ("100%", "100%"), ("%+1", "%+1"), ("%-0", "%-0"), ("é", "é"),
    ])
    func `what a percent sign stands for is decoded, and all else stays`(text: String, decoded: String) {
        #expect(text.withoutPercentEncoding == decoded)
    }
}
