// What the service refuses in the elements of a set.

extension AttributeValue {
    /// The refusal of a set that has no elements, or one of them twice; nil for any other value.
    package var setFault: ServiceError? {
        switch self {
        case .stringSet(let elements): Self.fault(inStrings: elements)
        case .numberSet(let elements): Self.fault(inNumbers: elements)
        case .binarySet(let elements): Self.fault(inBlobs: elements)
        default: nil
        }
    }

    private static func fault(inStrings elements: [String]) -> ServiceError? {
        if elements.isEmpty { return .invalidParameter("An string set  may not be empty") }
        var names = DistinctNames()
        for element in elements { names.insert(element) }
        if names.areDistinct { return nil }
        return .invalidParameter("Input collection [\(elements.joined(separator: ", "))] contains duplicates.")
    }

    private static func fault(inNumbers elements: [Number]) -> ServiceError? {
        if elements.isEmpty { return .invalidParameter("An number set  may not be empty") }
        return Set(elements).count == elements.count ? nil : .validation("Input collection contains duplicates")
    }

    private static func fault(inBlobs elements: [[UInt8]]) -> ServiceError? {
        if elements.isEmpty { return .invalidParameter("Binary sets should not be empty") }
        if Set(elements).count == elements.count { return nil }
        let texts = elements.map { Base64.text(of: $0) }
        return .invalidParameter("Input collection [\(texts.joined(separator: ", "))]of type BS contains duplicates.")
    }
}
