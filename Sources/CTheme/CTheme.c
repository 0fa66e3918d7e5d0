// Embeds each file of themes/paper, and docs/diagnostics.md, by C23's #embed, which takes no time to compile where Swift's
// resource bundles either break when the binary moves or take seconds. To add a file: one EMBED
// block and one row, in the order of the paths.
#include "CTheme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char f_assets_comments_js[] = {
#embed "../../themes/paper/assets/comments.js"
};
static const unsigned char f_assets_icon_svg[] = {
#embed "../../themes/paper/assets/icon.svg"
};
static const unsigned char f_assets_paper_css[] = {
#embed "../../themes/paper/assets/paper.css"
};
static const unsigned char f_assets_paper_js[] = {
#embed "../../themes/paper/assets/paper.js"
};
static const unsigned char f_assets_redirect_js[] = {
#embed "../../themes/paper/assets/redirect.js"
};
static const unsigned char f_assets_scheme_js[] = {
#embed "../../themes/paper/assets/scheme.js"
};
static const unsigned char f_assets_search_css[] = {
#embed "../../themes/paper/assets/search.css"
};
static const unsigned char f_assets_search_js[] = {
#embed "../../themes/paper/assets/search.js"
};
static const unsigned char f_assets_syntax_css[] = {
#embed "../../themes/paper/assets/syntax.css"
};
static const unsigned char f_layouts_404_mustache[] = {
#embed "../../themes/paper/layouts/404.mustache"
};
static const unsigned char f_layouts_archive_mustache[] = {
#embed "../../themes/paper/layouts/archive.mustache"
};
static const unsigned char f_layouts_base_mustache[] = {
#embed "../../themes/paper/layouts/base.mustache"
};
static const unsigned char f_layouts_home_mustache[] = {
#embed "../../themes/paper/layouts/home.mustache"
};
static const unsigned char f_layouts_page_mustache[] = {
#embed "../../themes/paper/layouts/page.mustache"
};
static const unsigned char f_layouts_post_mustache[] = {
#embed "../../themes/paper/layouts/post.mustache"
};
static const unsigned char f_layouts_redirect_mustache[] = {
#embed "../../themes/paper/layouts/redirect.mustache"
};
static const unsigned char f_layouts_search_mustache[] = {
#embed "../../themes/paper/layouts/search.mustache"
};
static const unsigned char f_layouts_taxonomy_mustache[] = {
#embed "../../themes/paper/layouts/taxonomy.mustache"
};
static const unsigned char f_layouts_term_mustache[] = {
#embed "../../themes/paper/layouts/term.mustache"
};
static const unsigned char f_partials_authors_mustache[] = {
#embed "../../themes/paper/partials/authors.mustache"
};
static const unsigned char f_partials_busuanzi_mustache[] = {
#embed "../../themes/paper/partials/busuanzi.mustache"
};
static const unsigned char f_partials_card_mustache[] = {
#embed "../../themes/paper/partials/card.mustache"
};
static const unsigned char f_partials_comments_mustache[] = {
#embed "../../themes/paper/partials/comments.mustache"
};
static const unsigned char f_partials_contents_mustache[] = {
#embed "../../themes/paper/partials/contents.mustache"
};
static const unsigned char f_partials_counters_mustache[] = {
#embed "../../themes/paper/partials/counters.mustache"
};
static const unsigned char f_partials_cover_mustache[] = {
#embed "../../themes/paper/partials/cover.mustache"
};
static const unsigned char f_partials_footer_end_mustache[] = {
#embed "../../themes/paper/partials/footer-end.mustache"
};
static const unsigned char f_partials_footer_mustache[] = {
#embed "../../themes/paper/partials/footer.mustache"
};
static const unsigned char f_partials_giscus_mustache[] = {
#embed "../../themes/paper/partials/giscus.mustache"
};
static const unsigned char f_partials_goatcounter_mustache[] = {
#embed "../../themes/paper/partials/goatcounter.mustache"
};
static const unsigned char f_partials_head_end_mustache[] = {
#embed "../../themes/paper/partials/head-end.mustache"
};
static const unsigned char f_partials_header_mustache[] = {
#embed "../../themes/paper/partials/header.mustache"
};
static const unsigned char f_partials_icons_mustache[] = {
#embed "../../themes/paper/partials/icons.mustache"
};
static const unsigned char f_partials_list_head_mustache[] = {
#embed "../../themes/paper/partials/list-head.mustache"
};
static const unsigned char f_partials_meta_mustache[] = {
#embed "../../themes/paper/partials/meta.mustache"
};
static const unsigned char f_partials_notice_mustache[] = {
#embed "../../themes/paper/partials/notice.mustache"
};
static const unsigned char f_partials_pager_mustache[] = {
#embed "../../themes/paper/partials/pager.mustache"
};
static const unsigned char f_partials_post_end_mustache[] = {
#embed "../../themes/paper/partials/post-end.mustache"
};
static const unsigned char f_partials_post_facts_mustache[] = {
#embed "../../themes/paper/partials/post-facts.mustache"
};
static const unsigned char f_partials_post_start_mustache[] = {
#embed "../../themes/paper/partials/post-start.mustache"
};
static const unsigned char f_partials_related_mustache[] = {
#embed "../../themes/paper/partials/related.mustache"
};
static const unsigned char f_partials_series_mustache[] = {
#embed "../../themes/paper/partials/series.mustache"
};
static const unsigned char f_partials_tags_mustache[] = {
#embed "../../themes/paper/partials/tags.mustache"
};
static const unsigned char f_partials_translation_mustache[] = {
#embed "../../themes/paper/partials/translation.mustache"
};
static const unsigned char f_partials_umami_mustache[] = {
#embed "../../themes/paper/partials/umami.mustache"
};
static const unsigned char f_partials_utterances_mustache[] = {
#embed "../../themes/paper/partials/utterances.mustache"
};
static const unsigned char f_partials_visits_mustache[] = {
#embed "../../themes/paper/partials/visits.mustache"
};
static const unsigned char f_partials_waline_mustache[] = {
#embed "../../themes/paper/partials/waline.mustache"
};
static const unsigned char f_strings_en_toml[] = {
#embed "../../themes/paper/strings/en.toml"
};
static const unsigned char f_strings_zh_CN_toml[] = {
#embed "../../themes/paper/strings/zh-CN.toml"
};
static const unsigned char f_theme_toml[] = {
#embed "../../themes/paper/theme.toml"
};

