public import Foundation

extension Pond {
  /// One format that Pond reads.
  public struct Format: Sendable {
    /// Its name, as `--as` takes it.
    public let name: String
    /// One sentence of what is learned from it.
    public let learns: String
  }

  /// How inputs are read.
  public struct ReadingOptions: Sendable {
    /// The moment that counts as the present.
    public var now: Date
    /// The format to take it for; nil asks the bytes.
    public var format: String?
    /// Whether to take what stands before the cut in a file that was cut short.
    public var takesPartial: Bool
    /// Who the person is, where an export does not say: a handle, an address, a key.
    public var me: String?
    /// Whose export it is, where it is somebody else's: any piece of a known account.
    public var owner: String?

    /// Makes options of their parts.
    public init(
      now: Date, format: String? = nil, takesPartial: Bool = false, me: String? = nil,
      owner: String? = nil
    ) {
      self.now = now
      self.format = format
      self.takesPartial = takesPartial
      self.me = me
      self.owner = owner
    }
  }

  /// One input that was learned: what it said and what of it was new.
  public struct ImportReport: Sendable {
    /// Where it was read from.
    public let path: String
    /// Its format.
    public let format: String
    /// Whether all of it was there.
    public let isComplete: Bool
    /// What was not taken, and why.
    public let skipped: [Skipped]
    /// What was damaged and read whole anyway.
    public let warnings: [String]
    /// What was new, known and changed.
    public let summary: ImportSummary

    init(_ imported: Imported, _ summary: ImportSummary) {
      path = imported.path
      format = imported.format
      isComplete = imported.isComplete
      skipped = imported.skipped + summary.skipped
      warnings = imported.warnings
      self.summary = summary
    }

    /// Several reports told as one; warnings say which of them they are of.
    public init(joining reports: [ImportReport], path: String, format: String) {
      self.path = path
      self.format = format
      isComplete = reports.allSatisfy(\.isComplete)
      skipped = reports.flatMap(\.skipped)
      warnings = reports.flatMap { report in report.warnings.map { "\(report.path): \($0)" } }
      summary = ImportSummary(adding: reports.map(\.summary), path: path, format: format)
    }
  }

  /// Every format that Pond reads, in the order in which they are tried.
  public static var formats: [Format] {
    Importers.all.map { Format(name: $0.format, learns: $0.learns) }
  }

  /// Says what a file or folder would teach, opening no pond file.
  public static func inspect(_ path: String, _ options: ReadingOptions) throws -> Imported {
    Imported.merging(
      try Importers.read(path, as: options.format, options: options.forImporters), path: path)
  }

  // Enough that those of one account lie together when they are stored, few enough that the parts on
  // their way take some dozens of megabytes.
  private static let postsOfPart = 1 << 15

  /// Learns what a file or folder holds: all of it, or nothing.
  /// - Parameter done: told of each input in it, when all of them are durable.
  /// - Parameters:
  ///   - allowsEmpty: whether a list that names nobody may take the place of one that did.
  ///   - placing: what a list does with an older one.
  public func learn(
    _ path: String, _ options: ReadingOptions, allowsEmpty: Bool = false,
    placing: ListPlacing = .recognized, done: (ImportReport) throws -> Void
  ) throws {
    var reading = options.forImporters
    reading.postsOfPart = Self.postsOfPart
    // Before it is read: what changes meanwhile is a change.
    let standing = path == "-" ? SourceStamp.Standing.gone : SourceStamp.standing(at: path)
    let inputs = try Importers.read(path, as: options.format, options: reading)
    try store(
      inputs, options, allowsEmpty: allowsEmpty, placing: placing,
      from: Self.source(path, standing, options), done: done)
  }

  /// Something that came without a place of its own, as what is dropped onto a page does.
  public struct Brought: Sendable {
    let name: String
    let files: [BroughtFile]
    let isFolder: Bool

    /// One file.
    /// - Parameters:
    ///   - name: what the person calls it.
    ///   - place: where it lies for the moment.
    public init(file name: String, at place: String) {
      self.name = name
      files = [BroughtFile(name: name, place: place)]
      isFolder = false
    }

    /// A folder, file by file.
    /// - Parameter files: the names of its files, with the folders below it, and where they lie.
    public init(folder name: String, files: [(name: String, place: String)]) {
      self.name = name
      self.files = files.map { BroughtFile(name: $0.name, place: $0.place) }
      isFolder = true
    }
  }

  /// Learns what was brought: all of it, or nothing. Where it lies is not remembered; lists are called
  /// as the person calls them.
  public func learn(
    _ brought: Brought, _ options: ReadingOptions, done: (ImportReport) throws -> Void
  ) throws {
    var reading = options.forImporters
    reading.postsOfPart = Self.postsOfPart
    let source =
      if !brought.isFolder, let file = brought.files.first {
        try ImportSource(path: brought.name, at: file.place)
      } else {
        ImportSource(path: brought.name, files: brought.files)
      }
    let inputs = try Importers.read(source, as: options.format, options: reading)
    try store(inputs, options, isBrought: true, done: done)
  }

  private func store(
    _ read: [Imported], _ options: ReadingOptions, allowsEmpty: Bool = false,
    placing: ListPlacing = .recognized, from source: RememberedSource? = nil,
    isBrought: Bool = false, done: (ImportReport) throws -> Void
  ) throws {
    var inputs = read
    if let piece = options.owner {
      let owner = try account(meant: piece).key
      inputs = inputs.map { $0.asExport(of: owner) }
    }
    if case .replacing = placing, inputs.count != 1 {
      throw ListFailure.notOneInput(count: inputs.count)
    }
    let summaries = try store.write(
      inputs, at: options.now, allowsEmpty: allowsEmpty, placing: placing,
      from: source, isBrought: isBrought)
    for (imported, summary) in zip(inputs, summaries) { try done(ImportReport(imported, summary)) }
  }
}

extension Pond.ReadingOptions {
  fileprivate var forImporters: ImportOptions {
    ImportOptions(now: now, takesPartial: takesPartial, me: me)
  }
}
