import Foundation

extension Tool {
    /// nginx's configuration. It opens no file that an `include` names.
    package static let crossplane = Tool(
        "crossplane", commands: [["crossplane"]],
        arguments: ["parse", "--single-file"], mode: .each, read: CrossplaneOutput.readings)
}

/// Reads the errors in crossplane's one line of JSON:
///
///     {"status":"failed","errors":[{"file":"0.conf","error":"unexpected \"}\" in 0.conf:3","line":3}],…
enum CrossplaneOutput {
    private struct Answer: Decodable {
        let errors: [Fault]
    }

    private struct Fault: Decodable {
        let error: String
        let line: Int?
    }

    static func readings(of output: ToolOutput) -> [ToolReading] {
        output.files.map { file in
            guard output.status == 0,
                let answer = try? JSONDecoder().decode(Answer.self, from: Data(output.text.utf8))
            else { return .crashed("crossplane ended with \(output.status)") }
            var isMisplaced = false
            var findings: [ToolFinding] = []
            for fault in answer.errors {
                if fault.error.contains("directive is not allowed here") {
                    isMisplaced = true
                } else if let line = fault.line {
                    findings.append(
                        ToolFinding(line: line, column: nil, message(fault.error, file)))
                } else {
                    return .crashed(fault.error)
                }
            }
            if !findings.isEmpty { return .rejected(findings) }
            // It looks into no block that stands where it may not.
            return isMisplaced ? .undecided("its directives are of several places") : .accepted
        }
    }

    /// `unexpected "}" in 0.conf:3` gives what stands before the place.
    private static func message(_ text: String, _ file: String) -> String {
        text.ranges(of: " in \(file):").last.map { String(text[..<$0.lowerBound]) } ?? text
    }
}
