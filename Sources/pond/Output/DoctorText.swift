import PondGraph

/// The state of the pond file, for a person.
enum DoctorText {
  /// The lines: where it is, what it holds, what was found.
  static func lines(_ report: DoctorReport) -> [String] {
    let kilobytes = Words.grouped(report.bytes / 1024)
    var lines = [
      Sanitize.line(report.path),
      "  \(Words.count(report.accounts, "account")), \(Words.count(report.posts, "post")), "
        + "\(Words.count(report.acts, "act")), \(Words.count(report.decisions, "decision")), "
        + "\(kilobytes) KB",
    ]
    for finding in report.findings {
      lines.append(
        "  \(finding.isTrouble ? "trouble" : "remark"): \(Sanitize.line(finding.sentence))")
      if let advice = finding.advice { lines.append("    \(Sanitize.line(advice))") }
    }
    lines.append(report.isSound ? "  It is sound." : "  It is not sound. Keep the file.")
    return lines
  }
}
