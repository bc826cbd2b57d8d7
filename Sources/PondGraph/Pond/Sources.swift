public import Foundation

extension Pond {
  /// Something that the person gave Pond to learn, and how it stands on the disk now.
  public struct Source: Hashable, Sendable {
    /// What is remembered of it.
    public let source: RememberedSource
    /// How it stands.
    public let state: SourceState
  }

  /// Everything that was given to `learn`, in the order of the paths.
  public func sources() throws -> [Source] {
    try store.sources().map { Source(source: $0, state: SourceStamp.state(of: $0)) }
  }

  /// Forgets a source, by its path or the end of it: what was learned from it stays, and it is not
  /// looked at again.
  /// - Throws: `SourceFailure` where the name fits none or several.
  public func forget(source named: String) throws -> RememberedSource {
    let all = try store.sources()
    let absolute = PondFile.resolved(named)
    let exact = all.filter { $0.path == absolute || $0.path == named }
    let fitting = exact.isEmpty ? all.filter { $0.path.hasSuffix(named) } : exact
    guard fitting.count == 1, let source = fitting.first else {
      throw SourceFailure(
        named: named, paths: (fitting.isEmpty ? all : fitting).map(\.path),
        isUnknown: fitting.isEmpty)
    }
    _ = try store.forget(source: source.path)
    return source
  }

  // What was read from standard input is not there a second time.
  static func source(
    _ path: String, _ standing: SourceStamp.Standing, _ options: ReadingOptions
  ) -> RememberedSource? {
    guard path != "-", case .there(let stamp) = standing else { return nil }
    return RememberedSource(
      path: PondFile.resolved(path), format: options.format, me: options.me,
      owner: options.owner, takesPartial: options.takesPartial, learnedAt: options.now,
      stamp: stamp)
  }
}

extension Pond.ReadingOptions {
  /// As a source was read the last time.
  public init(_ source: RememberedSource, now: Date) {
    self.init(
      now: now, format: source.format, takesPartial: source.takesPartial, me: source.me,
      owner: source.owner)
  }
}

/// Why a source could not be found.
struct SourceFailure: Failure, Hashable {
  let named: String
  let paths: [String]
  let isUnknown: Bool

  var kind: FailureKind { .usage }

  var sentence: String {
    guard !paths.isEmpty else { return "no source is remembered, so none that '\(named)' could be" }
    return isUnknown
      ? "no remembered source is called '\(named)'; there are:"
      : "'\(named)' fits \(paths.count) remembered sources:"
  }

  var lines: [String] {
    paths.prefix(8).map { "  " + $0 } + (paths.count > 8 ? ["  and \(paths.count - 8) more"] : [])
  }

  var state: String? { "Nothing was changed." }
  var advice: String? { "pond sources shows them; the whole path names one." }
}
