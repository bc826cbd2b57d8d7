import Foundation
import GRDB

extension PondStore {
  /// What the last check put right; nil where there was nothing to put right.
  package func correction() throws -> KeptCorrection? {
    try asking { database in
      let rows = try BulkStatement(
        database, "SELECT foretold, came, accounts, days, at FROM correction ORDER BY foretold")
      var steps: [KeptCorrection.Step] = []
      var found: KeptCorrection?
      while try rows.next() {
        guard let foretold = rows.real(0), let came = rows.real(1) else { continue }
        steps.append(KeptCorrection.Step(foretold: foretold, came: came))
        found = KeptCorrection(
          steps: steps, accounts: Int(try rows.number(2)), days: rows.real(3) ?? 0,
          at: Instant.date(try rows.number(4)))
      }
      return found
    }
  }

  /// Remembers what a check put right in place of what the one before did; nil forgets it.
  package func keep(_ correction: KeptCorrection?) throws {
    try changing { database in
      try database.execute(sql: "DELETE FROM correction")
      guard let correction else { return }
      for step in correction.steps {
        try database.execute(
          sql: """
            INSERT INTO correction (foretold, came, accounts, days, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
          arguments: [
            step.foretold, step.came, correction.accounts, correction.days,
            Instant.stored(correction.at) ?? 0,
          ])
      }
    }
  }
}
