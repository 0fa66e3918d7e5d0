/// A value of front matter or configuration without a meaning of its own for galley.
package indirect enum Value: Sendable, Hashable {
    case null
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case date(Moment)
    case list([Value])
    case table([String: Value])
}
