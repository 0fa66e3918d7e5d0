import Addresses

/// The files of `galley init ci`: a workflow for GitHub Pages, a script for any runner.
struct CIScaffold {
    /// Where runners get galley from.
    enum Tool {
        /// The site lies in galley's own repository.
        case sameRepository
        case clone(source: String, revision: String)
    }

    let tool: Tool
    /// Where the site lies in its repository; empty at the top of it.
    let sitePath: SourcePath

    static let workflow = ".github/workflows/blog.yml"
    static let script = "ci/blog.sh"

    static let pagesTarget = """

        # What the workflow uploads; the site online says what was published before.
        [publish.pages]
        type = "directory"
        path = ".galley/pages"
        keep = 1
        live = true

        """

    /// The option that names the site's folder, with a space before it.
    private var site: String { sitePath.string.isEmpty ? "" : " --site '\(sitePath)'" }

    /// A path in the site's folder, from the repository's top.
    private func inSite(_ path: String) -> String { sitePath.appending(path).string }

    /// What a workflow's cache knows the tool by.
    private var key: String {
        switch tool {
        case .sameRepository:
            "${{ hashFiles('Package.swift', 'Package.resolved', 'Sources/**', 'themes/**', 'docs/diagnostics.md') }}"
        case .clone(_, let revision): revision
        }
    }

    /// A script's lines that say where the tool lies: other sources are another tool.
    private var naming: [String] {
        switch tool {
        case .sameRepository:
            [
                "sources=$(git rev-parse HEAD:Package.swift HEAD:Sources HEAD:themes \\",
                "    HEAD:docs/diagnostics.md) || exit 2",
                "tool=.galley-tool/$(echo \"$sources\" | git hash-object --stdin)/galley",
            ]
        case .clone(_, let revision): ["tool=.galley-tool/\(revision)/galley"]
        }
    }

    /// Lines that build the tool and put it at a path. Whatever fails in them ends with 2, for 1 is
    /// said of the site; the clone is removed.
    private func build(into path: String) -> [String] {
        switch tool {
        case .sameRepository:
            [
                "code=2",
                "trap 'exit $code' EXIT",
                "swift build -c release --product galley --disable-default-traits",
                "install -D .build/release/galley \(path)",
                "code=0",
            ]
        case .clone(let source, let revision):
            [
                "sources=$(mktemp -d)",
                "code=2",
                "trap 'rm -rf \"$sources\"; exit $code' EXIT",
                "trap 'exit 2' HUP INT TERM",
                "git clone --quiet '\(source)' \"$sources\"",
                "git -C \"$sources\" checkout --quiet --detach '\(revision)'",
                "swift build --package-path \"$sources\" -c release --product galley \\",
                "  --disable-default-traits",
                "install -D \"$sources/.build/release/galley\" \(path)",
                "code=0",
            ]
        }
    }

    private func indented(_ lines: [String], by spaces: Int) -> String {
        lines.map { String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
    }

    var githubWorkflow: String {
        """
        # Checks the blog, and publishes it to GitHub Pages. Written by: galley init ci github
        # In the repository's settings, Pages must be built by "GitHub Actions".
        name: blog

        on:
          push:
            branches: [main]
          pull_request:
          workflow_dispatch:

        # Nothing is allowed but what a job asks for.
        permissions: {}

        # One after the other, and none cut off: a newer push waits for the older one's deployment.
        concurrency:
          group: blog-${{ github.event_name == 'pull_request' && github.ref || 'live' }}
          cancel-in-progress: ${{ github.event_name == 'pull_request' }}

        jobs:
          build:
            runs-on: ubuntu-24.04
            container: swift:6.3.1-bookworm
            timeout-minutes: 60
            permissions:
              contents: read
            steps:
              - name: Install libraries
                run: |
                  apt-get update -qq
                  apt-get install -y -qq --no-install-recommends ca-certificates curl git \\
                    libcmark-dev pkg-config

              - name: Check out
                uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
                with:
                  persist-credentials: false

              # In a container it belongs to another user, and Git would not say which commit it is.
              - name: Let Git trust the folder
                run: git config --global --add safe.directory "$GITHUB_WORKSPACE"

              - name: Take galley from the cache
                id: tool
                uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0
                with:
                  path: .galley-tool
                  key: galley-swift-6.3.1-\(key)

              - name: Build galley
                if: steps.tool.outputs.cache-hit != 'true'
                run: |
        \(indented(build(into: ".galley-tool/galley"), by: 10))

              - name: Take the verdicts on code from the cache
                uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0
                with:
                  path: \(inSite(".galley/cache"))
                  key: verdicts-${{ github.run_id }}
                  restore-keys: verdicts-

              - name: Check
                # A pull request may change galley.toml too: no program that it names is run.
                run: >-
                  .galley-tool/galley check\(site) --format github
                  ${{ github.event_name == 'pull_request' && '--untrusted' || '' }}

              - name: Publish into a folder
                if: github.event_name != 'pull_request'
                run: .galley-tool/galley publish pages\(site)

              - name: Upload the folder
                if: github.event_name != 'pull_request'
                uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
                with:
                  path: \(inSite(".galley/pages/current"))

          deploy:
            if: github.event_name != 'pull_request'
            needs: build
            runs-on: ubuntu-24.04
            timeout-minutes: 15
            permissions:
              pages: write
              id-token: write
            environment:
              name: github-pages
              url: ${{ steps.deployment.outputs.page_url }}
            steps:
              - name: Deploy
                id: deployment
                uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5

        """
    }

    var shellScript: String {
        """
        #!/bin/sh
        # Checks the blog and publishes it, on any CI runner. Written by: galley init ci shell
        #
        #   ci/blog.sh check              every code block, link and image
        #   ci/blog.sh check --untrusted  the same for a pull request: runs no program that galley.toml names
        #   ci/blog.sh publish [TARGET]   the same, then publish
        #
        # Needs Swift 6.2 or later, git, curl, pkg-config and libcmark's headers (Debian: libcmark-dev).
        # Keep .galley-tool and \(inSite(".galley/cache")) between runs, and both are quick.
        # Exit codes: 0 clean, 1 the site has errors or a guard refused, 2 could not run.
        set -eu
        cd "$(dirname "$0")/.."

        # Each revision of galley has a folder of its own: another one is built again.
        \(naming.joined(separator: "\n"))

        build_galley() (
        \(indented(build(into: "\"$tool\""), by: 4))
        )

        [ -x "$tool" ] || build_galley
        command=${1:?check or publish}
        shift
        case $command in
        check) "$tool" check\(site) "$@" ;;
        publish) "$tool" publish "$@"\(site) ;;
        *)
            echo "usage: ci/blog.sh check|publish [TARGET]" >&2
            exit 64
            ;;
        esac

        """
    }
}
