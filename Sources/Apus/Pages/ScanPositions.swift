// How far a scan in segments has come.

import ApusModel

/// How far the reading of one segment has come.
public enum ScanPosition: Codable, Equatable, Sendable {
    /// Nothing has been read.
    case start
    /// All up to this key has been read: `LastEvaluatedKey` of the last page.
    case after(key: Item)
    /// All has been read.
    case end
}

/// How far the reading of each segment of a parallel scan has come: what to keep, so that a scan can be resumed.
///
/// A position belongs to its segment, and to the number of segments: the service refuses it anywhere else. They are
/// `Codable`, and keep the keys in the API's own form.
public struct ScanPositions: Equatable, Sendable {
    private static let counts = 1...1_000

    /// The position of each segment, in their order.
    public private(set) var segments: [ScanPosition]

    /// Segments of which nothing has been read, from 1 to 1,000.
    public init(segments: Int = 8) {
        self.init(Array(repeating: .start, count: segments))
    }

    /// The positions that a former scan has come to, from 1 to 1,000 of them.
    public init(_ segments: [ScanPosition]) {
        precondition(Self.counts.contains(segments.count), "a parallel scan has 1 to 1,000 segments")
        self.segments = segments
    }

    /// Whether all of the table has been read.
    public var areAtEnd: Bool { segments.allSatisfy { $0 == .end } }

    /// Notes that a page has been dealt with.
    public mutating func advance(past page: SegmentPage) {
        segments[page.segment] = page.position
    }
}

extension ScanPositions: Codable {
    /// Writes a list of the positions.
    public func encode(to encoder: any Encoder) throws {
        try segments.encode(to: encoder)
    }

    /// Reads a list of positions.
    ///
    /// - Throws: what the decoder throws, and for another number of segments than a scan can have.
    public init(from decoder: any Decoder) throws {
        segments = try [ScanPosition](from: decoder)
        guard Self.counts.contains(segments.count) else {
            let words = "a parallel scan has no \(segments.count) segments"
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: words))
        }
    }
}

/// A page of one segment.
public struct SegmentPage: Equatable, Sendable {
    /// The number of the segment; the first has 0.
    public let segment: Int
    /// What was answered.
    public let output: ScanOutput

    /// The items on this page. It may be empty.
    public var items: [Item] { output.items }

    /// How far the segment has been read with this page.
    public var position: ScanPosition { output.lastEvaluatedKey.map { .after(key: $0) } ?? .end }
}
