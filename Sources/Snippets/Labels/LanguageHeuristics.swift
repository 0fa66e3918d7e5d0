/// The heuristics of each language that can be guessed: rows to add to.
///
/// A heuristic that several languages share gets a low weight or an excluding pattern.
enum LanguageHeuristics {
    static let table: [(language: String, signs: [LineSign])] = [
        ("go", go), ("python", python), ("java", java), ("csharp", csharp), ("c", c), ("cpp", cpp),
        ("javascript", javascript), ("typescript", typescript), ("swift", swift), ("rust", rust),
        ("php", php), ("perl", perl), ("ruby", ruby), ("lua", lua), ("kotlin", kotlin),
        ("scala", scala), ("sql", sql), ("css", css), ("scss", scss), ("dockerfile", dockerfile),
        ("protobuf", protobuf), ("nginx", nginx), ("hcl", hcl), ("asm", asm),
        ("makefile", makefile),
        ("vim", vim), ("groovy", groovy), ("objc", objc), ("cmake", cmake),
    ]

    /// The smaller language that a language extends: its heuristics count for both, if some of the
    /// larger one's match.
    static let parents = ["cpp": "c", "objc": "c", "typescript": "javascript", "scss": "css"]

    private static let go = [
        LineSign(4, "package ", lacks: [";", ".", "(", ":", "-", ","]),
        LineSign(4, "func ", has: ["("], end: "{", lacks: ["->", ": ", "throws"]),
        LineSign(4, "func ", has: ["(", ") "], lacks: ["->", ":", "throws", "{", ";"]),
        LineSign(5, "func (", has: [") "]),
        LineSign(5, "for ", has: [":= range "], end: "{"),
        LineSign(5, "for ", has: [":= ", ";"], end: "{"),
        LineSign(5, "if err != nil {"),
        LineSign(5, "if ", has: [":= ", "; "], end: "{"),
        LineSign(4, "return nil, "),
        LineSign(4, has: ["err := "]),
        LineSign(4, has: [", err = "]),
        LineSign(2, has: [" := "], lacks: ["$", ";"]),
        LineSign(5, "type ", has: [" struct"], end: "{"),
        LineSign(5, "type ", has: [" interface"], end: "{"),
        LineSign(4, "type ", has: [" func("]),
        LineSign(3, has: ["fmt.Print"]), LineSign(3, has: ["fmt.Sprintf("]),
        LineSign(3, has: ["fmt.Errorf("]), LineSign(3, has: ["log.Fatal"]),
        LineSign(5, "go func("), LineSign(4, "defer ", end: ")", lacks: [";"]),
        LineSign(4, "defer func() {"),
        LineSign(4, has: ["make(chan "]), LineSign(4, has: ["make(map["]),
        LineSign(4, has: ["make([]"]), LineSign(2, has: ["[]byte("]),
        LineSign(2, has: ["interface{}"]), LineSign(2, has: ["map[string]"]),
        LineSign(5, "import ("), LineSign(3, "import \"", end: "\""),
        LineSign(4, has: ["*testing.T)"]), LineSign(3, has: ["context.Context"]),
        LineSign(4, "case <-"), LineSign(4, has: [" <- "], end: "", lacks: [";", "->"]),
        LineSign(3, "var ", has: [" []"]), LineSign(3, "var ", has: [" sync."]),
        LineSign(2, "var ", has: [" = "], lacks: [";", ":"]),
    ]
    private static let python = [
        LineSign(5, "def ", has: ["("], end: ":"), LineSign(4, "class ", end: ":", lacks: [";"]),
        LineSign(5, "from ", has: [" import "], lacks: [";"]),
        LineSign(4, "import numpy"), LineSign(4, "import pandas"), LineSign(4, "import torch"),
        LineSign(4, "import tensorflow"), LineSign(4, "import cv2"),
        LineSign(1, "import ", lacks: [";", "\"", "'", "{", "("]),
        LineSign(3, "import os"), LineSign(3, "import sys"), LineSign(3, "import re"),
        LineSign(3, "import json"), LineSign(3, "import time"),
        LineSign(6, "if __name__"), LineSign(4, "elif ", end: ":"),
        LineSign(4, "except", end: ":"), LineSign(4, "try:"), LineSign(4, "finally:"),
        LineSign(4, "for ", has: [" in "], end: ":", lacks: ["(:", "$"]),
        LineSign(3, "while ", end: ":"), LineSign(3, "with ", has: [" as "], end: ":"),
        LineSign(2, "if ", end: ":", lacks: ["(", ";"]), LineSign(2, "else:"),
        LineSign(1, "print(", end: ")"), LineSign(3, has: [" = lambda "]),
        LineSign(1, has: ["self."], lacks: [";", "{"]),
    ]
    private static let java = [
        LineSign(5, has: ["public static void main("]), LineSign(3, "public class ", end: "{"),
        LineSign(3, "public interface ", end: "{"),
        LineSign(5, "import java"), LineSign(5, "import static "),
        LineSign(4, "import org.", end: ";"), LineSign(4, "import com.", end: ";"),
        LineSign(4, "package ", has: ["."], end: ";"), LineSign(5, "@Override"),
        LineSign(5, has: ["System.out."]), LineSign(4, "private static final "),
        LineSign(4, "public static final "),
        LineSign(2, "private ", end: ";", lacks: ["$", "let "]),
        LineSign(2, "public ", has: ["("], end: "{", lacks: ["func", "async", "$", "let "]),
        LineSign(4, has: ["new ArrayList<"]), LineSign(4, has: ["new HashMap<"]),
        LineSign(4, has: [") throws "], end: "{", lacks: ["func"]),
        LineSign(4, "@Autowired"), LineSign(4, "@RequestMapping("),
        LineSign(4, "@Test", has: ["@Test"], lacks: [" ", "("]),
        LineSign(4, "@Bean"), LineSign(2, "String ", has: [" = "], end: ";"),
        LineSign(3, has: ["List<String> "]), LineSign(3, has: ["Integer."]),
        LineSign(2, "public ", has: [" void "]),
    ]
    private static let csharp = [
        LineSign(5, "using System"), LineSign(5, has: ["Console.Write"]),
        LineSign(5, has: ["get; set;"]), LineSign(5, has: ["async Task"]),
        LineSign(3, "public ", has: [" string "]), LineSign(3, "private ", has: [" string "]),
        LineSign(3, "foreach (", has: [" in "]), LineSign(3, has: ["public override "]),
    ]
    private static let c = [
        LineSign(4, "#include <", has: [".h>"]), LineSign(2, "#include "),
        LineSign(3, "#define "), LineSign(3, "#ifdef "), LineSign(3, "#ifndef "),
        LineSign(4, "int main(", lacks: ["args: "]), LineSign(2, "printf(", end: ";"),
        LineSign(2, "struct ", end: ";"), LineSign(4, "typedef "),
        LineSign(4, has: ["unsigned int "]), LineSign(4, has: ["unsigned char "]),
        LineSign(4, has: ["unsigned long "]), LineSign(3, has: ["sizeof("]),
        LineSign(3, has: ["(void *)"]), LineSign(3, has: ["(void*)"]),
        LineSign(4, "static int "), LineSign(4, "static inline "),
        LineSign(4, "static void ", lacks: ["Main("]),
        LineSign(3, has: ["char *"]), LineSign(3, has: ["void *"]), LineSign(3, has: ["char* "]),
        LineSign(2, has: ["size_t "]), LineSign(2, has: ["int64_t "]),
        LineSign(2, has: ["int32_t "]),
        LineSign(3, has: ["malloc("]), LineSign(1, has: ["NULL"], lacks: ["NOT "]),
        LineSign(2, "struct ", has: [" *"]), LineSign(3, "const char"),
        LineSign(2, has: [" *", "("], end: "{", lacks: ["func", "fn ", "$", "for ", "if "]),
        LineSign(2, has: [" *", "("], end: ");", lacks: ["$", "=", "import ", "\""]),
        LineSign(2, "const struct "), LineSign(2, "enum ", has: ["_"], end: "{"),
        LineSign(1, has: ["->"], end: ";", lacks: ["$", "-->", "- "]),
    ]
    private static let cpp = [
        LineSign(3, has: ["std::"], lacks: ["use std"]), LineSign(5, has: ["cout <<"]),
        LineSign(5, has: ["cout<<"]), LineSign(5, "using namespace "), LineSign(5, "template <"),
        LineSign(5, "template<"), LineSign(5, "public:"), LineSign(4, "private:"),
        LineSign(4, "protected:"), LineSign(4, has: ["nullptr"]), LineSign(4, "virtual "),
        LineSign(5, "#include <iostream>"), LineSign(5, "#include <vector>"),
        LineSign(5, "#include <string>"), LineSign(5, "#include <map>"),
        LineSign(5, "#include <memory>"), LineSign(5, has: ["static_cast<"]),
        LineSign(4, has: ["const auto& "]), LineSign(3, "class ", has: [": public "]),
        LineSign(4, has: ["const string& "]), LineSign(4, has: ["const string &"]),
        LineSign(
            4, has: ["::", "("], end: "{",
            lacks: ["::before", "::after", "fn ", "impl ", "=>", "use "]),
        LineSign(4, has: ["::"], end: ";", lacks: ["use ", "$", "import ", "{", "::="]),
        LineSign(3, has: ["vector<"]), LineSign(3, has: ["unique_ptr<"]),
        LineSign(2, "class ", end: "{", lacks: ["extends", "implements"]),
        LineSign(3, "class ", end: ";"), LineSign(2, has: ["// ", ".cpp"]),
        LineSign(3, has: [") const"]),
        LineSign(3, "delete ", end: ";"),

    ]
    private static let javascript = [
        LineSign(5, has: ["console.log("]), LineSign(5, "module.exports"),
        LineSign(5, has: [" = require("]), LineSign(4, "document."),
        LineSign(3, has: ["document.get"]),
        LineSign(2, has: ["window."]), LineSign(3, has: [" => {"], lacks: ["->", "match"]),
        LineSign(4, has: ["function ("], end: "{", lacks: ["$"]),
        LineSign(4, has: ["function("], lacks: ["$", "local "]),
        LineSign(2, "function ", has: ["("], end: "{", lacks: ["$", "()"]),
        LineSign(4, "export default "), LineSign(4, "export const "),
        LineSign(5, "import ", has: [" from '"]), LineSign(5, "import ", has: [" from \""]),
        LineSign(4, has: ["async function"]), LineSign(3, has: [" === "], lacks: ["$"]),
        LineSign(3, has: [" !== "], lacks: ["$"]), LineSign(3, "var ", has: [" = "], end: ";"),
        LineSign(3, "var ", has: [" = {"]),
        LineSign(3, "let ", has: [" = "], end: ";", lacks: ["mut ", "::", ": "]),
        LineSign(
            3, "const ", has: [" = "], end: ";", lacks: ["char ", "int ", "std", "*", "&", ": "]),
        LineSign(5, has: ["new Promise("]), LineSign(3, has: [".then("]),
        LineSign(4, has: ["addEventListener("]), LineSign(4, "$(", has: [")."]),
        LineSign(3, has: ["JSON.stringify("]), LineSign(1, has: ["this."], end: ";", lacks: ["->"]),
    ]
    private static let typescript = [
        LineSign(4, has: [": string"], lacks: ["\"", "'"]),
        LineSign(4, has: [": number"], lacks: ["\"", "'"]),
        LineSign(4, has: [": boolean"], lacks: ["\"", "'"]), LineSign(4, "export interface "),
        LineSign(4, "export type "), LineSign(3, has: [" as const"]),
    ]
    private static let swift = [
        LineSign(5, "import Foundation"), LineSign(5, "import UIKit"),
        LineSign(5, "import SwiftUI"),
        LineSign(5, "import XCTest"), LineSign(4, "func ", has: [") -> "]),
        LineSign(4, has: ["func ", ": "], lacks: [":=", "\"", "//"]), LineSign(5, "guard let "),
        LineSign(5, "guard ", end: "else {"), LineSign(3, "if let ", end: "{", lacks: ["(", "=>"]),
        LineSign(1, "let ", has: [" = "], lacks: [";", "mut ", "g:"]),
        LineSign(3, "let ", has: [": ", " = "], lacks: [";", "&", "string", "number"]),
        LineSign(3, "var ", has: [": "], lacks: [";", "string", "number", "\""]),
        LineSign(5, has: ["override func "]), LineSign(5, has: ["mutating func "]),
        LineSign(5, has: ["public func "]), LineSign(5, has: ["static func "]),
        LineSign(5, "extension ", end: "{"),
        LineSign(4, "init(", end: "{"), LineSign(5, "protocol ", end: "{"),
        LineSign(4, "struct ", has: [": "], end: "{", lacks: [" : "]),
        LineSign(4, "public struct ", end: "{"),
        LineSign(5, has: [" throws -> "]), LineSign(4, has: [" async throws "]),
        LineSign(6, "// swift-tools-version"), LineSign(6, has: [".package(url:"]),
        LineSign(4, ".target("), LineSign(4, "@main"), LineSign(3, "case ."),
        LineSign(4, has: ["\\(", "\""], lacks: ["$", "grep", "sed", "find", "\\)"]),
        LineSign(4, "#expect("),
        LineSign(4, "import ", has: ["Kit"], lacks: [";", "."]), LineSign(3, has: ["try await "]),
    ]
    private static let rust = [
        LineSign(5, "fn ", has: ["("], end: "{"), LineSign(5, "pub fn "), LineSign(5, "let mut "),
        LineSign(5, has: ["println!("]), LineSign(5, "use std::"), LineSign(4, "impl ", end: "{"),
        LineSign(4, has: ["-> Result<"]), LineSign(4, has: ["&str"], lacks: ["("]),
        LineSign(4, has: ["&mut "]), LineSign(6, "#[derive("), LineSign(4, "pub struct "),
        LineSign(2, has: [".unwrap()"]), LineSign(4, "fn ", has: ["->"]),
        LineSign(4, "use ", has: ["::"], end: ";"),
    ]
    private static let php = [
        LineSign(9, "<?php"), LineSign(3, "$", has: [" = "], end: ";"),
        LineSign(3, "$", has: ["->"], end: ";"),
        LineSign(4, has: ["function ", "$"]), LineSign(4, "echo $", end: ";"),
    ]
    private static let perl = [
        LineSign(6, "my $"), LineSign(6, "my @"), LineSign(6, "use strict"),
        LineSign(3, "$", has: [" =~ "]),
        LineSign(3, "$", has: [" = "], end: ";"), LineSign(6, "#!/usr/bin/perl"),
        LineSign(6, "#!/usr/bin/env perl"),
    ]
    private static let ruby = [
        LineSign(4, "require '", end: "'"), LineSign(2, "def ", lacks: [":", "=", "{"]),
        LineSign(3, "end", has: ["end"], lacks: [" ", "(", ")", "_"]),
        LineSign(3, "puts "), LineSign(5, has: [" do |"]), LineSign(5, "attr_accessor "),
        LineSign(5, "class ", has: [" < "], lacks: ["{"]), LineSign(4, "gem '"),
        LineSign(4, "pod '"),
    ]
    private static let lua = [
        LineSign(5, "local function "), LineSign(4, "local ", has: [" = "], lacks: [";", "$"]),
        LineSign(2, "function ", end: ")", lacks: ["$"]),
        LineSign(3, "end", has: ["end"], lacks: [" ", "(", ")", "_"]),
        LineSign(3, "if ", end: " then", lacks: ["[", ";"]), LineSign(3, has: [" ~= "]),
        LineSign(3, has: [" .. "]),
    ]
    private static let kotlin = [
        LineSign(5, "fun ", has: ["("]), LineSign(3, "val ", has: [" = "]),
        LineSign(5, "data class "),
        LineSign(5, "override fun "), LineSign(4, "companion object"),
    ]
    private static let scala = [
        LineSign(5, "case class "), LineSign(3, "val ", has: [" = "]),
        LineSign(4, "def ", has: ["): ", " = "]),
        LineSign(4, "object ", end: "{"), LineSign(5, "import ", has: ["._"]),
    ]
    private static let sql = [
        LineSign(5, "INSERT INTO "), LineSign(5, "insert into "), LineSign(5, "CREATE TABLE "),
        LineSign(5, "create table "), LineSign(5, "ALTER TABLE "), LineSign(5, "alter table "),
        LineSign(5, "UPDATE ", has: [" SET "]), LineSign(5, "update ", has: [" set ", "="]),
        LineSign(5, "DELETE FROM "), LineSign(5, "delete from "), LineSign(5, "DROP TABLE "),
        LineSign(5, "CREATE DATABASE "), LineSign(5, "create database "),
        LineSign(5, "CREATE INDEX "),
        LineSign(5, "SELECT ", has: [" FROM "]), LineSign(5, "select ", has: [" from ", "*"]),
        LineSign(5, "select ", has: [" from "], end: ";"),
        LineSign(5, "select ", has: [" from ", " where "]),
        LineSign(3, "SELECT "), LineSign(1, "FROM ", lacks: [":", "/"]), LineSign(2, "WHERE "),
        LineSign(5, "CREATE USER "), LineSign(5, "GRANT ", has: [" ON "]),
        LineSign(3, has: [" NOT NULL"], end: ","), LineSign(4, "PRIMARY KEY"),
    ]
    private static let css =
        [
            "color:", "background:", "background-color:", "margin:", "padding:", "font-size:",
            "display:",
            "border:", "margin-left:", "margin-top:", "padding-left:", "text-align:",
            "line-height:",
            "position:", "font-family:", "float:", "overflow:", "border-radius:", "z-index:",
        ].map { LineSign(4, $0, end: ";", lacks: ["style="]) } + [LineSign(5, "@media ", end: "{")]
    private static let scss = [
        LineSign(5, "@include "), LineSign(5, "@use "), LineSign(4, has: [" & {"]),
        LineSign(4, "&-", end: "{"), LineSign(5, "@mixin "),
        LineSign(4, "$", has: [": "], end: ";"),
        LineSign(4, "&:", end: "{"), LineSign(4, "@extend "), LineSign(4, "&.", end: "{"),
    ]
    private static let dockerfile = [
        LineSign(2, "FROM ", lacks: [",", "=", ";"]), LineSign(3, "RUN "), LineSign(3, "COPY "),
        LineSign(3, "WORKDIR "),
        LineSign(3, "ENTRYPOINT "), LineSign(4, "CMD ["), LineSign(2, "EXPOSE "),
        LineSign(2, "ENV "), LineSign(3, "ADD ./"),
        LineSign(3, "MAINTAINER "),
    ]
    private static let protobuf = [
        LineSign(9, "syntax = \"proto"), LineSign(4, "message ", end: "{"),
        LineSign(6, "rpc ", has: ["returns"]),
        LineSign(4, "service ", end: "{"), LineSign(5, "option go_package"),
        LineSign(4, "optional ", has: [" = "], end: ";"),
        LineSign(4, "required ", has: [" = "], end: ";"),
        LineSign(4, "repeated ", has: [" = "], end: ";"),
        LineSign(2, "string ", has: [" = "], end: ";", lacks: ["\""]),
        LineSign(2, "int32 ", has: [" = "], end: ";"),
    ]
    private static let nginx = [
        LineSign(3, "server {"), LineSign(4, "location ", end: "{"),
        LineSign(3, "listen ", end: ";"),
        LineSign(5, "proxy_pass ", end: ";"), LineSign(4, "server_name ", end: ";"),
        LineSign(4, "upstream ", end: "{"),
        LineSign(3, "root ", end: ";"),
    ]
    private static let hcl = [
        LineSign(6, "resource \"", end: "{"), LineSign(6, "variable \"", end: "{"),
        LineSign(6, "provider \"", end: "{"),
    ]
    private static let asm = [
        LineSign(6, "TEXT ·"), LineSign(4, "MOVQ"), LineSign(4, "MOVL"), LineSign(4, "LEAQ"),
        LineSign(3, "CALL\t"),
        LineSign(3, "mov ", has: [","]), LineSign(3, "movq ", has: [","]),
        LineSign(3, "movl ", has: [","]),
        LineSign(3, "lea ", has: [","]), LineSign(3, "push "), LineSign(2, "pop "),
    ]
    private static let makefile = [
        LineSign(8, ".PHONY"), LineSign(6, has: ["$(MAKE)"]), LineSign(6, has: ["$(CC)"]),
        LineSign(6, has: ["$(shell "]),
    ]
    private static let vim = [
        LineSign(5, "let g:"), LineSign(4, "set ", has: ["="], lacks: [" = ", ";", "SET"]),
        LineSign(4, "nnoremap "), LineSign(4, "autocmd "),
        LineSign(4, "Plug '"), LineSign(4, "Plugin '"), LineSign(4, "Bundle '"),
        LineSign(4, "let &"), LineSign(3, "endif"), LineSign(4, "nmap "),
        LineSign(4, "map <"),
    ]
    private static let groovy = [
        LineSign(5, "apply plugin"), LineSign(5, "dependencies {"), LineSign(5, "repositories {"),
        LineSign(5, "compile '"),
        LineSign(5, "implementation '"), LineSign(5, "android {"), LineSign(4, "compile("),
        LineSign(5, "buildscript {"),
    ]
    private static let objc = [
        LineSign(6, "#import "), LineSign(6, "@interface "), LineSign(6, "@implementation "),
        LineSign(6, "@property ("), LineSign(5, "- (void)"),
        LineSign(5, has: ["[[", " alloc]"]), LineSign(5, has: ["NSString *"]),
        LineSign(5, has: ["@\""], end: ";"), LineSign(5, "[self "),
        LineSign(5, "- ("),
    ]
    private static let cmake = [
        LineSign(5, "cmake_minimum_required("), LineSign(5, "add_executable("),
        LineSign(5, "target_link_libraries("),
        LineSign(5, "find_package("), LineSign(4, "set("), LineSign(5, "project("),
        LineSign(5, "include_directories("),
    ]
}
