/// The records and tables whose names are visible at one place of a template.
///
/// A name belongs to the innermost record whose type has it, whatever its value: a post without a
/// description does not show the site's. A record hides all names of an outer one of the same type.
/// So each type is here at most once, and a template that includes itself sooner or later reaches
/// the same scopes again.
struct TemplateScopes: Hashable {
    enum Scope: Hashable {
        /// Index of its type in the schema.
        case record(Int)
        /// Names unknown until rendering; one or several tables.
        case table
    }

    enum Resolution {
        case found(TemplateLookup, TemplateKind)
        /// `owner`: the record that lacks the name; nil if all scopes do.
        case unknown(name: String, owner: String?, candidates: [String])
        /// `path` is a value without names below it.
        case notRecord(path: String, TemplateKind)
    }

    private var scopes: [Scope] = []
    /// The kind of `{{.}}`.
    private var current: TemplateKind

    init(root: TemplateKind, schema: TemplateSchema) {
        current = root
        enter(root, schema: schema)
    }

    /// The scopes inside a section about one value of this kind.
    func entering(_ kind: TemplateKind, schema: TemplateSchema) -> TemplateScopes {
        var inner = self
        inner.enter(kind, schema: schema)
        return inner
    }

    private mutating func enter(_ kind: TemplateKind, schema: TemplateSchema) {
        current = kind
        switch kind {
        case .record(let name):
            guard let id = schema.id(ofType: name) else { return }
            var kept: [Scope] = []
            for scope in scopes where scope != .record(id) {
                if scope != .table || kept.last != .table { kept.append(scope) }
            }
            scopes = kept + [.record(id)]
        case .free:
            if scopes.last != .table { scopes.append(.table) }
        case .text, .markup, .flag, .number, .list:
            break
        }
    }

    func resolve(_ path: [String], in schema: TemplateSchema) -> Resolution {
        if path == ["."] {
            let lookup = TemplateLookup(
                base: .current, slots: [], names: [], searchesTables: false)
            return .found(lookup, current)
        }
        var searchesTables = false
        for scope in scopes.reversed() {
            switch scope {
            case .table:
                searchesTables = true
            case .record(let id):
                if let slot = schema.types[id].slot(named: path[0]) {
                    return follow(path, from: id, slot: slot, searchesTables, schema)
                }
            }
        }
        if searchesTables {
            let lookup = TemplateLookup(
                base: .nowhere, slots: [], names: path.map { Array($0.utf8) },
                searchesTables: true)
            return .found(lookup, .free)
        }
        return .unknown(name: path[0], owner: nil, candidates: names(in: schema))
    }

    private func follow(
        _ path: [String], from id: Int, slot: Int, _ searchesTables: Bool, _ schema: TemplateSchema
    ) -> Resolution {
        var kind = schema.types[id].fields[slot].kind
        var slots = [slot]
        while slots.count < path.count, kind != .free {
            guard case .record(let name) = kind, let type = schema.id(ofType: name) else {
                return .notRecord(path: path[..<slots.count].joined(separator: "."), kind)
            }
            let step = path[slots.count]
            guard let next = schema.types[type].slot(named: step) else {
                return .unknown(
                    name: step, owner: name, candidates: schema.types[type].fields.map(\.name))
            }
            slots.append(next)
            kind = schema.types[type].fields[next].kind
        }
        let named = searchesTables ? path[...] : path[slots.count...]
        let lookup = TemplateLookup(
            base: .record(id), slots: slots, names: named.map { Array($0.utf8) },
            searchesTables: searchesTables)
        return .found(lookup, kind)
    }

    /// All names that a template may use here, for "did you mean".
    private func names(in schema: TemplateSchema) -> [String] {
        scopes.reversed().flatMap { scope in
            if case .record(let id) = scope { return schema.types[id].fields.map(\.name) }
            return []
        }
    }
}
