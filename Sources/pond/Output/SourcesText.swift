import PondGraph

/// Sources in words, one a line.
enum SourcesText {
  /// A line for each source: how it stands, the day it was learned, and where it is.
  static func lines(_ sources: [Pond.Source]) -> [String] {
    sources.map { source in
      "\(Width.pad(word(source.state), to: 15))  \(Moment.day(source.source.learnedAt))  "
        + Sanitize.line(source.source.path) + said(source.source)
    }
  }

  /// What cannot be learned again, as a sentence; nil for what can, or need not.
  static func trouble(_ source: Pond.Source) -> String? {
    let path = Sanitize.line(source.source.path)
    return switch source.state {
    case .unchanged, .changed: nil
    case .gone: "\(path) is not there; pond sources --forget PATH looks for it no more."
    case .unreadable: "\(path) may not be read (permission denied)."
    case .anotherKind:
      "\(path) is no longer what it was (a folder, or a file); pond import PATH takes it as it is."
    }
  }

  private static func word(_ state: SourceState) -> String {
    switch state {
    case .unchanged: "as it was"
    case .changed: "changed"
    case .anotherKind: "something else"
    case .gone: "not there"
    case .unreadable: "may not be read"
    }
  }

  private static func said(_ source: RememberedSource) -> String {
    let parts = [
      source.format.map { "as \($0)" }, source.me.map { "me: \(Sanitize.line($0))" },
      source.owner.map { "of \(Sanitize.line($0))" }, source.takesPartial ? "partial" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}

/// Sources as rows for programs.
struct SourceFields {
  private let rows: Rows<Pond.Source>

  /// Takes the columns of these names, in their order; none takes all.
  init(_ names: [String]) { rows = Rows(Self.columns, names: names) }

  /// The names of the columns, in their order.
  static var names: [String] { columns.map(\.name) }

  /// The header and a row for each source.
  func lines(_ sources: [Pond.Source]) -> [String] { rows.lines(sources) }

  private typealias Column = Rows<Pond.Source>.Column

  private static var columns: [Column] {
    [
      Column(name: "path") { $0.source.path },
      Column(name: "state") { $0.state.rawValue },
      Column(name: "learnedAt") { Moment.iso8601($0.source.learnedAt) },
      Column(name: "format") { $0.source.format },
      Column(name: "me") { $0.source.me },
      Column(name: "owner") { $0.source.owner },
      Column(name: "partial") { "\($0.source.takesPartial)" },
    ]
  }
}
