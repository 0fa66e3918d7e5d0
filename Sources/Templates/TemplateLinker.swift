/// Turns parsed templates into a program: inserts partials, parents and blocks, and decides for
/// each name where it will be found.
///
/// A template is compiled once for each way it is used: its scopes, its overrides and its
/// indentation. So a template that includes itself becomes a routine that calls itself.
struct TemplateLinker {
    /// One way to use a template.
    private struct RoutineKey: Hashable {
        let template: Int
        let scopes: TemplateScopes
        let overrides: TemplateOverrides
        let indent: [UInt8]
    }

    /// A routine under compilation.
    private struct ActiveRoutine {
        let key: RoutineKey
        /// How many sections are around its call.
        let sections: Int
    }

    /// The context in which nodes are written.
    private struct Placement {
        let template: Int
        let scopes: TemplateScopes
        let overrides: TemplateOverrides
        /// Written before each line, in place of `dedent`.
        let indent: [UInt8]
        let dedent: [UInt8]
    }

    private static let maximumDepth = 64
    /// In instructions, each section counted once; a page of `paper` has some hundreds.
    private static let maximumWeight = 100_000
    private static let maximumTextBytes = 1 << 26
    private static let maximumProblems = 200

    let templates: [ParsedTemplate]
    let ids: [String: Int]
    let schema: TemplateSchema
    let rules: TemplateRules
    private(set) var program = TemplateProgram()
    private(set) var problems: [TemplateProblem] = []
    /// `page.title` for the field `title` of the record `page`, for all lookups of layouts.
    private(set) var usedFields: Set<String> = []
    /// The templates that some layout includes, and the layouts themselves.
    var usedTemplates: Set<String> {
        Set(routines.keys.map { templates[$0.template].source.name })
    }
    private var blockNames: TemplateBlockNames
    private var routines: [RoutineKey: Int] = [:]
    /// For each finished routine, including its calls.
    private var weights: [Int] = []
    private var lookups: [TemplateLookup: Int32] = [:]
    private var reported: Set<TemplatePlace> = []
    private var layout: String?
    private var active: [ActiveRoutine] = []
    private var depth = 0
    private var openSections = 0
    private var weight = 0
    private var isExhausted = false

