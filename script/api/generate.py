"""Writes the operations and shapes of the API as Swift, from botocore's model and words.txt."""

import os
import shutil
import sys

from model import RENAMED, Model
from names import choice_name, error_name, member_name, operation_name
from words import Words, comment

# Beyond this an initializer would fill more than a screen; such a structure is only ever read.
MOST_PARAMETERS = 25

model = Model()
words = Words()


def heading(what, imports):
    lines = [f"// {what} Written by script/generate-api.", ""]
    lines += [f"import {name}" for name in imports]
    return "\n".join(lines) + "\n"


def uses_dates(shape):
    return any("Date" in model.swift_type(member.target) for member in model.members(shape))


class Structure:
    """A structure of the API, under its name in Swift."""

    def __init__(self, shape, swift_name, text):
        self.shape, self.name, self.text = shape, swift_name, text
        self.is_output = shape in model.outputs
        self.members = sorted(model.members(shape), key=self.rank)

    def rank(self, member):
        """What must be given comes first, and the table ahead of all."""
        return not self.is_required(member), member.name != "TableName"

    def is_required(self, member):
        return member.is_required and not self.is_output

    def is_never_absent(self, member):
        """Whether an answer that leaves the member out means an empty one."""
        return self.is_output and model.swift_type(member.target).startswith("[")

    def type_of(self, member):
        name = model.swift_type(member.target)
        return name if self.is_required(member) or self.is_never_absent(member) else f"{name}?"

    def declaration(self):
        lines = [comment(self.text, 0), f"public struct {self.name}: Equatable, Sendable {{"]
        for member in self.members:
            text = words.get(f"member {self.shape}.{member.name}", f"member {member.name}")
            lines += [comment(text, 4), f"    public var {member_name(member.name)}: {self.type_of(member)}"]
        lines += ["", *self.initializer(), "}"]
        return "\n".join(lines)

    def initializer(self):
        if not self.members or len(self.members) > MOST_PARAMETERS:
            yield "    /// One without a value for any member."
            yield "    public init() {}"
            return
        yield "    /// Takes a value for each member; those with a default may be left out."
        yield "    public init("
        for number, member in enumerate(self.members):
            default = "" if self.is_required(member) else " = nil"
            if self.is_never_absent(member):
                default = " = [:]" if ":" in self.type_of(member) else " = []"
            comma = "," if number < len(self.members) - 1 else ""
            yield f"        {member_name(member.name)}: {self.type_of(member)}{default}{comma}"
        yield "    ) {"
        for member in self.members:
            name = member_name(member.name)
            yield f"        self.{name.strip('`')} = {name}"
        yield "    }"

    def writing(self):
        lines = [f"extension {self.name}: WrittenShape {{", "    package func write(to writer: inout JSONWriter) {"]
        if not self.members:
            return "\n".join(lines + ["        writer.object { _ in }", "    }", "}"])
        lines.append("        writer.object { writer in")
        for member in self.members:
            lines.append(f'            writer.member("{member.name}", of: {member_name(member.name)})')
        return "\n".join(lines + ["        }", "    }", "}"])

    def reading(self):
        lines = [
            f"extension {self.name}: ReadShape {{",
            "    package init(from reader: inout JSONReader) throws(ServiceError) {",
        ]
        required = [member for member in self.members if self.is_required(member)]
        if not required:
            lines.append("        self.init()")
        for member in required:
            lines.append(f"        var {member_name(member.name)}: {model.swift_type(member.target)}?")
        if required and len(required) < len(self.members):
            for member in self.members:
                if not self.is_required(member):
                    lines.append(f"        var {member_name(member.name)}: {self.type_of(member)}")
        lines += self.reading_loop()
        if required:
            lines += self.construction(required)
        return "\n".join(lines + ["    }", "}"])

    def reading_loop(self):
        if not self.members:
            yield f'        try reader.members(of: "{self.shape}") {{ _, reader throws(ServiceError) in'
            yield "            try reader.skipValue()"
            yield "        }"
            return
        yield f'        try reader.members(of: "{self.shape}") {{ name, reader throws(ServiceError) in'
        yield "            switch name {"
        for member in self.members:
            fallback = ""
            if self.is_never_absent(member):
                fallback = " ?? [:]" if ":" in self.type_of(member) else " ?? []"
            yield f'            case "{member.name}": {member_name(member.name)} = try reader.value(){fallback}'
        yield "            default: try reader.skipValue()"
        yield "            }"
        yield "        }"

    def construction(self, required):
        yield "        self.init("
        for number, member in enumerate(self.members):
            name = member_name(member.name)
            value = f'try {name}.required("{member.name}")' if member in required else name
            yield f"            {name}: {value}{',' if number < len(self.members) - 1 else ''}"
        yield "        )"

    def source(self):
        parts = [self.declaration()]
        if self.shape in model.written:
            parts.append(self.writing())
        if self.shape in model.read:
            parts.append(self.reading())
        return "\n\n".join(parts) + "\n"


def imports(*shapes):
    return ["ApusModel", "ApusWire"] + (["Foundation"] if any(uses_dates(shape) for shape in shapes) else [])


def operation_source(name):
    text = words.get(f"operation {name}")
    asked, answered = model.input(name), model.output(name)
    parts = [
        heading(f"The operation {name}.", imports(asked, answered)),
        client_method(name, text),
        command(name, text),
        Structure(asked, asked, f"What {name} is asked.").source(),
        Structure(answered, answered, f"What {name} answers.").source(),
    ]
    return "\n".join(parts)


