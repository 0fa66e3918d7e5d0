import Foundation

/// Runs tools over many texts: one process per tool and batch, several at a time.
///
/// A tool that hangs, crashes or writes without end costs only its own texts their answers: the
/// batch is divided until the culprit is alone.
package struct ToolRunner: Sendable {
    package struct Limits: Sendable {
        /// Texts for one process.
        package var batch = 2000
        /// Bytes for one process.
        package var batchBytes = 8 << 20
        /// The base time of every process.
        package var time = Duration.seconds(30)
        /// The additional time for each text.
        package var timePerText = Duration.milliseconds(50)
        /// The same for a tool that is started once per text.
        package var timePerStart = Duration.seconds(1)
        /// The clock for the times above.
        package var clock: any Clock<Duration> = ContinuousClock()
        package var fileSize = 16

        package init() {}
    }

    /// The largest text for a tool, in bytes.
    static let largestText = 1 << 20

    private let toolbox: Toolbox
    private let limits: Limits

    package init(_ toolbox: Toolbox, limits: Limits = Limits()) {
        self.toolbox = toolbox
        self.limits = limits
    }

    /// One text for one tool.
    private struct Job: Sendable {
        let key: ToolAnswers.Key
        let text: [UInt8]
    }

    private struct Batch: Sendable {
        let tool: InstalledTool
        let fileExtension: String
        let jobs: [Job]
    }

    /// The answers to all requests that `known` lacks. The second text of a request is tried if the
    /// first was not accepted, and so on.
    package func answers(to requests: [ToolRequest], known: ToolAnswers) async -> ToolAnswers {
        var all = known
        var new = ToolAnswers()
        let rounds = requests.map(\.texts.count).max() ?? 0
        for round in 0..<rounds {
            var groups: [GroupKey: [Job]] = [:]
            var seen: Set<ToolAnswers.Key> = []
            for request in requests where round < request.texts.count {
                guard let tool = toolbox[request.tool] else { continue }
                if round > 0, hasAnswer(request, before: round, tool, all) { continue }
                let text = request.texts[round]
                if request.texts.contains(where: { $0.bytes.count > Self.largestText }) { continue }
                let key = ToolAnswers.key(text, request, tool)
                guard all[key] == nil, seen.insert(key).inserted else { continue }
                groups[
                    GroupKey(tool: request.tool, fileExtension: request.fileExtension), default: []
                ].append(Job(key: key, text: text.bytes))
            }
            let answers = await run(batches(of: groups))
            all.merge(answers)
            new.merge(answers)
        }
        return new
    }

    private struct GroupKey: Hashable, Comparable {
        let tool: String
        let fileExtension: String

        static func < (a: GroupKey, b: GroupKey) -> Bool {
            (a.tool, a.fileExtension) < (b.tool, b.fileExtension)
        }
    }

    /// Whether an earlier text settled it: accepted, or undecidable.
    private func hasAnswer(
        _ request: ToolRequest, before round: Int, _ tool: InstalledTool, _ answers: ToolAnswers
    ) -> Bool {
        request.texts[..<round].contains { text in
            switch answers[ToolAnswers.key(text, request, tool)] {
            case .rejected?: false
            case .accepted?, .undecided?, .crashed?, nil: true
            }
        }
    }

    private func batches(of groups: [GroupKey: [Job]]) -> [Batch] {
        let cores = max(ProcessInfo.processInfo.activeProcessorCount, 1)
        var batches: [Batch] = []
        for key in groups.keys.sorted() {
            guard let jobs = groups[key], let tool = toolbox[key.tool] else { continue }
            // Enough for every core, but not one process for a handful.
            let size = min(limits.batch, max(100, (jobs.count + cores - 1) / cores))
            var start = 0
            while start < jobs.count {
                var end = start
                var bytes = 0
                while end < jobs.count, end - start < size,
                    end == start || bytes + jobs[end].text.count <= limits.batchBytes
                {
                    bytes += jobs[end].text.count
                    end += 1
                }
                batches.append(
                    Batch(
                        tool: tool, fileExtension: key.fileExtension, jobs: Array(jobs[start..<end])
                    ))
                start = end
            }
        }
        return batches
    }

    private func run(_ batches: [Batch]) async -> ToolAnswers {
        let cores = max(ProcessInfo.processInfo.activeProcessorCount, 1)
        return await withTaskGroup(of: [(ToolAnswers.Key, ToolReading)].self) { group in
            var waiting = batches.makeIterator()
            func start() {
                guard let batch = waiting.next() else { return }
                group.addTask {
                    let readings = await readings(of: batch)
                    return zip(batch.jobs, readings).map { ($0.key, $1) }
                }
            }
            for _ in 0..<cores { start() }
            var answers = ToolAnswers()
            while let results = await group.next() {
                for (key, reading) in results { answers[key] = reading }
                start()
            }
            return answers
        }
    }

    // MARK: One batch

    /// A reading for each text, in order.
    private func readings(of batch: Batch) async -> [ToolReading] {
        var readings = await attempt(batch)
        let open = readings.indices.filter { readings[$0] == nil }
        // A text that spoils the batch is searched in eighths.
        let size = max(1, (open.count + 7) / 8)
        for start in stride(from: 0, to: open.count, by: size) {
            let part = Array(open[start..<min(start + size, open.count)])
            let smaller = Batch(
                tool: batch.tool, fileExtension: batch.fileExtension,
                jobs: part.map { batch.jobs[$0] })
            for (index, reading) in zip(part, await self.readings(of: smaller)) {
                readings[index] = reading
            }
        }
        return readings.map { $0 ?? .crashed("not run") }
    }

    /// Runs the tool once: a reading for each text; nil for a text that must be retried with fewer
    /// others, never for one that was alone.
    private func attempt(_ batch: Batch) async -> [ToolReading?] {
        func none(_ reason: String) -> [ToolReading?] { batch.jobs.map { _ in .crashed(reason) } }
        // An article must not guess names or marks.
        let random = String(UInt64.random(in: .min ... .max), radix: 36)
        let names = batch.jobs.indices.map { "g\(random)_\($0).\(batch.fileExtension)" }
        guard let scratch = ScratchFolder() else { return none("no folder to work in") }
        for (name, job) in zip(names, batch.jobs) {
            guard scratch.write(name, job.text) else { return none("no room to work in") }
        }
        let tool = batch.tool.tool
        let perText = tool.mode == .each ? limits.timePerStart : limits.timePerText
        let limits = ToolProcess.Limits(
            time: limits.time + perText * batch.jobs.count, clock: limits.clock,
            memory: tool.memory, fileSize: limits.fileSize)
        let command = batch.tool.command + tool.arguments
        switch tool.mode {
        case .batch:
            let process = ToolProcess(
                command: command + names, folder: scratch.work, output: scratch.output,
                limits: limits)
            return readBatch(await process.run(), names, scratch, tool)
        case .each:
            let mark = "galley-\(random)"
            let process = ToolProcess(
                command: command, folder: scratch.work, output: scratch.output, limits: limits,
                loop: .init(
                    mark: mark, prefix: "g\(random)_", fileExtension: batch.fileExtension,
                    count: names.count))
            return readLoop(await process.run(), names, mark, scratch, tool)
        }
    }

    private func readBatch(
        _ ending: ToolProcess.Ending, _ names: [String], _ scratch: ScratchFolder, _ tool: Tool
    ) -> [ToolReading?] {
        var readings: [ToolReading]
        if case .exited(let status) = ending, status >= 0 {
            readings = tool.read(ToolOutput(files: names, text: scratch.text, status: status))
            if readings.count != names.count {
                readings = names.map { _ in .crashed("\(tool.name) was not understood") }
            }
        } else {
            readings = names.map { _ in .crashed(Self.words(ending)) }
        }
        if names.count == 1 { return readings }
        return readings.map { if case .crashed = $0 { nil } else { $0 } }
    }

    /// Each text's part of the output. The tool was stopped at the first text without an end; those
    /// after it were not begun.
    private func readLoop(
        _ ending: ToolProcess.Ending, _ names: [String], _ mark: String, _ scratch: ScratchFolder,
        _ tool: Tool
    ) -> [ToolReading?] {
        var readings: [ToolReading?] = []
        var isStopped = false
        let parts = LoopOutput(scratch.text, mark: mark, count: names.count).parts
        for (name, said) in zip(names, parts) {
            guard let said else {
                readings.append(isStopped ? nil : .crashed(Self.words(ending)))
                isStopped = true
                continue
            }
            // The shell reports a signal as 128 plus its number; PHP itself exits with 255.
            if (129...192).contains(said.status) {
                readings.append(.crashed(Self.words(.exited(128 - said.status))))
                continue
            }
            let output = ToolOutput(files: [name], text: said.text, status: said.status)
            readings.append(tool.read(output).first ?? .crashed("\(tool.name) was not understood"))
        }
        return readings
    }

    private static func words(_ ending: ToolProcess.Ending) -> String {
        switch ending {
        case .timedOut: "timed out"
        case .failed(let reason): reason
        case .exited(let code) where code == -SIGXFSZ: "wrote too much"
        case .exited(let code) where code == -SIGXCPU || code == -SIGKILL: "timed out"
        case .exited(let code) where code < 0: "crashed, signal \(-code)"
        case .exited(let code): "ended with \(code)"
        }
    }
}
