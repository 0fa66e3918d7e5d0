import Content
import Publishing
import Rendering

/// The Content-Security-Policy of a preview: that of the first target, by name, whose host is sent one.
///
/// A published site has one policy for all pages. A preview makes pages one at a time, so each gets the
/// policy of a site that has this page alone: what a page may load here, it may load online.
struct LivePolicy {
    private let site: Site
    private let target: PublishSettings.Target

    /// nil: no target has a policy, so that nothing may be kept from working here.
    init?(_ site: Site) {
        guard let target = site.configuration.publish.targetWithPolicy else { return nil }
        self.site = site
        self.target = target
    }

    /// O(bytes).
    func policy(of page: [UInt8]) -> String {
        let address = target.url ?? site.configuration.site.address
        // Here `'self'` is the preview, so the site's own origin needs its name.
        var sources = PolicySources(page: page, site: address, namesSite: true)
        sources.add(declared: site.declaredSources(for: target))
        return SecurityPolicy(sources).value
    }
}
