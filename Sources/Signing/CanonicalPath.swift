// The path of a request, as a signature sees it.

/// A path without `.` and `..` segments and repeated slashes, each of its bytes escaped that is not plain.
///
/// What is escaped already is escaped again: every service but S3 signs paths so.
struct CanonicalPath {
    let bytes: [UInt8]

    init(_ path: String) {
        bytes = path == "/" ? [Self.slash] : PercentEncoding.encode(Self.normalized(path.utf8), keepingSlashes: true)
    }

    private static let slash = UInt8(ascii: "/")

    private static func normalized(_ path: String.UTF8View) -> [UInt8] {
        var segments: [Substring.UTF8View] = []
        for segment in path.split(separator: slash) where !segment.elementsEqual(".".utf8) {
            if segment.elementsEqual("..".utf8) {
                _ = segments.popLast()
            } else {
                segments.append(segment)
            }
        }
        // A slash at the end stays; one that dots leave behind does not.
        let end = path.last == slash && !segments.isEmpty ? [slash] : []
        return [slash] + segments.joined(separator: [slash]) + end
    }
}
