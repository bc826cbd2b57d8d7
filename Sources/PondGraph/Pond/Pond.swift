import Foundation

/// The hall: Pond's whole promise, in the files named after it. Each method calls the rooms in
/// order and decides nothing itself.
///
/// A class, because it holds the one connection to the pond file.
public final class Pond {
  /// How a pond file is opened.
  public enum Purpose: Sendable {
    /// To look: a pond file that is not there is not made.
    case looking
    /// To answer: likewise.
    case deciding
    /// To learn: a pond file that is not there is made, complete, for its owner alone, once the
    /// first input was read.
    case learning
  }

  let path: String
  private let purpose: Purpose
  private var opened: PondStore?

  /// Opens the pond file at `path`.
  /// - Throws: a `Failure` that says what is wrong with the file and what to do.
  public init(at path: String, for purpose: Purpose) throws {
    self.path = path
    self.purpose = purpose
    if purpose != .learning { _ = try store }
  }

  /// A word that is another after every change of the pond file; nil where the file is not there. The file is
  /// asked by its path: opening and closing it once more would give up what SQLite holds of it.
  public var state: String? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    let changed = facts.st_mtim
    return "\(facts.st_ino) \(facts.st_size) \(changed.tv_sec) \(changed.tv_nsec)"
  }

  /// The pond file, opened when it is first needed.
  var store: PondStore {
    get throws {
      if let opened { return opened }
      let store = try PondStore.open(path: path, mode: purpose.mode)
      opened = store
      return store
    }
  }
}

extension Pond.Purpose {
  fileprivate var mode: PondStore.Mode {
    switch self {
    case .looking: .reading
    case .deciding: .changing
    case .learning: .writing
    }
  }
}
