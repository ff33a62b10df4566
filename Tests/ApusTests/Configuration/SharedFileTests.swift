// The shared files of the AWS tools, taken apart.

import Testing

@testable import Apus

struct SharedFileTests {
    @Test func `settings stand in sections`() throws {
        let text = """
            # a comment
            [default]
            region = eu-north-1
            ; another
            [profile "two words"]
            Region: eu-west-1
            empty =
            secret = a=b # no comment
            """

        let file = try SharedFile(parsing: text, path: "config")

        #expect(file.section("default")?.values["region"]?.text == "eu-north-1")
        let profile = try #require(file.section(["profile", "two words"]))
        #expect(profile.values.mapValues(\.text) == ["region": "eu-west-1", "empty": "", "secret": "a=b # no comment"])
        #expect(profile.values["region"]?.place == FilePlace(path: "config", line: 6))
    }

    @Test func `what is indented belongs to the setting above`() throws {
        let text = "[services x]\r\ns3 =\r\n  endpoint_url = http://a\r\n\r\n  # note\r\n\tregion = b=c\r\nlast = 1\r\n"

        let values = try #require(try SharedFile(parsing: text, path: "config").section("services x")).values

        #expect(try values["s3"]?.nested() == ["endpoint_url": "http://a", "region": "b=c"])
        #expect(values["last"]?.text == "1")
    }

    @Test func `settings may all be indented alike`() throws {
        let file = try SharedFile(parsing: "[default]\n  region = a\n  output = b\n", path: "config")

        #expect(file.section("default")?.values.mapValues(\.text) == ["region": "a", "output": "b"])
    }

    @Test(arguments: [
        ("[default\n", "config, line 1: a section's name ends with ]."),
        ("[]\n", "config, line 1: a section has a name."),
        ("region = a\n", "config, line 1: a setting stands in a [section]."),
        ("[a]\nAKIDSECRET\n", "config, line 2: a setting has the form name = value."),
        ("[a]\n= b\n", "config, line 2: a setting has the form name = value."),
        ("[a]\nx = 1\n[a]\n", "config, line 3: the section [a] stands there a second time."),
        ("[a]\nx = 1\nX = 2\n", "config, line 3: x is set a second time."),
    ])
    func `a fault is told by its line, and without the text`(text: String, message: String) throws {
        let error = try #require(throws: SharedFileError.self) { try SharedFile(parsing: text, path: "config") }

        #expect("\(error)" == message)
    }

    @Test func `a value that is printed tells its place alone`() throws {
        let file = try SharedFile(parsing: "[a]\nkey = hidden\n", path: "config")

        #expect(!"\(file)".contains("hidden"))
    }

    @Test(arguments: [
        ("a b", ["a", "b"]), ("  a\t b ", ["a", "b"]),
        (#""/my tools/get" --x 'y z'"#, ["/my tools/get", "--x", "y z"]),
        (#"a\ b "c\"d" '' e"f"g"#, ["a b", #"c"d"#, "", "efg"]), ("'a", nil), (#"a\"#, nil), ("", []),
    ])
    func `words are those of a shell`(text: String, words: [String]?) {
        #expect(ShellWords.split(text) == words)
    }
}
