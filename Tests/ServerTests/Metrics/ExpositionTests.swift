// Whether the reader of metrics refuses what is not well-formed.

import Testing

struct ExpositionTests {
    @Test func `a page is read sample by sample`() throws {
        let text = """
            # HELP cats How many cats.
            # TYPE cats gauge
            cats{name="a \\"b\\\\\\n",at="x,y}"} 2.5
            cats 3
            # a comment

            """

        let page = try Exposition(parsing: text)

        #expect(page["cats", ["name": "a \"b\\\n", "at": "x,y}"]] == 2.5)
        #expect(page["cats"] == 3)
        #expect(page.types == ["cats": "gauge"] && page.comments == ["# a comment"])
    }

    @Test(arguments: [
        ("cats 1\n", "the family is declared ahead of its samples"),
        ("# TYPE cats gauge\ncats 1\n", "a known type right after the help"),
        ("# HELP cats Cats.\n# TYPE cats cat\n", "a known type right after the help"),
        ("# HELP cats Cats.\n# TYPE cats gauge\n# HELP cats Cats.\n", "one help a family"),
        ("# HELP cats Cats.\n# TYPE cats gauge\ncats 1\ncats 2\n", "a series occurs once"),
        ("# HELP cats Cats.\n# TYPE cats gauge\ncats{a=\"\\q\"} 1\n", "labels in quotation marks, each once"),
        ("# HELP cats Cats.\n# TYPE cats gauge\ncats{a=\"1\",a=\"2\"} 1\n", "labels in quotation marks, each once"),
        ("# HELP cats Cats.\n# TYPE cats gauge\ncats one\n", "a name, labels and a number"),
        ("# HELP cats Cats.\n# TYPE cats counter\ncats -1\n", "a counter is not negative"),
        ("# HELP cats Cats.\n# TYPE cats gauge\ncats 1", "ends with a line break"),
        (
            "# HELP cats Cats.\n# TYPE cats histogram\ncats_bucket{le=\"1\"} 2\ncats_bucket{le=\"+Inf\"} 1\n"
                + "cats_sum 1\ncats_count 1\n",
            "buckets are cumulative"
        ),
        ("# HELP cats Cats.\n# TYPE cats histogram\ncats_sum 1\ncats_count 1\n", "a count has buckets"),
    ])
    func `what is not well-formed is refused`(text: String, rule: String) {
        let fault = #expect(throws: Exposition.Fault.self) { try Exposition(parsing: text) }

        #expect(fault?.rule == rule)
    }
}
