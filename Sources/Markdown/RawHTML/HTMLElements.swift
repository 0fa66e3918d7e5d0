/// The elements that a browser knows.
enum HTMLElements {
    /// Whether a name in lower case is one of HTML's, or inside SVG and MathML one of theirs; names
    /// with a hyphen are known there too.
    static func isKnown(_ name: String, isForeign: Bool) -> Bool {
        html.contains(name) || isForeign && (foreign.contains(name) || name.utf8.contains(.hyphen))
    }

    /// HTML Living Standard (section 4, and 16.2 for the obsolete ones).
    private static let html = Set(
        """
        a abbr address area article aside audio b base bdi bdo blockquote body br button canvas \
        caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed \
        fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i \
        iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript \
        object ol optgroup option output p param picture pre progress q rp rt ruby s samp script \
        search section select slot small source span strong style sub summary sup table tbody td \
        template textarea tfoot th thead time title tr track u ul var video wbr \
        acronym applet basefont bgsound big blink center dir font frame frameset isindex keygen \
        listing marquee menuitem multicol nextid nobr noembed noframes plaintext rb rtc spacer \
        strike tt xmp image svg math
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// SVG 2, MathML Core.
    private static let foreign = Set(
        """
        animate animatemotion animatetransform circle clippath defs desc ellipse feblend \
        fecolormatrix fecomposite fedropshadow feflood fegaussianblur feimage femerge femergenode \
        femorphology feoffset feturbulence filter foreignobject g image line lineargradient marker \
        mask metadata mpath path pattern polygon polyline radialgradient rect set stop switch \
        symbol text textpath tspan use view \
        annotation maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded \
        mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext \
        mtr munder munderover semantics
        """.split(separator: " ").map(String.init))
}
