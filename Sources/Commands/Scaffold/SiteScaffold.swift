/// The files of a new site: small, and each one shows something that a writer needs next.
enum SiteScaffold {
    struct File {
        /// Under the new site's folder.
        let path: String
        let text: String
    }

    static let files = [
        File(path: "galley.toml", text: configuration),
        File(path: "content/posts/hello.md", text: post),
        File(path: "content/pages/about.md", text: page),
        File(path: ".gitignore", text: "/public/\n/.galley/\n/.galley-tool/\n"),
    ]

    private static let configuration = """
        [site]
        title = "我的博客"
        url = "https://example.org/"
        language = "zh-CN"
        timezone = "Asia/Shanghai"
        author = ""
        description = ""

        [posts]
        permalink = "/:year/:month/:day/:slug/"
        per_page = 10

        """

    private static let post = """
        ---
        title: 你好，galley
        date: 2024-01-01 08:00:00
        tags: [galley]
        ---

        首页只显示这一段，**“阅读更多”**之后的内容在文章页里。

        <!-- more -->

        ## 一段代码

        ```go title="main.go"
        package main

        func main() {
        	println("hello, galley")
        }
        ```

        用 `galley new post "标题"` 写下一篇。

        """

    private static let page = """
        ---
        title: 关于
        permalink: /about/
        ---

        写一点关于你自己的话。

        """
}
