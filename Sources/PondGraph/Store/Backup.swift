package import Foundation
import GRDB

extension PondStore {
  /// Writes a copy of the whole pond file, as it stands between two writes: checked, synced,
  /// readable by its owner alone.
  /// - Throws: `StoreFailure.exists` where something of that name stands.
  package func backup(to path: String) throws {
    let target = URL(fileURLWithPath: path).standardizedFileURL.path
    var facts = stat()
    if lstat(target, &facts) == 0 { throw StoreFailure.exists(path: target) }
    try lending { try Copy.write(of: $0, to: target) }
  }

  /// Looks through the pond file, then hands its bytes over. The transaction that reads keeps every
  /// writer out until they are gone, so that they are of one moment, and what was looked through.
  package func backup(handing take: (Data) throws -> Void) throws {
    // What the other end says is no trouble of this file's.
    var refused: (any Error)?
    try lending { queue in
      try queue.read { database in
        try Copy.check(database)
        guard let file = FileHandle(forReadingAtPath: queue.path) else {
          throw PondFile.failure(queue.path, errno)
        }
        defer { try? file.close() }
        while refused == nil, let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
          do { try take(piece) } catch { refused = error }
        }
      }
    }
    if let refused { throw refused }
  }

  /// Puts a copy in place of a pond file. The copy is checked first and stays as it is; the
  /// present file, if there is one, is kept beside it under a name with the time in it.
  /// - Parameter denied: private hosts that the copy allows and the person does not.
  /// - Returns: where the present file was kept; nil where there was none.
  /// - Throws: `StoreFailure.notACopy` for anything but a sound copy, with nothing changed.
  @discardableResult
  package static func restore(
    from copy: String, to path: String, at now: Date, denying denied: [String] = []
  ) throws -> String? {
    let path = PondFile.resolved(path)
    let aside = free("\(path).before-restore-\(Stamp.text(now))")
    return try withSoundCopy(copy, for: path) { source -> String? in
      let kept = try without(denied, source, beside: path) { try put($0, in: path, aside: aside) }
      noteChange(of: path)
      return kept
    }
  }

  /// What a copy would bring along of what the person set.
  /// - Returns: every setting, and the private hosts that it allows and the present file does not.
  /// - Throws: as `restore`.
  package static func settings(
    ofCopy copy: String, for path: String
  ) throws -> (all: [CopySetting], newHosts: [String]) {
    let path = PondFile.resolved(path)
    return try withSoundCopy(copy, for: path) { source -> ([CopySetting], [String]) in
      let all = try source.read(CopySetting.all)
      let present = (try? open(path: path, mode: .reading).allowedHosts()) ?? []
      let hosts = all.filter { $0.name == CopySetting.allowedHost }.map(\.value)
      return (all, hosts.filter { !present.contains($0) })
    }
  }

  private static func withSoundCopy<Result>(
    _ copy: String, for path: String, _ use: (DatabaseQueue) throws -> Result
  ) throws -> Result {
    let copy = PondFile.resolved(copy)
    guard access(copy, F_OK) != 0 || !PondFile.isSame(copy, path) else {
      throw StoreFailure.copy(path: copy, .isThePondFile)
    }
    do {
      let mark = try OpenFiles.mark(copy, look: refuseUnlessCopy)
      return try withExtendedLifetime(mark) { try use(soundCopy(copy)) }
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  // What the person does not want is taken out before the copy is put in place, never after.
  private static func without<Result>(
    _ hosts: [String], _ source: DatabaseQueue, beside path: String,
    _ use: (DatabaseQueue) throws -> Result
  ) throws -> Result {
    guard !hosts.isEmpty else { return try use(source) }
    let draft = NewFile.draftName(for: path + ".restoring")
    defer { for end in ["", "-journal"] { unlink(draft + end) } }
    try Copy.write(of: source, to: draft)
    let copy = try Connection.open(draft)
    try copy.write { database in
      for host in hosts {
        try database.execute(
          sql: "DELETE FROM setting WHERE name = ? AND value = ?",
          arguments: [CopySetting.allowedHost, host])
      }
    }
    return try use(copy)
  }

  private static func refuseUnlessCopy(_ copy: String) throws {
    switch try standing(ofCopy: copy) {
    case .missing: throw StoreFailure.copy(path: copy, .missing)
    case .foreign(let looksLike):
      throw StoreFailure.notACopy(path: copy, reason: "it is \(looksLike)")
    case .pond(let version) where version > Schema.migrations.count:
      throw StoreFailure.newer(path: copy, version: version, known: Schema.migrations.count)
    case .pond(let version) where version < 1:
      throw StoreFailure.notACopy(path: copy, reason: "it has lost its version")
    case .pond: break
    }
  }

  private static func standing(ofCopy copy: String) throws -> PondFile.Standing {
    do {
      return try PondFile.standing(at: copy)
    } catch .notAFile {
      throw StoreFailure.copy(path: copy, .notAFile)
    } catch .forbidden {
      throw StoreFailure.copy(path: copy, .unreadable)
    }
  }

  private static func soundCopy(_ copy: String) throws -> DatabaseQueue {
    do {
      let source = try Connection.open(copy, readonly: true)
      try source.read { database in
        try Migrator.verify(database, Schema.migrations)
        try Copy.check(database)
      }
      return source
    } catch {
      throw StoreFailure.notACopy(path: copy, reason: StoreFailure(error, path: copy).sentence)
    }
  }

  /// A sound pond file is overwritten in one transaction of SQLite, so that another Pond which has
  /// it open sees the change and loses nothing; one that cannot be opened is set aside whole.
  private static func put(
    _ source: DatabaseQueue, in path: String, aside: String
  ) throws -> String? {
    if access(path, F_OK) != 0 {
      try Copy.write(of: source, to: path)
      return nil
    }
    do {
      guard access(path, W_OK) == 0 else { throw StoreFailure.readOnly(path: path) }
      let present = try open(path: path, mode: .writing)
      try present.lending { try Copy.write(of: $0, to: aside) }
      try replace(present, by: source, aside)
      return aside
    } catch let failure as StoreFailure {
      guard case .damaged = failure else { throw failure }
    }
    guard link(path, aside) == 0 else { throw PondFile.failure(aside, errno) }
    try Copy.write(of: source, to: path, replaces: true)
    return aside
  }

  private static func replace(
    _ present: PondStore, by source: DatabaseQueue, _ aside: String
  ) throws {
    var isReplaced = false
    do {
      try present.lending {
        try PageSums.replace($0, by: source, at: present.path) { isReplaced = true }
      }
    } catch let failure as StoreFailure where failure.kind == .busy && !isReplaced {
      // Nothing was changed, so nothing has to be kept aside.
      unlink(aside)
      throw failure
    } catch let failure as StoreFailure where failure.kind == .io {
      // SQLite cuts the file to its length after the change is made, and says of that the same.
      throw StoreFailure.unsure(
        path: present.path, reason: "not all of the copy could be put in place",
        state: "The pond file is whole: it is what it was or the copy. What it was is in \(aside)")
    }
  }

  // The name, or with a number behind it where an earlier restore took it within the same second.
  private static func free(_ name: String) -> String {
    var facts = stat()
    let names = [name] + (2...99).map { "\(name)-\($0)" }
    return names.first { lstat($0, &facts) != 0 } ?? name
  }
}
