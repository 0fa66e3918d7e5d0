/// A document as HTML.
///
/// `# 读 *源码*` gives `<h1 id="读-源码">读 <em>源码</em></h1>` and a line break. Deterministic; no
/// recursion; O(nodes + bytes).
package func html(of document: Document, _ settings: HTMLSettings = HTMLSettings()) -> [UInt8] {
    var writer = HTMLWriter(document, settings, into: [])
    writer.write()
    return writer.out
}
