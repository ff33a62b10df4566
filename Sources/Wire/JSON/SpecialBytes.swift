// Where in a JSON string something stands that is not plain text.

extension UnsafeRawBufferPointer {
    /// The position of the first quotation mark, backslash or control character at or after `start`; else the count.
    ///
    /// It looks at eight bytes at a time: most strings hold none of these.
    func firstSpecialByte(from start: Int) -> Int {
        var position = start
        while position + 8 <= count {
            let marks = Self.specialMarks(loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian)
            if marks != 0 { return position + marks.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < count, !Self.isSpecial(self[position]) { position += 1 }
        return position
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Sets the highest bit of each special byte; above the lowest that is set, marks may be wrong.
    private static func specialMarks(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits = ones << 7
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        // The classic test for a byte below n in a word: a borrow into the highest bit where that was not set before.
        let controls = (word &- ones &* 0x20) & ~word
        let zeroInQuotes = (quotes &- ones) & ~quotes
        let zeroInBackslashes = (backslashes &- ones) & ~backslashes
        return (controls | zeroInQuotes | zeroInBackslashes) & highBits
    }
}
