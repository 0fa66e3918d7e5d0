import Foundation

/// Maps `items` with `body`, on all cores, in the order of the items.
///
/// Items are taken in chunks, so that a task costs little compared to its work. Throws the error of
/// the first item that failed, whatever the number of cores.
package func parallelMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) throws -> Result
) async throws -> [Result] {
    let cores = max(ProcessInfo.processInfo.activeProcessorCount, 1)
    let size = max(1, min(64, items.count / (cores * 4)))
    let starts = Array(stride(from: 0, to: items.count, by: size))
    if starts.count <= 1 { return try items.map(body) }
    typealias Chunk = (start: Int, results: Swift.Result<[Result], any Error>)
    let chunks = await withTaskGroup(of: Chunk.self) { group in
        var waiting = starts.makeIterator()
        func start() {
            guard let start = waiting.next() else { return }
            let slice = items[start..<min(start + size, items.count)]
            group.addTask { (start, Swift.Result { try slice.map(body) }) }
        }
        for _ in 0..<cores { start() }
        var chunks: [Chunk] = []
        while let chunk = await group.next() {
            chunks.append(chunk)
            start()
        }
        return chunks
    }
    var results: [Result] = []
    results.reserveCapacity(items.count)
    for chunk in chunks.sorted(by: { $0.start < $1.start }) {
        results += try chunk.results.get()
    }
    return results
}
