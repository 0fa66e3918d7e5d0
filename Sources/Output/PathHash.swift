/// FNV-1a of 64 bits with a final mix: for short names, equal on every machine and in every
/// process, unlike `Hasher`. Never for anything that an attacker gains by forging.
enum PathHash {
    static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0) -> UInt64 {
        var hash = 0xcbf2_9ce4_8422_2325 ^ seed
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return mix(hash)
    }

    /// Spreads every bit over all others (the finalizer of MurmurHash3).
    static func mix(_ value: UInt64) -> UInt64 {
        var hash = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ (hash >> 33)
    }
}
