/// Elements whose content is no markup until their own end tag, so that one that is left open takes
/// in the rest of the page (HTML Living Standard, sections 13.1.2 and 13.2.6.4.7).
///
/// A `/>` closes none of them, for HTML knows it in SVG and MathML only; and there none of them is
/// such an element.
package enum RawTextElements {
    /// In lower case.
    package static let names: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    /// The elements whose content follows XML's rules.
    package static let foreign: Set<String> = ["svg", "math"]
}