def client_method(name, text):
    codes = ", ".join(f"``ErrorCode/{error_name(error)}``" for error in model.errors_of(name))
    thrown = "`CallError` where there is no answer, or a refusal"
    lines = [
        "extension DynamoDBClient {",
        comment(text, 4),
        "    ///",
        comment(f"- Throws: {thrown}{f', with codes such as {codes}' if codes else ''}.", 4),
        f"    public func {operation_name(name)}(",
        f"        _ input: {model.input(name)}{' = ' + model.input(name) + '()' if not has_required(name) else ''}",
        f"    ) async throws(CallError) -> {model.output(name)} {{",
        f"        try await send({name}Command(input))",
        "    }",
        "}",
        "",
    ]
    return "\n".join(lines)


def has_required(name):
    return any(member.is_required for member in model.members(model.input(name)))


def command(name, text):
    tokens = [member_name(member.name) for member in model.members(model.input(name)) if member.is_token]
    lines = [
        comment(f"{name} as a value, to be sent by a client. {text}", 0),
        f"public struct {name}Command: Command {{",
        "    /// The name of the operation.",
        f'    public static let operation = "{name}"',
        *service_lines(name),
        "    /// What is asked.",
        f"    public {'private(set) var' if tokens else 'let'} input: {model.input(name)}",
        "",
    ]
    if tokens:
        lines.append("    /// A command of this input. Where the input has no token, the command gets one: sent twice, it acts once.")
    else:
        lines.append("    /// A command of this input.")
    lines += [f"    public init(_ input: {model.input(name)}) {{", "        self.input = input"]
    for token in tokens:
        lines.append(f"        self.input.{token} = input.{token} ?? UUID().uuidString")
    lines += [
        "    }",
        "",
        "    /// The body of the request.",
        "    public func body() -> [UInt8] {",
        "        input.encoded()",
        "    }",
        "",
        "    /// The output that an answer holds.",
        "    ///",
        "    /// - Throws: `CallError.unreadable` where it makes no sense.",
        f"    public static func output(from body: [UInt8]) throws(CallError) -> {model.output(name)} {{",
        f"        try {model.output(name)}(decoding: body)",
        "    }",
        "}",
        "",
    ]
    return "\n".join(lines)


def service_lines(name):
    """The service of an operation that is not one of DynamoDB itself."""
    if model.services[name] == "dynamoDB":
        return []
    return [
        "    /// The service that has the operation.",
        f"    public static let service = APIService.{model.services[name]}",
    ]


def shape_source(name):
    swift_name = RENAMED.get(name, name)
    structure = Structure(name, swift_name, words.get(f"shape {name}"))
    return "\n".join([heading(f"The shape {name} of the API.", imports(name)), structure.source()])


def choice_source(name):
    lines = [
        heading(f"The choices of {name} in the API.", []),
        comment(words.get(f"shape {name}"), 0),
        f"public struct {name}: APIChoice {{",
        "    /// The value as the API has it.",
        "    public let rawValue: String",
        "",
        "    /// Takes any value: the service may know more than the library.",
        "    public init(rawValue: String) {",
        "        self.rawValue = rawValue",
        "    }",
        "",
    ]
    for value in model.shapes[name]["enum"]:
        text = words.get(f"choice {name}.{value}")
        lines += [comment(text, 4), f'    public static let {choice_name(value)} = {name}(rawValue: "{value}")']
    lines += ["}", "", f"extension {name}: WrittenShape, ReadShape {{}}", ""]
    return "\n".join(lines).replace("\n\n\n", "\n\n")


def error_source():
    lines = [
        heading("The codes of the API's errors.", []),
        "/// What kind of refusal it is, under the name that clients see.",
        "public struct ErrorCode: APIChoice {",
        "    /// The name as the API has it.",
        "    public let rawValue: String",
        "",
        "    /// Takes any name: the service may know more than the library.",
        "    public init(rawValue: String) {",
        "        self.rawValue = rawValue",
        "    }",
        "",
    ]
    for code in words.codes():
        lines += [
            comment(words.get(f"error {code}"), 4),
            f'    public static let {error_name(code)} = ErrorCode(rawValue: "{code}")',
        ]
    return "\n".join(lines + ["}", ""]).replace("\n\n\n", "\n\n")


def files():
    for name in sorted(model.operations):
        source = operation_source(name)
        if "UUID()" in source and "import Foundation" not in source:
            source = source.replace("import ApusWire\n", "import ApusWire\nimport Foundation\n", 1)
        yield f"Operations/{name}Command.swift", source
    for name in model.shared_structures():
        yield f"Shapes/{RENAMED.get(name, name)}.swift", shape_source(name)
    for name in model.choices():
        yield f"Choices/{name}.swift", choice_source(name)
    yield "Choices/ErrorCode.swift", error_source()


def main(folder):
    for part in ("Operations", "Shapes", "Choices"):
        shutil.rmtree(os.path.join(folder, part), ignore_errors=True)
        os.makedirs(os.path.join(folder, part))
    for path, source in files():
        with open(os.path.join(folder, path), "w", encoding="ascii") as file:
            file.write(source)


main(sys.argv[1])
