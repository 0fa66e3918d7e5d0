import Text

/// What HTML says about an element by its name (HTML Living Standard, sections 12.1.2, 13.1.2.4 and
/// 13.2.4.2).
struct ElementTraits: OptionSet {
    let rawValue: UInt16

    /// Has no content and no end tag: `<br>`.
    static let void = ElementTraits(rawValue: 1)
    /// Contains text that no end tag of an inline element around it cuts: `<div>`.
    static let block = ElementTraits(rawValue: 2)
    /// Its start tag ends an open paragraph.
    static let endsParagraph = ElementTraits(rawValue: 4)
    /// Its end tag may be omitted: `<li>`.
    static let omissible = ElementTraits(rawValue: 8)
    /// Shields elements around it from end tags inside it, except of a table's parts: `<td>`.
    static let scope = ElementTraits(rawValue: 16)
    /// Shields a link around it from being ended by one inside it.
    static let marker = ElementTraits(rawValue: 4096)
    /// Shields a table's parts around it from end tags inside it.
    static let tableScope = ElementTraits(rawValue: 32)
    /// A table, or a part of one.
    static let tablePart = ElementTraits(rawValue: 64)
    /// Shields the `<li>` of a list around it from a `</li>` inside it.
    static let list = ElementTraits(rawValue: 128)
    /// Belongs to a whole page: `<body>`. Inside one, browsers ignore it at best.
    static let page = ElementTraits(rawValue: 256)
    /// Its start tag ends open SVG and MathML.
    static let endsForeign = ElementTraits(rawValue: 512)
    /// Its content is text up to its own end tag.
    static let rawText = ElementTraits(rawValue: 1024)
    /// Its end tag ends the open blocks inside it.
    static let endsBlocks = ElementTraits(rawValue: 2048)

    /// The traits of the HTML element with this name, which is in lower case.
    static func of(_ name: String) -> ElementTraits { all[name] ?? [] }

    private static let all: [String: ElementTraits] = {
        var all: [String: ElementTraits] = [:]
        func add(_ traits: ElementTraits, _ names: String) {
            for name in names.split(separator: " ") {
                all[String(name), default: []].insert(traits)
            }
        }
        add(
            .void,
            """
            area base basefont bgsound br col embed hr image img input keygen link meta param source \
            track wbr
            """)
        add(
            [.block, .endsBlocks, .endsParagraph],
            """
            address article aside blockquote center dd details dialog dir div dl dt fieldset \
            figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li listing main menu nav \
            ol p pre search section summary table ul
            """)
        add(.endsParagraph, "hr xmp")
        add([.block, .endsBlocks], "caption colgroup tbody td tfoot th thead tr")
        add(
            .omissible,
            "caption colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr")
        add(.scope, "applet caption marquee object select table td template th")
        add(.marker, "applet caption marquee object td template th")
        add(.endsBlocks, "applet button marquee object ruby select template")
        add(.tableScope, "table template")
        add(.tablePart, "caption colgroup table tbody td tfoot th thead tr")
        add(.list, "ol ul")
        add(.page, "body frame frameset head html")
        add(
            .endsForeign,
            """
            b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head \
            hr i img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup \
            table tt u ul var
            """)
        for name in RawTextElements.names { all[name, default: []].insert(.rawText) }
        return all
    }()

    /// The elements that a start tag ends if they are innermost: another `<li>`.
    static func ended(by name: String) -> Set<String> {
        if let names = endings[name] { return names }
        return of(name).contains(.endsParagraph) ? paragraph : []
    }

    private static let paragraph: Set<String> = ["p"]
    private static let endings: [String: Set<String>] = {
        var endings: [String: Set<String>] = [:]
        func add(_ names: String, ending ended: String) {
            let ended = Set(ended.split(separator: " ").map(String.init))
            for name in names.split(separator: " ") { endings[String(name)] = ended }
        }
        add("li", ending: "li p")
        add("dd dt", ending: "dd dt p")
        add("td th", ending: "p td th")
        add("tr", ending: "p td th tr")
        add(
            "caption colgroup tbody tfoot thead",
            ending: "caption colgroup p tbody td tfoot th thead tr")
        add("option", ending: "option")
        add("optgroup", ending: "optgroup option")
        add("rp rt", ending: "rp rt")
        add("h1 h2 h3 h4 h5 h6", ending: "h1 h2 h3 h4 h5 h6 p")
        return endings
    }()
}

/// The elements of SVG and MathML whose content is HTML again (section 13.2.6.5).
enum ForeignElements {
    static let names: Set<String> = ["math", "svg"]
    static let withHTML: Set<String> = [
        "annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "title",
    ]
}