static const unsigned char diagnostics_page[] = {
#embed "../../docs/diagnostics.md"
};

#define ROW(path, bytes) {path, bytes, sizeof(bytes)}

static const struct theme_file files[] = {
    ROW("assets/comments.js", f_assets_comments_js),
    ROW("assets/icon.svg", f_assets_icon_svg),
    ROW("assets/paper.css", f_assets_paper_css),
    ROW("assets/paper.js", f_assets_paper_js),
    ROW("assets/redirect.js", f_assets_redirect_js),
    ROW("assets/scheme.js", f_assets_scheme_js),
    ROW("assets/search.css", f_assets_search_css),
    ROW("assets/search.js", f_assets_search_js),
    ROW("assets/syntax.css", f_assets_syntax_css),
    ROW("layouts/404.mustache", f_layouts_404_mustache),
    ROW("layouts/archive.mustache", f_layouts_archive_mustache),
    ROW("layouts/base.mustache", f_layouts_base_mustache),
    ROW("layouts/home.mustache", f_layouts_home_mustache),
    ROW("layouts/page.mustache", f_layouts_page_mustache),
    ROW("layouts/post.mustache", f_layouts_post_mustache),
    ROW("layouts/redirect.mustache", f_layouts_redirect_mustache),
    ROW("layouts/search.mustache", f_layouts_search_mustache),
    ROW("layouts/taxonomy.mustache", f_layouts_taxonomy_mustache),
    ROW("layouts/term.mustache", f_layouts_term_mustache),
    ROW("partials/authors.mustache", f_partials_authors_mustache),
    ROW("partials/busuanzi.mustache", f_partials_busuanzi_mustache),
    ROW("partials/card.mustache", f_partials_card_mustache),
    ROW("partials/comments.mustache", f_partials_comments_mustache),
    ROW("partials/contents.mustache", f_partials_contents_mustache),
    ROW("partials/counters.mustache", f_partials_counters_mustache),
    ROW("partials/cover.mustache", f_partials_cover_mustache),
    ROW("partials/footer-end.mustache", f_partials_footer_end_mustache),
    ROW("partials/footer.mustache", f_partials_footer_mustache),
    ROW("partials/giscus.mustache", f_partials_giscus_mustache),
    ROW("partials/goatcounter.mustache", f_partials_goatcounter_mustache),
    ROW("partials/head-end.mustache", f_partials_head_end_mustache),
    ROW("partials/header.mustache", f_partials_header_mustache),
    ROW("partials/icons.mustache", f_partials_icons_mustache),
    ROW("partials/list-head.mustache", f_partials_list_head_mustache),
    ROW("partials/meta.mustache", f_partials_meta_mustache),
    ROW("partials/notice.mustache", f_partials_notice_mustache),
    ROW("partials/pager.mustache", f_partials_pager_mustache),
    ROW("partials/post-end.mustache", f_partials_post_end_mustache),
    ROW("partials/post-facts.mustache", f_partials_post_facts_mustache),
    ROW("partials/post-start.mustache", f_partials_post_start_mustache),
    ROW("partials/related.mustache", f_partials_related_mustache),
    ROW("partials/series.mustache", f_partials_series_mustache),
    ROW("partials/tags.mustache", f_partials_tags_mustache),
    ROW("partials/translation.mustache", f_partials_translation_mustache),
    ROW("partials/umami.mustache", f_partials_umami_mustache),
    ROW("partials/utterances.mustache", f_partials_utterances_mustache),
    ROW("partials/visits.mustache", f_partials_visits_mustache),
    ROW("partials/waline.mustache", f_partials_waline_mustache),
    ROW("strings/en.toml", f_strings_en_toml),
    ROW("strings/zh-CN.toml", f_strings_zh_CN_toml),
    ROW("theme.toml", f_theme_toml),
};

const struct theme_file *theme_files(void) { return files; }

size_t theme_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct theme_file manual_diagnostics(void) {
    return (struct theme_file){"docs/diagnostics.md", diagnostics_page, sizeof(diagnostics_page)};
}
