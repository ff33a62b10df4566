// A request as it arrives at a service, with its signature among its headers.

/// All parts of a request that a signature speaks of, free to be changed.
struct SignedRequest {
    typealias Header = (name: String, value: String)

    var method: String
    var path: String
    var query: String
    var headers: [Header]
    var body: [UInt8]

    /// The values of a header, in the order of the request.
    func values(of name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }
}
