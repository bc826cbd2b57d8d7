import Foundation

/// The files of one folder, told apart: feeds, snapshots of one feed, snapshots that are none, and
/// what is something else.
struct FeedShelf {
  private let folder: String
  private let options: ImportOptions
  private var snapshots: [FeedSnapshot] = []
  private var strangers: [Stranger] = []

  /// A file that gave no feed.
  struct Stranger {
    let path: String
    let why: String
    let isLoss: Bool
    let name: FeedFileName
  }

  init(folder: String, options: ImportOptions) {
    self.folder = folder
    self.options = options
  }

  /// Reads a file of the folder.
  mutating func add(_ path: String) {
    do {
      snapshots.append(
        try FeedSnapshot(
          path: path, bytes: try FeedFolder.bytes(of: path), takesPartial: options.takesPartial))
    } catch let failure as ImportFailure {
      strangers.append(stranger(path, failure))
    } catch {
      strangers.append(
        Stranger(
          path: path, why: "it could not be read", isLoss: true, name: FeedFileName(path: path)))
    }
  }

  private func stranger(_ path: String, _ failure: ImportFailure) -> Stranger {
    let name = FeedFileName(path: path)
    let prefix = "\(path): "
    let sentence =
      failure.sentence.hasPrefix(prefix)
      ? String(failure.sentence.dropFirst(prefix.count)) : failure.sentence
    switch failure {
    case .notWhatItClaims, .unknownFormat:
      return Stranger(path: path, why: otherKind(path), isLoss: false, name: name)
    case .cutShort(_, _, _, let standing):
      let why = "\(sentence); \(standing) before that point, --partial takes them"
      return Stranger(path: path, why: why, isLoss: true, name: name)
    default: return Stranger(path: path, why: sentence, isLoss: true, name: name)
    }
  }

  /// What a file is that is no feed. What another importer may know is not this one's to judge.
  private func otherKind(_ path: String) -> String {
    let kind = (try? FeedFolder.bytes(of: path)).map { FeedSniff($0) } ?? .unknown
    switch kind {
    case .webPage: return "it is a web page, not a feed"
    case .unknown: return "it is no feed; import it by itself"
    default: return "it is \(kind.words), not a feed; import it by itself"
    }
  }

  // MARK: What the folder is

  /// The results: one for the whole folder when it holds snapshots of one feed, else one for each
  /// file; and the files that gave none.
  func results(format: String) -> ([Imported], [Skipped]) {
    let dated = strangers.filter(\.name.isDateAlone)
    guard isSeries, let series = FeedSeries(snapshots, missed: dated, folder: folder) else {
      let imported = snapshots.map { $0.imported(format: format, now: options.now) }
      return (imported, strangers.map(\.skipped))
    }
    let others = strangers.filter { !$0.name.isDateAlone }
    return ([series.imported(format: format, now: options.now)], others.map(\.skipped))
  }

  /// Files named by nothing but their dates, or several files of one account.
  private var isSeries: Bool {
    let names = snapshots.map { FeedFileName(path: $0.path) }
    if !names.isEmpty, names.allSatisfy(\.isDateAlone) { return true }
    let accounts = Set(snapshots.map(\.account))
    return snapshots.count > 1 && accounts.count == 1 && !snapshots.contains(where: \.isNameless)
  }
}

extension FeedShelf.Stranger {
  var skipped: Skipped { Skipped(what: path, why: why, isLoss: isLoss) }
}
