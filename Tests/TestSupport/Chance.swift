/// Numbers by chance that are the same on every machine and in every run (SplitMix64; Steele, Lea,
/// Flood 2014).
package struct Chance {
    private var state: UInt64

    package init(state: UInt64) {
        self.state = state
    }

    /// From 0 up to, and not including, `bound`.
    package mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
