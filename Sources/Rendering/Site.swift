import Addresses
import Content
import Planning
import Templates

/// Everything that is known before a body is read: what every route is rendered from.
///
/// A class, because it is passed about for every text and a copy would count a reference to each of
/// its parts.
package final class Site: Sendable {
    package let configuration: Configuration
    package let library: Library
    package let plan: SitePlan
    package let theme: Theme

    package init(
        configuration: Configuration, library: Library, plan: SitePlan, theme: Theme
    ) {
        self.configuration = configuration
        self.library = library
        self.plan = plan
        self.theme = theme
    }

    var address: SiteAddress { configuration.site.address }

    /// The root-relative, encoded link to a path of the site.
    func href(_ path: URLPath) -> String { address.href(path) }

    /// The same as a value of a layout.
    func hrefValue(_ path: URLPath) -> TemplateValue { .text(address.hrefBytes(path)) }
}
