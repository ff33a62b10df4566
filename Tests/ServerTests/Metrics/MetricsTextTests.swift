// How metrics are written.

import Testing

@testable import ApusServer

struct MetricsTextTests {
    @Test func `a family has its help, its type and its samples`() {
        var text = MetricsText()
        text.begin("cats_total", .counter, "How many cats there were.")
        text.add(2, ["name": "tom"])
        text.add(0.25, ["name": "tom", "colour": "red"])
        text.add(1e9)

        #expect(
            text.text == """
                # HELP cats_total How many cats there were.
                # TYPE cats_total counter
                cats_total{name="tom"} 2
                cats_total{name="tom",colour="red"} 0.25
                cats_total 1000000000

                """
        )
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a\"b", #"a\"b"#), (#"a\b"#, #"a\\b"#), ("a\nb", #"a\nb"#),
        ("a\r\nb", "a\r\\nb"), (#"\""#, #"\\\""#), ("größe, {x}", "größe, {x}"),
    ])
    func `a value of a label is escaped, and read back the same`(value: String, written: String) throws {
        var text = MetricsText()
        text.begin("cats", .gauge, "Cats.")
        text.add(1, ["name": value])

        #expect(text.text.hasSuffix("cats{name=\"\(written)\"} 1\n"))
        #expect(try Exposition(parsing: text.text)["cats", ["name": value]] == 1)
    }

    @Test(arguments: [
        (0, "0"), (-300.5, "-300.5"), (0.000_025, "2.5e-05"), (1e15 + 0.5, "1000000000000000.5"), (1e20, "1e+20"),
    ])
    func `numbers are written so that they read back the same`(value: Double, written: String) throws {
        var text = MetricsText()
        text.add("cats", .gauge, "Cats.", value)

        #expect(text.text.hasSuffix("\ncats \(written)\n"))
        #expect(try Exposition(parsing: text.text)["cats"] == value)
    }
}
