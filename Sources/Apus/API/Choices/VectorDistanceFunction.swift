// The choices of VectorDistanceFunction in the API. Written by script/generate-api.

/// How the nearness of two vectors is measured.
public struct VectorDistanceFunction: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// By the angle between them.
    public static let cosine = VectorDistanceFunction(rawValue: "COSINE")
    /// By their dot product.
    public static let dotProduct = VectorDistanceFunction(rawValue: "DOT_PRODUCT")
    /// By the straight line between them.
    public static let euclidean = VectorDistanceFunction(rawValue: "EUCLIDEAN")
}

extension VectorDistanceFunction: WrittenShape, ReadShape {}
