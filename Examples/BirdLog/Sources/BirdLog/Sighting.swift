// Birds that were seen.

/// How many birds of a kind were seen within an hour.
struct Sighting: Codable, Equatable {
    var bird: String
    var hour: Int
    var count: Int
    var version: Int?
}

extension Sighting {
    /// A day's worth: ten kinds of birds, hour by hour.
    static var day: [Sighting] {
        let birds = ["crane", "heron", "kite", "lark", "owl", "robin", "rook", "swift", "tern", "wren"]
        return birds.flatMap { bird in
            (0..<24).map { Sighting(bird: bird, hour: $0, count: $0 % 5, version: 1) }
        }
    }
}
