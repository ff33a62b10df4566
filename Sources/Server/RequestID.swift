// The id that every reply bears.

import ApusModel

/// Ids of 52 upper-case letters and digits.
enum RequestID {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let length = 52
    /// So many letters fit into one random number.
    private static let lettersPerNumber = 12

    static func make(by chance: any Chance) -> String {
        String(unsafeUninitializedCapacity: length) { letters in
            var number: UInt64 = 0
            for index in 0..<length {
                if index.isMultiple(of: lettersPerNumber) { number = chance.next() }
                let (rest, letter) = number.quotientAndRemainder(dividingBy: UInt64(alphabet.count))
                letters[index] = alphabet[Int(letter)]
                number = rest
            }
            return length
        }
    }
}
