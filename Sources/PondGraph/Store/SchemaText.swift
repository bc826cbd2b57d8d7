import GRDB

/// The whole schema of a database as text: every row of its schema table. A pond file may come from
/// somebody else, and whatever acts in a database by itself stands there: triggers, views, checks,
/// generated columns, indexes over expressions, under whichever type name.
struct SchemaText: Equatable {
  private struct Line: Hashable, Comparable {
    let type: String
    let name: String
    let table: String
    let sql: String

    static func < (left: Line, right: Line) -> Bool {
      (left.name, left.type, left.table, left.sql)
        < (right.name, right.type, right.table, right.sql)
    }
  }

  private let lines: [Line]

  /// Reads the schema of a database.
  init(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master")
    var lines: [Line] = []
    while let row = try rows.next() {
      let line = Line(
        type: try row.word(0), name: try row.word(1), table: try row.word(2),
        sql: row.text(3) ?? "")
      if !Self.isOfSQLite(line) { lines.append(line) }
    }
    self.lines = lines.sorted()
  }

  // What ANALYZE leaves, which a person may have run, only says which index is quick.
  private static func isOfSQLite(_ line: Line) -> Bool {
    line
      == Line(
        type: "table", name: "sqlite_stat1", table: "sqlite_stat1",
        sql: "CREATE TABLE sqlite_stat1(tbl,idx,stat)")
  }

  /// The schema that some migrations make.
  init(of migrations: [Schema.Migration]) throws {
    let queue = try DatabaseQueue(configuration: Connection.configuration())
    try Migrator.migrate(queue, migrations)
    self = try queue.read(SchemaText.init)
  }

  /// Where this schema is not what it should be, as a clause that names the first such place; nil
  /// where it is.
  func difference(from right: SchemaText) -> String? {
    let (mine, its) = (Set(lines), Set(right.lines))
    if let line = lines.first(where: { !its.contains($0) }) {
      let known = right.lines.contains { $0.name == line.name && $0.type == line.type }
      return known
        ? "the \(line.type) \"\(line.name)\" was changed"
        : "it holds \(line.type == "index" ? "an" : "a") \(line.type) \"\(line.name)\" that no Pond made"
    }
    if let line = right.lines.first(where: { !mine.contains($0) }) {
      return "the \(line.type) \"\(line.name)\" is gone"
    }
    return lines.count == right.lines.count ? nil : "its schema says something twice"
  }
}

extension Migrator {
  /// Looks whether the schema is, to the letter, what the migrations that the file went through
  /// make: a file in which anything could act by itself is none of Pond's.
  static func verify(_ database: Database, _ migrations: [Schema.Migration]) throws {
    let made = try SchemaText(of: Array(migrations.prefix(try version(database))))
    if let difference = try SchemaText(database).difference(from: made) {
      throw OddValue(sentence: "its schema is not the one that Pond made: \(difference)")
    }
  }
}
