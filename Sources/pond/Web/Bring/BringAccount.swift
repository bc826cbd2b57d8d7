#if Web
  import Foundation
  import PondGraph

  /// What came of what was brought, thing by thing: what was taken, skipped, damaged, as the terminal
  /// tells it. A thing that could not be learned costs no other.
  struct BringAccount: Sendable {
    /// One thing.
    struct Part: Sendable {
      let name: String
      let reports: [Pond.ImportReport]
      /// What was wrong with it, in its sentences; none where it was learned.
      let trouble: [String]
    }

    let parts: [Part]

    /// Learns things, one after another.
    init(
      _ things: [(name: String, brought: Pond.Brought)],
      learning: (Pond.Brought) throws -> [Pond.ImportReport]
    ) {
      parts = things.map { name, brought in
        do {
          return Part(name: name, reports: try learning(brought), trouble: [])
        } catch {
          let failure = (error as? any Failure) ?? UnexpectedFailure(underlying: error)
          return Part(name: name, reports: [], trouble: FailureText.sentences(failure))
        }
      }
    }

    private static let most = 20

    /// One sentence of all of it.
    var notice: String {
      let failed = parts.count { !$0.trouble.isEmpty }
      let learned = parts.count - failed
      guard failed > 0 else { return "Learned: \(Words.count(learned, "thing"))." }
      return "Learned: \(Words.count(learned, "thing")). Not learned: \(Words.grouped(failed))."
    }

    /// The page.
    var html: String {
      """
      <h1>What was learned</h1>
      \(parts.map(section).joined(separator: "\n"))
      <p class="row"><a class="go first" href="/">See where the pond stands</a> \
      <a class="go" href="/bring">Bring more</a></p>
      """
    }

    private func section(_ part: Part) -> String {
      """
      <section class="told">
      <h2><bdi>\(WebLink.text(part.name))</bdi></h2>
      \(part.trouble.isEmpty ? learned(part) : trouble(part))
      </section>
      """
    }

    private func trouble(_ part: Part) -> String {
      let words = part.trouble.map { "<p>\(WebLink.text($0))</p>" }
      return "<p class=\"said\">Not learned</p>\n" + words.joined(separator: "\n")
    }

    private func learned(_ part: Part) -> String {
      let reports = ImportText.joiningFeeds(part.reports, below: part.name)
      let told = reports.map { report -> String in
        let lines = ImportText(report: report, limit: Self.most).lines
        let rest = lines.dropFirst().map {
          "<li>\(WebLink.text($0.trimmingCharacters(in: .whitespaces)))</li>"
        }
        let list = rest.isEmpty ? "" : "\n<ul>\n\(rest.joined(separator: "\n"))\n</ul>"
        return "<p>\(WebLink.text(lines.first ?? ""))</p>\(list)"
      }
      return told.joined(separator: "\n")
    }
  }
#endif
