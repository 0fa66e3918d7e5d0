/// A site in Chinese with one of each thing that a site can have, and a theme of few lines.
enum ChineseSite {
    static let text = configuration + theme + content

    private static let configuration = """
        -- galley.toml
        [site]
        title = "海边手记"
        url = "https://example.org/blog/"
        language = "zh-CN"
        timezone = "Asia/Shanghai"
        author = "林"

        [posts]
        per_page = 2

        [feeds]
        atom = ""
        json = ""

        """

    private static let theme = """
        -- theme/assets/paper.css
        body { margin: 0 }
        -- theme/assets/redirect.js
        keepFragment()
        -- theme/layouts/home.mustache
        {{page.document_title}}
        {{{list.text}}}
        {{#posts}}
        * {{title}} {{href}}{{#is_sticky}} {{strings.sticky}}{{/is_sticky}}
        {{{excerpt}}}
        {{#more_href}}
        <a href="{{more_href}}" aria-label="{{more_label}}">{{strings.read_more}}</a>
        {{/more_href}}
        {{/posts}}
        newer {{pager.newer_href}} older {{pager.older_href}}
        -- theme/layouts/post.mustache
        {{#post}}
        {{title}} {{date.machine}} {{date.text}}
        {{#categories}}
        in{{#terms}} {{name}}={{href}}{{/terms}}
        {{/categories}}
        {{#tags}}
        tag {{name}}={{href}}
        {{/tags}}
        newer{{#newer}} {{title}}={{href}}{{/newer}}
        older{{#older}} {{title}}={{href}}{{/older}}
        {{{content}}}
        {{/post}}
        -- theme/layouts/page.mustache
        {{page.permalink}}
        {{{post.content}}}
        -- theme/layouts/archive.mustache
        {{list.title}} {{list.count_text}}
        {{#years}}
        {{text}} {{href}}
        {{#posts}}
        {{date.month_day}} {{title}} {{href}}
        {{/posts}}
        {{/years}}
        -- theme/layouts/term.mustache
        {{list.title}} {{list.count_text}}
        {{{list.text}}}
        {{#children}}
        {{#terms}}
        below {{name}} {{count}} {{href}}
        {{/terms}}
        {{/children}}
        {{#posts}}
        * {{title}} {{href}}{{#is_sticky}} {{strings.sticky}}{{/is_sticky}}
        {{/posts}}
        -- theme/layouts/taxonomy.mustache
        {{list.title}}
        {{#terms}}
        {{depth}} {{name}} {{count}} {{href}}
        {{/terms}}
        -- theme/layouts/404.mustache
        {{strings.not_found}} {{site.href}}
        -- theme/layouts/redirect.mustache
        {{redirect.permalink}} {{redirect.href}} {{redirect.script}}

        """

    private static let content = """
        -- static/robots.txt
        User-agent: *
        Disallow: /
        -- content/_index.md
        ---
        title: 欢迎
        ---
        写在**前面**。
        -- content/categories/go/_index.md
        ---
        title: Go 语言
        ---
        -- content/about.md
        # 关于

        见[快照](posts/sea/index.md#end)。
        -- content/posts/sea/index.md
        ---
        title: 海上的 "快照"
        date: 2021-03-08 21:30:00
        tags: [Go, 海]
        categories: [Go, Runtime]
        aliases: [/old/sea/, /old.html]
        ---
        开头一段，见 ![波浪](wave.svg)。

        <!--More-->

        ## 之后 {#end}

        [第二篇](../second.md)与[上面](#end)
        -- content/posts/sea/wave.svg
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- content/posts/second.md
        ---
        title: 第二篇
        date: 2021-02-28 23:59:59
        tags: go
        categories: [[Go], [杂记]]
        ---
        一段很短的话。
        -- content/posts/pinned.md
        ---
        title: 置顶的
        date: 2019-12-31 00:00:00
        tags: [Go]
        sticky: 1
        excerpt: 手写的*摘要*
        ---
        正文。
        -- content/posts/2018-01-02-dated.md
        文件名有日期。

        ```go
        package main
        ```
        -- content/posts/draft.md
        ---
        title: 草稿
        date: 2020-01-01
        draft: true
        ---
        -- content/posts/future.md
        ---
        title: 未来
        date: 2030-01-01
        ---
        -- content/posts/expired.md
        ---
        title: 过期
        date: 2020-01-01
        expires: 2020-06-01
        ---
        -- content/_drafts/idea.md
        想法

        """
}
