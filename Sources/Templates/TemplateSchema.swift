/// The kind of value of a name in a template.
@usableFromInline
package indirect enum TemplateKind: Sendable, Hashable {
    /// Plain text, for `{{x}}`; unescaped it gets a warning.
    case text
    /// HTML, for `{{{x}}}`; escaped it gets a warning.
    case markup
    /// For `{{#x}}` and `{{^x}}` only.
    case flag
    case number
    case list(TemplateKind)
    /// A record of the type with this name in the schema.
    case record(String)
    /// Anything, with any names below it, unchecked: a `TemplateTable` or any other value.
    case free

    /// A record with these fields.
    package static func record<Field: TemplateFields>(_ fields: Field.Type) -> TemplateKind {
        .record(Field.recordName)
    }
}

/// The fields of all records of one kind; a record's value has one slot for each, in order;
/// trailing slots may be missing if they are `.none`.
package struct TemplateRecordType: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        package let name: String
        package let kind: TemplateKind

        package init(_ name: String, _ kind: TemplateKind) {
            self.name = name
            self.kind = kind
        }
    }

    package let name: String
    package let fields: [Field]

    /// A type whose fields are known only at run time, such as a theme's strings.
    package init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    package init<Fields: TemplateFields>(_ type: Fields.Type) {
        name = Fields.recordName
        fields = Fields.allCases.sorted { $0.rawValue < $1.rawValue }
            .map { Field($0.name, $0.kind) }
    }

    func slot(named name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }
}

/// All record types that a site's layouts may use; they refer to each other, and to themselves, by
/// name.
package struct TemplateSchema: Sendable {
    package let types: [TemplateRecordType]
    private let ids: [String: Int]

    /// Of two types with one name the first counts; `faults` reports the second.
    package init(_ types: [TemplateRecordType]) {
        self.types = types
        ids = Dictionary(
            types.enumerated().map { ($0.element.name, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// No record types: for layouts whose root is free.
    package static let free = TemplateSchema([])

    func id(ofType name: String) -> Int? { ids[name] }

    /// The faults of the schema itself, one sentence each: a missing type, a duplicate name.
    /// Loading reports them too.
    package var faults: [String] {
        var faults: [String] = []
        for (id, type) in types.enumerated() {
            if ids[type.name] != id { faults.append("the schema has two records '\(type.name)'") }
            var seen: Set<String> = []
            for field in type.fields {
                if !seen.insert(field.name).inserted {
                    faults.append("record '\(type.name)' has two fields '\(field.name)'")
                }
                if let missing = missingType(in: field.kind) {
                    faults.append(
                        "field '\(field.name)' of '\(type.name)' is a record '\(missing)', "
                            + "which the schema lacks")
                }
            }
        }
        return faults
    }

    func missingType(in kind: TemplateKind) -> String? {
        var kind = kind
        while case .list(let element) = kind { kind = element }
        guard case .record(let name) = kind, ids[name] == nil else { return nil }
        return name
    }

    /// The first place in `value` that does not match `kind`, for tests of the code that builds the
    /// records: `"posts[0].title: a number, not text"`; nil for a match. `.none` matches
    /// everything. O(size of the value).
    package func mismatch(in value: TemplateValue, kind: TemplateKind) -> String? {
        var pending = [(path: "", value: value, kind: kind)]
        while let (path, value, kind) = pending.popLast() {
            switch (value, kind) {
            case (.none, _), (_, .free), (.text, .text), (.text, .markup), (.flag, .flag),
                (.number, .number), (.decimal, .number):
                continue
            case (.list(let items), .list(let element)):
                for (index, item) in items.enumerated().reversed() {
                    pending.append((path + "[\(index)]", item, element))
                }
            case (.record(let slots), .record(let name)):
                guard let id = ids[name] else {
                    return "\(path): no record '\(name)' in the schema"
                }
                let fields = types[id].fields
                guard slots.count <= fields.count else {
                    return
                        "\(path): \(slots.count) values for the \(fields.count) fields of '\(name)'"
                }
                for (field, slot) in zip(fields, slots).reversed() {
                    let fieldPath = path.isEmpty ? field.name : "\(path).\(field.name)"
                    pending.append((fieldPath, slot, field.kind))
                }
            default:
                return "\(path): \(value.article), not \(kind.article)"
            }
        }
        return nil
    }
}

extension TemplateKind {
    /// The kind in messages.
    var article: String {
        switch self {
        case .text: "text"
        case .markup: "markup"
        case .flag: "a flag"
        case .number: "a number"
        case .list: "a list"
        case .record: "a record"
        case .free: "free"
        }
    }
}

extension TemplateValue {
    fileprivate var article: String {
        switch self {
        case .none: "nothing"
        case .flag: "a flag"
        case .number, .decimal: "a number"
        case .text: "text"
        case .list: "a list"
        case .record: "a record"
        case .table: "a table"
        }
    }
}
