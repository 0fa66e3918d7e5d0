/// The instructions of one routine under construction; joins adjacent text.
struct TemplateEmitter {
    private(set) var instructions: [TemplateInstruction] = []
    private var pendingText: [UInt8] = []

    mutating func write(_ bytes: some Collection<UInt8>) {
        pendingText.append(contentsOf: bytes)
    }

    /// Appends an instruction; returns its index.
    @discardableResult
    mutating func emit(_ instruction: TemplateInstruction, into program: inout TemplateProgram)
        -> Int
    {
        flush(into: &program)
        instructions.append(instruction)
        return instructions.count - 1
    }

    /// Ends the content of the section at `index`.
    mutating func close(section index: Int, into program: inout TemplateProgram) {
        flush(into: &program)
        switch instructions[index] {
        case .section(let operand, let entry, _):
            instructions.append(.sectionEnd)
            let length = Int32(instructions.count - index - 1)
            instructions[index] = .section(operand, entry, length: length)
        case .inverted(let operand, _):
            let length = Int32(instructions.count - index - 1)
            instructions[index] = .inverted(operand, length: length)
        default:
            break
        }
    }

    /// Moves the instructions into the program; returns the index of the first.
    mutating func finish(into program: inout TemplateProgram) -> Int {
        emit(.back, into: &program)
        program.instructions.append(contentsOf: instructions)
        return program.instructions.count - instructions.count
    }

    private mutating func flush(into program: inout TemplateProgram) {
        guard !pendingText.isEmpty else { return }
        let start = Int32(clamping: program.text.count)
        program.text.append(contentsOf: pendingText)
        instructions.append(.text(start: start, end: Int32(clamping: program.text.count)))
        pendingText.removeAll(keepingCapacity: true)
    }
}
