/// What an HTTP status that is no answer means to a person.
package enum StatusWords {
  /// The trouble that a status stands for; nil for one that brings a document or says "unchanged".
  package static func trouble(_ status: Int) -> FetchTrouble? {
    switch status {
    case 200...299, 304: nil
    case 401: FetchTrouble(.status, "its server asks for a password (401)")
    case 402: FetchTrouble(.status, "its server asks for money (402)")
    case 403: FetchTrouble(.status, "its server does not let Pond in (403)")
    case 404: FetchTrouble(.status, "its server has no such page (404)")
    case 410: FetchTrouble(.gone, "its server says that it is gone for good (410)")
    case 429: FetchTrouble(.busy, "its server asks for patience (429)")
    case 503: FetchTrouble(.busy, "its server is busy and asks for patience (503)")
    case 500...599: FetchTrouble(.status, "its server has trouble of its own (\(status))")
    default: FetchTrouble(.status, "its server answers \(status)")
    }
  }
}
