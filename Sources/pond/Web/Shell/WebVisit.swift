#if Web
  import Foundation
  import PondGraph
  import Synchronization

  /// What belongs to one browser: its token for forms, what it is in the middle of, and the way to
  /// the pond file, which is opened for one request alone.
  struct WebVisit: Sendable {
    /// What every form carries.
    let formToken: String
    /// Where the pond file is.
    let pondPath: String
    /// What this browser is in the middle of.
    let memory: WebMemory
    /// What all browsers' pages have in common.
    let pondMemory: PondMemory

    init(
      formToken: String, pondPath: String, memory: WebMemory = WebMemory(),
      pondMemory: PondMemory = PondMemory()
    ) {
      self.pondMemory = pondMemory
      self.formToken = formToken
      self.pondPath = pondPath
      self.memory = memory
    }

    /// Whether there is a pond file.
    var isTherePond: Bool { FileManager.default.fileExists(atPath: pondPath) }

    /// Looks at the pond.
    func looking<Result>(_ body: (Pond) throws -> Result) throws -> Result {
      try body(try Pond(at: pondPath, for: .looking, with: pondMemory))
    }

    /// Takes an answer into the pond.
    func deciding<Result>(_ body: (Pond) throws -> Result) throws -> Result {
      try body(try Pond(at: pondPath, for: .deciding, with: pondMemory))
    }

    /// Teaches the pond something; one that is not there is made.
    func learning<Result>(_ body: (Pond) throws -> Result) throws -> Result {
      try body(try Pond(at: pondPath, for: .learning, with: pondMemory))
    }
  }

  /// What a browser is in the middle of, for as long as the server runs. Nothing that a person said
  /// lies here alone: answers are in the pond file before the page that follows is shown.
  ///
  /// A class, for every request of a browser shares it.
  final class WebMemory: Sendable {
    private struct Contents {
      var values: [ObjectIdentifier: any Sendable] = [:]
      var notices: [(place: String, text: String)] = []
    }

    private let contents = Mutex(Contents())

    /// The value of a type, as it was kept last; nil where none was.
    func kept<Value: Sendable>(_ type: Value.Type = Value.self) -> Value? {
      contents.withLock { $0.values[ObjectIdentifier(type)] as? Value }
    }

    /// Keeps a value in the place of the one of its type; nil forgets that.
    func keep<Value: Sendable>(_ value: Value?, as type: Value.Type = Value.self) {
      contents.withLock { $0.values[ObjectIdentifier(type)] = value }
    }

    /// Keeps words for the page at a place.
    func leave(notice: String, for place: String) {
      contents.withLock { contents in
        contents.notices.append((place, notice))
        if contents.notices.count > 16 { contents.notices.removeFirst() }
      }
    }

    /// The words for the page at a place, once.
    func takeNotice(for place: String) -> String? {
      contents.withLock { contents in
        guard let index = contents.notices.firstIndex(where: { $0.place == place }) else {
          return nil
        }
        return contents.notices.remove(at: index).text
      }
    }
  }
#endif
