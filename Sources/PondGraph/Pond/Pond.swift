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
  private let memory: PondMemory
  private var opened: PondStore?

  /// Opens the pond file at `path`.
  /// - Parameter memory: what earlier openings made of it, for a program that opens it again and again.
  /// - Throws: a `Failure` that says what is wrong with the file and what to do.
  public init(at path: String, for purpose: Purpose, with memory: PondMemory? = nil) throws {
    self.path = path
    self.purpose = purpose
    self.memory = memory ?? PondMemory(BookShelf())
    if purpose != .learning { _ = try store }
  }

  /// The pond file, opened when it is first needed.
  var store: PondStore {
    get throws {
      if let opened { return opened }
      let store = try PondStore.open(path: path, mode: purpose.mode, shelf: memory.shelf)
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

/// What was made of a pond file, from one opening to the next. Nothing of it outlives a change of what it was
/// made of: a page that is shown from it is the page that would be made anew.
public final class PondMemory: Sendable {
  let shelf: BookShelf

  fileprivate init(_ shelf: BookShelf) { self.shelf = shelf }

  /// An empty memory, for many openings.
  public convenience init() { self.init(BookShelf(lasts: true)) }
}
