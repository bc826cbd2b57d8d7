import Foundation
import GRDB

extension PondStore {
  /// Looks a pond file over without changing it. Damage is reported, not thrown.
  /// - Parameter deep: whether every index is held against its table too.
  /// - Throws: a `StoreFailure` for a file that is missing, foreign, newer, locked or unreadable.
  package static func doctor(path: String, deep: Bool) throws -> DoctorReport {
    let path = PondFile.resolved(path)
    var report = DoctorReport(path: path)
    report.findings += permissionFindings(path)
    do {
      let store = try open(path: path, mode: .reading)
      try store.asking { try Doctor($0, deep: deep).examine(&report) }
      if deep { try store.readAll() }
    } catch let failure as StoreFailure {
      guard case .damaged(_, let reason) = failure else { throw failure }
      report.findings.append(Doctor.damage(reason))
    }
    return report
  }

  /// Reads what is printed and exported, for a value that Pond cannot have written.
  private func readAll() throws {
    _ = try accounts()
    _ = try journal()
    _ = try notes()
    _ = try learned()
    _ = try sources()
    _ = try cycles()
    _ = try intentions()
    _ = try fetchMemories(.feed)
  }

  private static func permissionFindings(_ path: String) -> [DoctorReport.Finding] {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & 0o077 != 0 else { return [] }
    return [
      DoctorReport.Finding(
        sentence: "Other accounts of this machine may open the pond file.",
        advice: "chmod 600 on the file says that it is yours.", isTrouble: false)
    ]
  }
}

/// One examination of an open pond file.
struct Doctor {
  private let database: Database
  private let deep: Bool

  init(_ database: Database, deep: Bool) {
    self.database = database
    self.deep = deep
  }

  /// Fills the report.
  func examine(_ report: inout DoctorReport) throws {
    report.schemaVersion = try Migrator.version(database)
    try measure(&report)
    report.findings +=
      try changedPages() + damagedPages() + brokenReferences() + damagedOriginals() + orphans()
      + earlierImports() + oddColumns() + oddIndex()
    report.accounts = try count("SELECT count(*) FROM account")
    report.posts = try count("SELECT count(*) FROM post")
    report.acts = try count("SELECT count(*) FROM act")
    report.decisions = try count("SELECT count(*) FROM decision")
  }

  /// What to say of damage.
  static func damage(_ reason: String) -> DoctorReport.Finding {
    DoctorReport.Finding(
      sentence: "The pond file is damaged: \(reason).",
      advice: "Bring a backup back with pond restore FILE; the damaged file is kept beside it.",
      isTrouble: true)
  }

  private func measure(_ report: inout DoctorReport) throws {
    let page = try count("PRAGMA page_size")
    report.bytes = try count("PRAGMA page_count") * page
    report.freeBytes = try count("PRAGMA freelist_count") * page
  }

  private func changedPages() throws -> [DoctorReport.Finding] {
    guard PageSums.areKept(database) else {
      return [
        DoctorReport.Finding(
          sentence: "It keeps no checksums, for an older Pond made it.",
          advice: nil, isTrouble: false)
      ]
    }
    return try PageSums.damage(database).map { [Self.damage($0)] } ?? []
  }

  // Every version of every list, for an older one may be what an undo needs.
  private func damagedOriginals() throws -> [DoctorReport.Finding] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT sha256, size, is_compressed, bytes FROM original")
    var count = 0
    while let row = try rows.next() {
      let stored = row.bytes(3) ?? Data()
      let size = Int(clamping: try row.number(1))
      let bytes = try row.number(2) == 0 ? stored : Compression.inflated(stored, size: size)
      let isWhole = bytes.map { Digest.sha256($0) == row.bytes(0).map(Array.init) } ?? false
      if !isWhole { count += 1 }
    }
    let lists = count == 1 ? "1 kept list is" : "\(count) kept lists are"
    return count == 0 ? [] : [Self.damage("\(lists) not what was imported")]
  }

  private func damagedPages() throws -> [DoctorReport.Finding] {
    let check = deep ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)"
    return try Row.fetchAll(database, sql: check).compactMap { $0.text(0) }
      .filter { $0 != "ok" }.map(Self.damage)
  }

  private func brokenReferences() throws -> [DoctorReport.Finding] {
    let broken = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
    return broken == 0 ? [] : [Self.damage("\(broken) rows refer to one that is gone")]
  }

  private func orphans() throws -> [DoctorReport.Finding] {
    let words = try count("SELECT count(*) FROM post_text WHERE id NOT IN (SELECT text FROM post)")
    return words == 0
      ? []
      : [
        DoctorReport.Finding(
          sentence: "The words of \(words) posts belong to no post.", advice: nil, isTrouble: true)
      ]
  }

  private func earlierImports() throws -> [DoctorReport.Finding] {
    let paths = try PondStore.earlierImports(database)
    guard !paths.isEmpty else { return [] }
    let which = paths.count == 1 ? "this file" : "these \(paths.count) files"
    return [
      DoctorReport.Finding(
        sentence: "An older Pond learned from \(which) and kept less: "
          + paths.joined(separator: ", ") + ".",
        advice: "Importing what is named again makes the figures whole; no answer is lost.",
        isTrouble: false)
    ]
  }

  // What was gathered for all looks is gathered once more.
  private func oddColumns() throws -> [DoctorReport.Finding] {
    guard deep else { return [] }
    let odd = try ObservedTable(database).countOdd()
    return odd == 0
      ? []
      : [Self.damage("what was gathered of \(odd) accounts is not what their posts and acts say")]
  }

  private func oddIndex() throws -> [DoctorReport.Finding] {
    guard deep else { return [] }
    do {
      guard try FindingIndex(database).countOdd() > 0 else { return [] }
    } catch let error as DatabaseError where FindingIndex.isDamage(error) {}
    return [
      DoctorReport.Finding(
        sentence:
          "The index by which pond who finds is damaged: what it answers may be too little.",
        advice: "pond who --anew TOPIC makes it anew; it holds nothing that is not kept elsewhere.",
        isTrouble: true)
    ]
  }

  private func count(_ sql: String) throws -> Int {
    Int(try Row.fetchOne(database, sql: sql)?.number(0) ?? 0)
  }
}
