import Testing

@testable import Preview

struct EditorFilesTests {
    @Test(arguments: [
        "4913", ".a.md.swp", ".a.md.swo", ".a.md.swx", "a.md~", "#a.md#", ".#a.md",
        ".goutputstream-7XK2Q1", "a.md___jb_tmp___", "a.md.tmp", ".a.md.kate-swp", ".DS_Store",
    ])
    func leavesOut(_ name: String) {
        #expect(EditorFiles.isTemporary(name))
    }

    @Test(arguments: ["a.md", "#", ".well-known", "swp.md", ".swift", "tmp", "4913.md", "C#.md"])
    func keeps(_ name: String) {
        #expect(!EditorFiles.isTemporary(name))
    }
}
