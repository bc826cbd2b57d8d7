/// How far Pond goes for one answer, and how many it waits for at once.
package struct FetchLimits: Hashable, Sendable {
  /// Seconds until a connection stands.
  package var connectSeconds = 15.0
  /// Seconds for an answer in all, redirects included.
  package var totalSeconds = 60.0
  /// Bytes of an answer after decoding.
  package var bodyBytes = 16 << 20
  /// Bytes of the headers of one answer.
  package var headerBytes = 64 << 10
  /// Redirects that are followed.
  package var redirects = 8
  /// Requests in flight at once.
  package var inFlight = 64
  /// Of those, to one host.
  package var perHost = 2
  /// Bytes of answers that wait to be kept, before no new request begins.
  package var inboxBytes = 32 << 20
  /// A file of certificates that are trusted in place of this machine's, for tests; nil for this
  /// machine's.
  package var authorities: String?

  /// The limits that docs/Fetch.md states.
  package init() {}
}
