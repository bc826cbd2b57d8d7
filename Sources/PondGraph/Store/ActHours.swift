package import Foundation
import GRDB

extension PondStore {
  /// The beginning of each hour in which the person did something of which a source keeps the time, and how
  /// often; what merely went by is left out. O(acts).
  package func actHours() throws -> [(hour: Date, count: Int)] {
    try asking { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT at / 3600000 AS hour, count(*) FROM act WHERE at > 0 AND kind <> 'seen'
          GROUP BY hour ORDER BY hour
          """)
      return try rows.map { row in
        (Instant.date(try row.number(0) * 3_600_000), Int(clamping: try row.number(1)))
      }
    }
  }
}
