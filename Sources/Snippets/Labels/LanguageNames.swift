/// Names of languages without an entry in galley's table.
enum LanguageNames {
    /// Labels in lower case of GitHub, Pygments, Chroma, highlight.js or Prism, and of plug-ins
    /// that draw pictures: these are not misspelled.
    static let others = Set(
        """
        1c aarch64 abap abc abcjs abl abnf acpi actdiag actionscript actionscript3 ada ada2005 \
        ada95 adb adoc ads agda aheui ahk al alloy ambienttalk ampl angelscript ansi antlr \
        apache apacheconf apex apiblueprint apl applescript arcade arduino arm arm64 armv7 arrow \
        arturo as as3 asc asciidoc asn1 asp aspectj aspnet astro atom ats augeas autohotkey \
        autoit awk axapta ballerina bash-session basic bat batch batchfile bazel bbcbasic bbcode \
        bc beancount befunge bf bib bibtex bicep bison bitbake blade blitzbasic blitzmax \
        blockdiag bluespec bnf boo boogie bqn brainfuck brightscript bro bsl buildstream \
        bytefield bzl c-objdump c3 cabal caddy caddyfile cadence cal capdl capnp capnproto \
        cassandra cel ceylon cfc cfengine3 cfm cfscript chaiscript chapel chart chartjs cheetah \
        chpl cil cirru cisco cl clarity clingo clj cljs clojure cloudformation cmd cobol coffee \
        coffee-script coffeescript coldfusion common-lisp component-pascal conll cook coq \
        cpp-objdump cql cr creole crmsh croc cron crontab cryptol crystal csh csound csp csv cu \
        cucumber cuda cue curl curry cycript cypher cython d d2 dafny darcs dart dataweave dax \
        ddl deb822 debcontrol debsources delphi desktop devicetree dhall ditaa django dlang dns \
        docbook dogescript dosbat dosbatch dot dotenv dtd dts dtsi duel dust dylan earl-grey \
        easytrieve ebnf ec echart echarts ecl ecmascript edifact editorconfig edn eex ejs ekl el \
        elfobj elisp elm emacs emacs-lisp eml env erb erd erlang-repl esh essl etlua euphoria \
        excalidraw ezhil f f# f77 f90 f95 factor fancy fantom faust feature fennel fga fift \
        firestore fish fix flex flink flinksql flix flow flowchart fluent formula forth fortran \
        fortran-free foxpro freebasic freemarker fs fsharp fsi fsx ftl func fusion g-code gams \
        gap gas-att gauss gawk gcode gd gdscript gdshader gedcom gemtext genie genshi geojson \
        gettext gherkin git-attributes git-commit git-rebase gitattributes gitconfig gitignore \
        gleam glimmer glsl gnuplot go-asm go-html-template go-template go-text-template go.mod \
        go.sum goat gohtml golo gomod google-apps-script gosum gotmpl gowork gradle grammar \
        graphviz groff groovy gsql gss gts gvy hack haml hamlet handlebars harbour hare haxe hbs \
        hbs.html heex hexdump hive hiveql hjson hlb hlsl hocon holyc hosts hostsfile hql hsail \
        hspec htaccess html+erb html+jinja html+php html5 htmlbars htmldjango http-status hx \
        hxsl hy hylang i6 i7 icl icon idl idr idris iecst ignore igor infographic inform6 \
        inform7 inko inno innosetup ino inputrc io ioke ipynb ipython irb irc isabelle ispc j \
        jade jasmin java-properties javadoc javadoclike javastacktrace jboss-cli jcl jexl jinja \
        jinja2 jison jl jolie jq jql js+erb js-extras jsdoc json+comments json+ld json-doc jsonl \
        jsonld jsonlines jsonnet jsonp jsonpath jsp jsstacktrace julia julia-repl jungle just \
        justfile k kaitai kal katex kconfig kdb kdl kickstart koka kotlinscript kql kroki kuin \
        kumir kusto lagda lalrpop lasso latex latte ldif leaf lean lean4 less lex lfe lighttpd \
        lilypond limbo linden liquid liquidsoap lisp lisp-flavored-erlang litcoffee \
        literate-agda livecodeserver livescript llvm llvm-ir log4j logcat logos logtalk \
        lolcode lookml ls lsl lsp luajit luau lwc ly m m4 macaulay2 magik mako man mapfile maple \
        markmap marko markojs markup markvis mask masm math math-block mathematica matlab mawk \
        mbox mbt mcfunction mdx mediawiki mel menhir mercury mermaidjs meson metafont metal \
        metapost microtik mikrotik mindmap minizinc mint mips mipsasm mirc mizar ml mli mlir mma \
        modelica modula-2 modula2 modula3 mojo mongo mongodb mongosh monkey monkeyc moocode \
        moonbit moonscript move mq4 mq5 mql4 mql5 mscgen mssql mtml muf mupad mustache mxml \
        myghty n1ql n4js nand2tetris-hdl nasl natvis nawk ndjson nemerle neon nesc netlinx \
        netlogo newlisp newspeak nextflow nginx-conf nginxconf nim nimble nimrod nit nix \
        node-repl nomnoml nroff nsis nu nunjucks nushell nut nwdiag nwscript oberon obj-c++ \
        obj-j objc++ objdump objective-c++ objective-cpp objective-j objectivec++ objectpascal \
        objectscript objj ocaml octave odin omgrofl ooc opa opal openapi opencl openedge \
        openmetrics openpolicyagent openqasm openrc openscad opentype osascript ox oxygene oz p4 \
        packetdiag pacmanconf pan papyrus parigp parrot parser3 pas pascal pawn pbtxt pcf pcre \
        pddl pde peg pegjs pentadactyl perl6 pf pgsql php3 php4 php5 phtml pic pico-8 picolisp \
        pig piglatin pikchr pike pipfile pkgbuild pkl pl/sql plantuml plpgsql po pod pogoscript \
        pollen pony postcss postgres postgresql-console postscript pot pov povray powerbuilder \
        powerquery pp pq praat prisma processing procfile progress prolog promela \
        protobuf-text-format prototxt ps psc ptx pug puml puppet pure purebasic purescript purs \
        py2 pycon pyi pyrex pytb python-console python-repl python2 pythonconsole pyx q qbasic \
        qlik qml qore qs qsharp qss quake quarto qvt r-console rackdiag racket ragel railroad \
        raku rdoc re reason reasonml rebol redcode redis reds reg regedit regex regexp registry \
        rego renpy requirements rescript restructuredtext rexx rhai rhtml riscv rkt roboconf \
        robot robotframework robots robots.txt roc rockstar roff rouge routeros rpm-spec rpmspec \
        rq rql rsl rspec rst rtf ruleslanguage sas sbt scad scaml scdoc scheme sci scilab sclang \
        scm scpt scss.liquid sed seqdiag sequence shader shaderlab shen shex shexc sieve silver \
        singularity slang slim sln smali smalltalk smarty smithy sml sml/nj smt smt2 smtlib \
        snakefile snakemake snobol snort soap sol solidity solution-file soong soql sosl \
        sourcepawn soy sp sparksql sparql spice spl splunk sqf sqli sqlpl sqlserver squeak \
        squirrel srecode srt ssh ssh-config ssh_config sshconfig st stan standardml stap \
        starlark stata stl structurizr styl stylus subrip supercollider surql surrealql sv \
        svgbob sway swig syslog systemd systemtap systemverilog t-sql tact tads tads3 \
        talon tap tasm tcl tcsh terra terragrunt tex texinfo textgrid textile textproto tfvars \
        thrift ti-basic tiddlywiki tikz tikzjs tl tla tnsnames toc todotxt tp trac transact-sql \
        treetop tremor troff tsql tsv tt2 ttl turtle twig txl txtpb typ typoscript typst uc \
        ucode uiua uml uniface unrealscript ur urbiscript urdf uri url urweb usd v vala vapi vb \
        vb.net vba vbnet vbs vbscript vcard vcf vcl vega vega-lite vegalite velocity veo verilog \
        verse vh vhd vhdl vimhelp visual-basic viz vlang volt vrml vtl vtt vyper \
        wasm wast wat wavedrom web-idl webassembly webidl webmanifest webvtt wenyan wget-config \
        wgsl whiley whitespace wiki wiki.tid winbatch wit wl wolfram wolfram-language wren wsd \
        wsgi x++ x10 x3d x64 x86 x86-64 xbase xc xcodeproj xeora xkb xmake xojo xorg xorg.conf \
        xpages xpath xpm xproc xq xquery xsd xslt xtend xtlang yacc yaml+jinja yamlfrontmatter \
        yang yara yasnippet yul zeek zenscript zephir zig zil zimpl zone zsh-session
        """.split(separator: " ").map(String.init))
}