    init(_ templates: [ParsedTemplate], schema: TemplateSchema, rules: TemplateRules) {
        self.templates = templates
        self.schema = schema
        self.rules = rules
        ids = Dictionary(
            templates.enumerated().map { ($0.element.source.name, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        blockNames = TemplateBlockNames(templates, ids: ids)
        program.recordTypeCount = schema.types.count
    }

    /// Compiles a layout and everything that it includes; nil if there is no such template.
    mutating func link(_ layout: TemplateLayout) -> Int? {
        self.layout = layout.name
        active = []
        depth = 0
        openSections = 0
        weight = 0
        isExhausted = problems.count >= Self.maximumProblems
        guard let id = ids[layout.name] else { return nil }
        return routine(
            RoutineKey(
                template: id, scopes: TemplateScopes(root: layout.root, schema: schema),
                overrides: TemplateOverrides(), indent: []))
    }

    private mutating func routine(_ key: RoutineKey) -> Int {
        if let known = routines[key] { return known }
        let index = program.routines.count
        routines[key] = index
        program.routines.append(0)
        weights.append(0)
        active.append(ActiveRoutine(key: key, sections: openSections))
        let outerWeight = weight
        weight = 0
        var emitter = TemplateEmitter()
        let placement = Placement(
            template: key.template, scopes: key.scopes, overrides: key.overrides,
            indent: key.indent, dedent: [])
        write(templates[key.template].nodes.indices, placement, into: &emitter)
        program.routines[index] = emitter.finish(into: &program)
        weights[index] = weight
        weight = outerWeight
        active.removeLast()
        return index
    }

    // MARK: Nodes

    /// `continuesLine`: whether the output continues a line that has been begun.
    private mutating func write(
        _ range: Range<Int>, _ placement: Placement, into emitter: inout TemplateEmitter,
        continuesLine: Bool = false
    ) {
        let nodes = templates[placement.template].nodes
        let bytes = templates[placement.template].source.bytes
        let outerSections = openSections
        var continuesLine = continuesLine
        var scopes = [placement.scopes]
        var sections: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound, !isExhausted {
            let here = Placement(
                template: placement.template, scopes: scopes[scopes.count - 1],
                overrides: placement.overrides, indent: placement.indent, dedent: placement.dedent)
            var next = index + 1
            switch nodes[index] {
            case .line(let indent, let isBlank):
                if !continuesLine, !isBlank { emitter.write(placement.indent) }
                continuesLine = false
                emitter.write(dedented(bytes[indent], placement))
            case .text(let text):
                emitter.write(bytes[text])
            case .variable(let tag, let isEscaped):
                if let name = variable(tag, isEscaped: isEscaped, here) {
                    emitter.emit(isEscaped ? .escaped(name) : .unescaped(name), into: &program)
                    addWeight(1, tag, here)
                }
            case .section(let tag, let isInverted, let end):
                guard let (name, kind) = section(tag, here) else {
                    next = end + 1
                    break
                }
                let opening: TemplateInstruction =
                    isInverted
                    ? .inverted(name, length: 0)
                    : .section(name, entry(into: kind), length: 0)
                sections.append(emitter.emit(opening, into: &program))
                scopes.append(
                    isInverted ? here.scopes : here.scopes.entering(kind, schema: schema))
                openSections += 1
                addWeight(1, tag, here)
            case .sectionEnd:
                emitter.close(section: sections.removeLast(), into: &program)
                scopes.removeLast()
                openSections -= 1
            case .block(let block, let end):
                if let body = placement.overrides[block.tag.name] {
                    write(body, instead: block, here, into: &emitter)
                    next = end + 1
                }
            case .parent(let tag, let indent, let isStandalone, let end):
                if let indent, !isStandalone {
                    emitter.write(placement.indent + dedented(bytes[indent], placement))
                }
                let arguments = arguments(of: tag, index + 1..<end, placement.template)
                call(
                    tag, indent: isStandalone ? indent : nil,
                    placement.overrides.within(arguments), here, into: &emitter)
                next = end + 1
            case .partial(let tag, let indent):
                call(tag, indent: indent, placement.overrides, here, into: &emitter)
            case .blockEnd, .parentEnd:
                break
            }
            index = next
        }
        // Only an abandoned section is still open here.
        for section in sections.reversed() { emitter.close(section: section, into: &program) }
        openSections = outerSections
    }

    private func dedented(_ indent: ArraySlice<UInt8>, _ placement: Placement) -> ArraySlice<UInt8>
    {
        let common = zip(indent, placement.dedent).prefix { $0 == $1 }.count
        return indent.dropFirst(common)
    }

    private func indent(_ range: Range<Int>?, _ placement: Placement) -> [UInt8] {
        guard let range else { return [] }
        let bytes = templates[placement.template].source.bytes
        return placement.indent + dedented(bytes[range], placement)
    }

    // MARK: Blocks

    private mutating func write(
        _ body: TemplateOverrides.Body, instead block: TemplateBlock, _ here: Placement,
        into emitter: inout TemplateEmitter
    ) {
        let source = templates[body.template]
        guard case .block(let content, let end) = source.nodes[body.node] else { return }
        guard descend(block.tag, here) else { return }
        let indent = indent(block.indent, here)
        let isEmpty = end == body.node + 1
        if block.startsLine, !content.startsLine, !isEmpty { emitter.write(indent) }
        let dedent = content.startsLine ? content.indent : nil
        let placement = Placement(
            template: body.template, scopes: here.scopes,
            overrides: here.overrides.inside(block.tag.name), indent: indent,
            dedent: dedent.map { Array(source.source.bytes[$0]) } ?? [])
        addWeight(1, block.tag, here)
        write(
            body.node + 1..<end, placement, into: &emitter,
            continuesLine: content.startsLine && !block.startsLine)
        depth -= 1
    }

    /// The blocks directly within a parent tag; reports any other content, because it is dropped.
    private mutating func arguments(
        of parent: MustacheTag, _ content: Range<Int>, _ template: Int
    ) -> [String: TemplateOverrides.Body] {
        let source = templates[template]
        let offered = ids[parent.name].flatMap { blockNames.names(offeredBy: $0) }
        var arguments: [String: TemplateOverrides.Body] = [:]
        var index = content.lowerBound
        while index < content.upperBound {
            var next = index + 1
            switch source.nodes[index] {
            case .block(let block, let end):
                let tag = block.tag
                if arguments[tag.name] != nil {
                    report(
                        .unknownBlock, template, tag.range,
                        "block '\(tag.name)' is given twice to parent '\(parent.name)'")
                } else if let offered, !offered.contains(tag.name) {
                    report(
                        .unknownBlock, template, tag.range,
                        "parent '\(parent.name)' has no block '\(tag.name)'",
                        hint: didYouMean(tag.name, offered))
                }
                arguments[tag.name] = TemplateOverrides.Body(template: template, node: index)
                next = end + 1
            case .text(let range):
                if !source.source.bytes[range].allSatisfy(\.isTemplateSpace) {
                    report(
                        .droppedContent, template, range,
                        "text inside of parent '\(parent.name)' but outside of its blocks is dropped",
                        severity: .warning)
                }
            case .section(let tag, _, let end), .parent(let tag, _, _, let end):
                reportDropped(tag, parent, template)
                next = end + 1
            case .variable(let tag, _), .partial(let tag, _):
                reportDropped(tag, parent, template)
            case .line, .sectionEnd, .blockEnd, .parentEnd:
                break
            }
            index = next
        }
        return arguments
    }

    private mutating func reportDropped(_ tag: MustacheTag, _ parent: MustacheTag, _ template: Int)
    {
        report(
            .droppedContent, template, tag.range,
            "'\(tag.name)' is inside of parent '\(parent.name)' but outside of its blocks",
            hint: "put it into a block")
    }

    // MARK: Templates

    private mutating func call(
        _ tag: MustacheTag, indent range: Range<Int>?, _ overrides: TemplateOverrides,
        _ here: Placement, into emitter: inout TemplateEmitter
    ) {
        guard let template = ids[tag.name] else {
            let names = templates.map(\.source.name)
            return report(
                .missingTemplate, here.template, tag.range, "there is no template '\(tag.name)'",
                hint: didYouMean(tag.name, names))
        }
        guard !templates[template].isBroken else { return }
        // A template inside itself keeps the outer one's indentation; otherwise there would be
        // infinitely many ways to use it.
        let outer = active.last { $0.key.template == template }
        let key = RoutineKey(
            template: template, scopes: here.scopes, overrides: overrides,
            indent: outer?.key.indent ?? indent(range, here))
        if active.contains(where: { $0.key == key && $0.sections == openSections }) {
            return report(
                .recursion, here.template, tag.range, "'\(tag.name)' includes itself without end",
                hint: "put the tag into a section that ends some time", always: true)
        }
        guard descend(tag, here) else { return }
        let routine = routine(key)
        depth -= 1
        program.sites.append(TemplateSite(template: here.template, range: tag.range))
        let site = Int32(clamping: program.sites.count - 1)
        emitter.emit(.call(routine: Int32(clamping: routine), site: site), into: &program)
        addWeight(weights[routine] + 1, tag, here)
    }

    private mutating func descend(_ tag: MustacheTag, _ here: Placement) -> Bool {
        guard depth < Self.maximumDepth else {
            report(
                .recursion, here.template, tag.range,
                "templates and blocks nest deeper than \(Self.maximumDepth)", always: true)
            isExhausted = true
            return false
        }
        depth += 1
        return true
    }

    private mutating func addWeight(_ more: Int, _ tag: MustacheTag, _ here: Placement) {
        weight += more
        let isTooMuch = weight > Self.maximumWeight || program.text.count > Self.maximumTextBytes
        guard isTooMuch, !isExhausted else { return }
        isExhausted = true
        report(
            .recursion, here.template, tag.range,
            "what '\(tag.name)' takes in makes the page longer than \(Self.maximumWeight) tags",
            always: true)
    }

    // MARK: Names

    /// The value of the section, and the kind of one such value.
    private mutating func section(_ tag: MustacheTag, _ here: Placement) -> (
        TemplateInstruction.Operand, TemplateKind
    )? {
        guard let (lookup, kind) = resolve(tag, here) else { return nil }
        if case .record = kind, lookup.base == .current {
            reportUse(tag, kind, "is this section's own record", here)
            return nil
        }
        if case .list(let element) = kind { return (operand(lookup), element) }
        return (operand(lookup), kind)
    }

    func entry(into kind: TemplateKind) -> TemplateInstruction.Entry {
        switch kind {
        case .record(let name): schema.id(ofType: name).map { .record($0) } ?? .plain
        case .free: .table
        case .text, .markup, .flag, .number, .list: .plain
        }
    }

    private mutating func variable(
        _ tag: MustacheTag, isEscaped: Bool, _ here: Placement
    ) -> TemplateInstruction.Operand? {
        guard let (lookup, kind) = resolve(tag, here) else { return nil }
        switch kind {
        case .text where !isEscaped:
            report(
                .escaping, here.template, tag.range,
                "'\(tag.name)' is text, and three braces write it unescaped",
                hint: "write {{\(tag.name)}}", severity: .warning)
        case .markup where isEscaped:
            report(
                .escaping, here.template, tag.range,
                "'\(tag.name)' is markup, and two braces show its tags to the reader",
                hint: "write {{{\(tag.name)}}}", severity: .warning)
        case .flag, .list, .record:
            reportUse(tag, kind, "cannot be written", here)
            return nil
        case .text, .markup, .number, .free:
            break
        }
        return operand(lookup)
    }

    private mutating func reportUse(
        _ tag: MustacheTag, _ kind: TemplateKind, _ fault: String, _ here: Placement
    ) {
        report(
            .wrongUse, here.template, tag.range, "'\(tag.name)' is \(kind.article) and \(fault)",
            hint: tag.name == "." ? "name one of its fields" : "use it as {{#\(tag.name)}}")
    }

    /// Records the fields of records that a lookup reads.
    private mutating func note(_ lookup: TemplateLookup) {
        guard case .record(var type) = lookup.base else { return }
        for slot in lookup.slots {
            let field = schema.types[type].fields[slot]
            usedFields.insert(schema.types[type].name + "." + field.name)
            guard case .record(let name) = field.kind, let next = schema.id(ofType: name) else {
                return
            }
            type = next
        }
    }

    private mutating func resolve(
        _ tag: MustacheTag, _ here: Placement
    ) -> (TemplateLookup, TemplateKind)? {
        switch here.scopes.resolve(tag.path, in: schema) {
        case .found(let lookup, let kind):
            note(lookup)
            return (lookup, kind)
        case .unknown(let name, let owner, let candidates):
            let whose = owner.map { "'\($0)' has no" } ?? "there is no"
            report(
                .unknownName, here.template, tag.range, "\(whose) '\(name)'",
                hint: didYouMean(name, candidates))
        case .notRecord(let path, let kind):
            report(
                .wrongUse, here.template, tag.range,
                "'\(path)' is \(kind.article), which has no fields")
        }
        return nil
    }

    private mutating func operand(_ lookup: TemplateLookup) -> TemplateInstruction.Operand {
        if case .record(let type) = lookup.base, lookup.names.isEmpty {
            let type = Int32(clamping: type)
            let slots = lookup.slots.map { Int32(clamping: $0) }
            if slots.count == 1 { return .field(type: type, slot: slots[0]) }
            if slots.count == 2 { return .inner(type: type, record: slots[0], slot: slots[1]) }
        }
        if let known = lookups[lookup] { return .lookup(known) }
        program.lookups.append(lookup)
        let index = Int32(clamping: program.lookups.count - 1)
        lookups[lookup] = index
        return .lookup(index)
    }

    // MARK: Problems

    /// `always`: whether to report it even under the specification's rules, where a missing name is
    /// empty.
    private mutating func report(
        _ kind: TemplateProblem.Kind, _ template: Int, _ range: Range<Int>, _ message: String,
        hint: String? = nil, severity: TemplateProblem.Severity = .error, always: Bool = false
    ) {
        guard always || rules == .strict else { return }
        let place = templates[template].source.place(range)
        guard reported.insert(place).inserted else { return }
        problems.append(
            TemplateProblem(
                kind, at: place, message, hint: hint, severity: severity, layout: layout))
        if problems.count >= Self.maximumProblems { isExhausted = true }
    }
}
