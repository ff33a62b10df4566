// The grammar of literals and parameters.

import ApusModel

extension Parser {
    /// Whether a value begins here.
    var isAtValue: Bool {
        switch current {
        case .text, .number, .parameter: true
        case .symbol(let symbol): [.minus, .openBracket, .openBrace, .openSet].contains(symbol)
        case .keyword(let keyword): [.true, .false, .null].contains(keyword)
        case .word, .quotedName, .unknown, .end: false
        }
    }

    /// `value := text | [ '-' ] number | true | false | null | '?' | list | map | set`
    mutating func parseValue() throws(ServiceError) -> AttributeValue {
        switch current {
        case .text: return .string(takeQuoted())
        case .number, .symbol(.minus): return .number(try parseNumber())
        case .parameter: return takeParameter()
        case .keyword(.true), .keyword(.false): return .bool(takeText().uppercased() == Keyword.true.rawValue)
        case .keyword(.null):
            advance()
            return .null
        case .symbol(.openBracket): return .list(try parseElements(.openBracket, .closeBracket))
        case .symbol(.openBrace): return .map(try parseMap())
        case .symbol(.openSet): return try parseSet()
        default: throw syntaxError
        }
    }

    private mutating func parseNumber() throws(ServiceError) -> Number {
        let sign = take(.minus) ? "-" : ""
        guard current == .number else { throw syntaxError }
        do throws(ServiceError) {
            return try Number(sign + takeText())
        } catch {
            note(error)
            return .zero
        }
    }

    /// Values between two brackets, with commas between them.
    private mutating func parseElements(_ open: Symbol, _ close: Symbol) throws(ServiceError) -> [AttributeValue] {
        try enter(open)
        var elements: [AttributeValue] = []
        while current != .symbol(close) {
            if !elements.isEmpty { try expect(.comma) }
            elements.append(try parseValue())
        }
        try leave(close)
        return elements
    }

    /// `map := '{' [ text ':' value ( ',' text ':' value )* ] '}'`
    mutating func parseMap() throws(ServiceError) -> AttributeMap {
        try enter(.openBrace)
        var attributes: [AttributeMap.Attribute] = []
        var names = DistinctNames()
        while current != .symbol(.closeBrace) {
            if !attributes.isEmpty { try expect(.comma) }
            guard current == .text else { throw syntaxError }
            let name = takeQuoted()
            try expect(.colon)
            attributes.append(AttributeMap.Attribute(name: name, value: try parseValue()))
            names.insert(name)
        }
        try leave(.closeBrace)
        if attributes.contains(where: \.name.isEmpty) { note(.validation("Empty attribute name")) }
        // The service's words for this are not published.
        guard names.areDistinct else { throw .malformedStatement("an attribute name stands twice") }
        return AttributeMap(distinct: attributes)
    }

    /// `set := '<<' value ( ',' value )* '>>'`, where all values are of one type that sets can have.
    private mutating func parseSet() throws(ServiceError) -> AttributeValue {
        let elements = try parseElements(.openSet, .closeSet)
        guard let set = AttributeValue(setOf: elements) else {
            // The service's words for this are not published.
            note(.invalidParameter("The elements of a set must be of one type: strings, numbers or binary values"))
            return .null
        }
        if let fault = set.setFault { note(fault) }
        return set
    }
}

extension AttributeValue {
    /// The set of these values; nil where they are not all strings, all numbers, or all binary. None make an empty set
    /// of strings, which is refused as such.
    fileprivate init?(setOf elements: [AttributeValue]) {
        var texts: [String] = []
        var numbers: [Number] = []
        var blobs: [[UInt8]] = []
        for element in elements {
            switch element {
            case .string(let text): texts.append(text)
            case .number(let number): numbers.append(number)
            case .binary(let bytes): blobs.append(bytes)
            default: return nil
            }
        }
        switch elements.count {
        case texts.count: self = .stringSet(texts)
        case numbers.count: self = .numberSet(numbers)
        case blobs.count: self = .binarySet(blobs)
        default: return nil
        }
    }
}
