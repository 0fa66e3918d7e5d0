/// Writes values that are the same on all pages into the text of a program, so that no page looks
/// them up, tests them or escapes them again.
///
/// A layout is copied together with the routines that it calls. A tag about a known value becomes
/// text; a section about one becomes its content, once for each item of a list, or nothing. A tag
/// that needs any other value stays as it was, and so does a section whose content needs it as the
/// innermost one.
struct TemplateFiller {
    /// The innermost records as far as they are known, by their type; nil: a value that differs
    /// between pages.
    private typealias Known = [Int: [TemplateValue?]]

    /// Sections deeper than this, and instructions beyond this many, are copied unchanged: whatever
    /// the theme, the copy ends soon. A known list is still written once for each of its items; no
    /// list is longer than a menu.
    private static let maximumDepth = 100
    private static let maximumInstructions = 20_000

    private(set) var program: TemplateProgram
    /// Routines being copied; one that calls itself keeps calling the original.
    private var active: [Int] = []
    private var depth = 0
    private var count = 0
    private var isInList = false

    init(_ program: TemplateProgram) {
        self.program = program
    }

    /// A copy of the layout for pages whose root has these values. O(instructions).
    mutating func fill(_ layout: TemplateID, _ root: [TemplateValue?]) -> TemplateID {
        guard case .record(let type) = layout.entry else { return layout }
        count = 0
        active = [layout.routine]
        var emitter = TemplateEmitter()
        copy(body(of: layout.routine), [type: root], into: &emitter)
        program.routines.append(emitter.finish(into: &program))
        return TemplateID(routine: program.routines.count - 1, entry: layout.entry)
    }

    /// The instructions of a routine without its end.
    private func body(of routine: Int) -> Range<Int> {
        let start = program.routines[routine]
        var end = start
        while true {
            if case .back = program.instructions[end] { return start..<end }
            end += 1
        }
    }

    private mutating func copy(
        _ range: Range<Int>, _ known: Known, into emitter: inout TemplateEmitter
    ) {
        guard depth < Self.maximumDepth, count < Self.maximumInstructions else {
            return emitter.write(program.instructions[range], of: &program)
        }
        depth += 1
        var position = range.lowerBound
        while position < range.upperBound {
            let instruction = program.instructions[position]
            position += 1
            count += 1
            switch instruction {
            case .escaped(let operand), .unescaped(let operand):
                guard let value = value(of: operand, known) else {
                    emitter.emit(instruction, into: &program)
                    break
                }
                var bytes: [UInt8] = []
                if case .escaped = instruction {
                    bytes.append(value, isEscaped: true)
                } else {
                    bytes.append(value, isEscaped: false)
                }
                emitter.write(bytes)
            case .section(let operand, let entry, let length):
                let content = position..<position + Int(length) - 1
                position += Int(length)
                copySection(operand, entry, content, known, into: &emitter)
            case .inverted(let operand, let length):
                let content = position..<position + Int(length)
                position += Int(length)
                if let value = value(of: operand, known) {
                    if !value.isTrue { copy(content, known, into: &emitter) }
                } else {
                    let index = emitter.emit(instruction, into: &program)
                    copy(content, known, into: &emitter)
                    emitter.close(section: index, into: &program)
                }
            case .call(let routine, _):
                let routine = Int(routine)
                if active.contains(routine) || count >= Self.maximumInstructions {
                    emitter.emit(instruction, into: &program)
                } else {
                    active.append(routine)
                    copy(body(of: routine), known, into: &emitter)
                    active.removeLast()
                }
            case .text, .sectionEnd, .back:
                emitter.write(CollectionOfOne(instruction), of: &program)
            }
        }
        depth -= 1
    }

    // MARK: Sections

    private mutating func copySection(
        _ operand: TemplateInstruction.Operand, _ entry: TemplateInstruction.Entry,
        _ content: Range<Int>, _ known: Known, into emitter: inout TemplateEmitter
    ) {
        guard let value = value(of: operand, known) else {
            var inner = known
            if case .record(let type) = entry { inner[type] = nil }
            let index = emitter.emit(.section(operand, entry, length: 0), into: &program)
            copy(content, inner, into: &emitter)
            return emitter.close(section: index, into: &program)
        }
        if !value.isTrue { return }
        if let written = written(content, about: value, entry, known) {
            return emitter.write(written, of: &program)
        }
        let index = emitter.emit(.section(operand, entry, length: 0), into: &program)
        emitter.write(program.instructions[content], of: &program)
        emitter.close(section: index, into: &program)
    }

    /// The content of a section about a known value, if nothing needs the section itself any more;
    /// otherwise nil.
    private mutating func written(
        _ content: Range<Int>, about value: TemplateValue, _ entry: TemplateInstruction.Entry,
        _ known: Known
    ) -> [TemplateInstruction]? {
        var items = [value]
        let isOuterInList = isInList
        defer { isInList = isOuterInList }
        if case .list(let list) = value {
            // Nested lists would multiply.
            if isInList { return nil }
            isInList = true
            items = list
        }
        var emitter = TemplateEmitter()
        for item in items {
            var inner = known
            switch entry {
            case .record(let type):
                guard case .record(let slots) = item else { return nil }
                inner[type] = slots
            case .plain: break
            case .table: return nil
            }
            copy(content, inner, into: &emitter)
        }
        let instructions = emitter.instructions(in: &program)
        return instructions.contains { needs(entry, $0) } ? nil : instructions
    }

    /// Whether an instruction may read the value that a section entered.
    private func needs(
        _ entry: TemplateInstruction.Entry, _ instruction: TemplateInstruction
    ) -> Bool {
        switch instruction {
        case .text, .sectionEnd, .back: false
        case .call: true
        case .escaped(let operand), .unescaped(let operand), .section(let operand, _, _),
            .inverted(let operand, _):
            switch operand {
            case .field(let type, _), .inner(let type, _, _): entry == .record(Int(type))
            case .lookup(let index):
                switch program.lookups[Int(index)].base {
                case .record(let type): entry == .record(type)
                case .current: entry == .plain
                case .nowhere: false
                }
            }
        }
    }

    // MARK: Values

    /// nil: it differs between pages.
    private func value(
        of operand: TemplateInstruction.Operand, _ known: Known
    ) -> TemplateValue? {
        switch operand {
        case .field(let type, let slot):
            return field(Int(slot), ofType: Int(type), known)
        case .inner(let type, let record, let slot):
            return field(Int(record), ofType: Int(type), known)
                .map { TemplateRenderer.follow([Int(slot)], $0) }
        case .lookup(let index):
            let lookup = program.lookups[Int(index)]
            guard case .record(let type) = lookup.base, !lookup.searchesTables,
                let first = lookup.slots.first, let value = field(first, ofType: type, known)
            else { return nil }
            let end = TemplateRenderer.follow(Array(lookup.slots.dropFirst()), value)
            return TemplateRenderer.follow(lookup.tail, end)
        }
    }

    private func field(_ slot: Int, ofType type: Int, _ known: Known) -> TemplateValue? {
        guard let slots = known[type] else { return nil }
        return slot < slots.count ? slots[slot] : TemplateValue.none
    }
}
