/// The display size of a picture in CSS pixels, as its file gives it.
package struct ImageSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    /// nil unless both are at least 1 and at most 1,000,000.
    package init?(width: Int, height: Int) {
        let sides = 1...1_000_000
        guard sides.contains(width), sides.contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// The height of the picture at another width, at least 1.
    package func height(atWidth width: Int) -> Int {
        max(1, (height * width + self.width / 2) / self.width)
    }

    /// The width of the picture at another height, at least 1.
    package func width(atHeight height: Int) -> Int {
        max(1, (width * height + self.height / 2) / self.height)
    }
}
