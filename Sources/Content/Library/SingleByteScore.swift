/// How well a text fits an encoding of one byte a character: the Cyrillic ones and that of Western
/// Europe.
///
/// Others, such as those of Greek, Turkish and Polish, have other frequent letters, and are not
/// named.
struct SingleByteScore {
    let guess: EncodingGuess
    /// The share of frequent characters, from 0 to 1.
    let share: Double

    /// The best score; nil if none is likely. O(bytes).
    static func best(for bytes: ArraySlice<UInt8>, _ runs: HighByteRuns) -> SingleByteScore? {
        let high = bytes.filter { $0 >= 0x80 }
        guard !high.isEmpty else { return nil }
        func share(of letters: Set<UInt8>) -> Double {
            Double(high.count(where: letters.contains)) / Double(high.count)
        }
        if runs.single * 5 > runs.count * 3 {
            let western = share(of: westernLetters)
            return western >= 0.9 ? SingleByteScore(guess: .windows1252, share: 0.5) : nil
        }
        // Words with an odd number of letters are as common as others.
        guard high.count >= 6, runs.odd * 6 >= runs.count,
            Double(high.count { $0 >= 0xC0 }) >= 0.85 * Double(high.count)
        else { return nil }
        let scores = [(EncodingGuess.koi8, koi8Letters), (.windows1251, windows1251Letters)].map {
            SingleByteScore(guess: $0, share: min(1, share(of: $1) / 0.6))
        }
        let best = scores[0].share >= scores[1].share ? scores[0] : scores[1]
        guard best.share >= 0.75 else { return nil }
        // `єіїґ`; KOI8-R has box-drawing lines in their places.
        let isUkrainian =
            best.guess == .koi8 && high.contains { [0xA4, 0xA6, 0xA7, 0xAD].contains($0) }
        return isUkrainian ? SingleByteScore(guess: .koi8Ukrainian, share: best.share) : best
    }

    /// `оеаинтсрвл`, which are two thirds of all Russian text.
    private static let koi8Letters: Set<UInt8> = [
        0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4, 0xD3, 0xD2, 0xD7, 0xCC,
    ]
    private static let windows1251Letters: Set<UInt8> = [
        0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0, 0xE2, 0xEB,
    ]

    /// `éèàçêëîïôûùâäöüßñáíóúãõåøæ`, the usual capitals, quotation marks, dashes and spaces.
    private static let westernLetters: Set<UInt8> = Set(
        [
            0xE9, 0xE8, 0xE0, 0xE7, 0xEA, 0xEB, 0xEE, 0xEF, 0xF4, 0xFB, 0xF9, 0xE2, 0xE4, 0xF6,
            0xFC, 0xDF, 0xF1, 0xE1, 0xED, 0xF3, 0xFA, 0xE3, 0xF5, 0xE5, 0xF8, 0xE6, 0xC9, 0xC8,
            0xC0, 0xC7, 0xCA, 0xC4, 0xD6, 0xDC, 0xC1, 0xCD, 0xD3, 0xDA, 0xD1, 0xC5, 0xD8, 0x85,
            0xA0, 0xA1, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB, 0xBF, 0xD7, 0x80, 0xA3,
        ] + Array(0x91...0x97))
}
