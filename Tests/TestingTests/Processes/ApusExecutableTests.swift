// Where the binary is looked for.

import Foundation
import Testing

@testable import ApusTesting

struct ApusExecutableTests {
    private func executable(_ environment: [String: String] = [:], programs: Set<String>) -> ApusExecutable {
        ApusExecutable(
            environment: environment,
            testFolders: [URL(fileURLWithPath: "/build/debug/tests.xctest/Contents/MacOS")],
            isProgram: { programs.contains($0) }
        )
    }

    @Test func `a binary that is named is taken`() throws {
        let all: Set = ["/named/apus", "/variable/apus", "/build/debug/apus"]

        let path = try executable(["APUS_BINARY": "/variable/apus"], programs: all).path(named: "/named/apus")

        #expect(path == "/named/apus")
    }

    @Test(arguments: [
        (["APUS_BINARY": "/variable/apus"], "/variable/apus"),
        (["APUS_BINARY": ""], "/build/debug/apus"),
        (["PATH": "/bin:/path"], "/build/debug/apus"),
    ])
    func `a variable stands over what was built with the test`(environment: [String: String], path: String) throws {
        let all: Set = ["/variable/apus", "/build/debug/apus", "/path/apus"]

        #expect(try executable(environment, programs: all).path() == path)
    }

    @Test func `at last the path is searched, in its order`() throws {
        let executable = executable(["PATH": "/bin:/one:/two"], programs: ["/one/apus", "/two/apus"])

        #expect(try executable.path() == "/one/apus")
    }

    @Test func `a binary that is not there is told`() {
        let executable = executable(["APUS_BINARY": "/variable/apus"], programs: ["/build/debug/apus"])

        #expect(throws: TestServerError("There is no program at /variable/apus")) { try executable.path() }
        #expect(throws: TestServerError.self) { try self.executable(programs: []).path() }
    }
}
