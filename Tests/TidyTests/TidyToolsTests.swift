// Whether the tidy tests themselves read code as they should.

import Testing

struct TidyToolsTests {
    @Test func `comments and texts are no code`() {
        let text = #"""
            let a = "{ \(b["}"] ?? "{") }" // {
            /* { /* } */ { */ let c = """
                {
                """ + #"\("#
            """#

        let code = CodeOnly.lines(of: text)

        #expect(code.count == 4)
        #expect(!code.joined().contains("{") && !code.joined().contains("}"))
        #expect(code[1].contains("let c ="))
    }

    @Test func `a function reaches from its name to its closing brace`() {
        let text = """
            struct Point {
                func size(
                    of: (Int) -> Int = { $0 }
                ) -> Int {
                    if true { 1 } else { 2 }
                }
                init() {}
            }
            """

        let functions = Functions(code: CodeOnly.lines(of: text))

        #expect(functions.all == [.init(firstLine: 2, lineCount: 5), .init(firstLine: 7, lineCount: 1)])
    }

    @Test func `what is public by its place is found`() {
        let text = """
            public enum Side {
                case left
                case right(Int)
                var turned: Side {
                    switch self {
                    case .left: .right(0)
                    case .right: .left
                    }
                }
            }
            public protocol Turning {
                associatedtype Angle
                func turn(
                    by angle: Angle
                ) -> Self
            }
            public extension Side {
                static func middle() -> Int { let half = 2; return half }
                private func hidden() {}
            }
            enum Hidden {
                case one
            }
            struct Known {
                public let name: String
            }
            """

        let declarations = PublicDeclarations(code: CodeOnly.lines(of: text))

        #expect(declarations.lines.map { $0 + 1 } == [1, 2, 3, 11, 12, 13, 18, 25])
    }

    @Test func `the plan is read from the manifest`() throws {
        let plan = Plan(
            parsing: """
                let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
                let floor1: [Target] = [
                    module("Wire", imports: ["Model", "Apus"], packages: ["CZlib"] + [logging]),
                    module("Other"),
                ]
                let all: [Target] = [
                    .executableTarget(name: "B", dependencies: ["ApusWire", "CZlib", logging], path: "Benchmarks")
                ]
                """
        )

        let wire = try #require(plan.targets.first)
        #expect(wire.folder == "Sources/Wire" && wire.floor == 1)
        #expect(wire.modules == ["ApusModel", "Apus"] && wire.packages == ["CZlib", "Logging"])
        #expect(plan.targets.map(\.folder) == ["Sources/Wire", "Sources/Other", "Benchmarks"])
        #expect(plan.targets[2].modules == ["ApusWire"] && plan.targets[2].packages == ["CZlib", "Logging"])
    }
}
