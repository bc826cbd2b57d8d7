import PondGraph

/// The state of the pond file as JSON.
struct DoctorJSON: Encodable {
  struct Finding: Encodable {
    let what: String
    @Nullable var advice: String?
    let serious: Bool
  }

  let path: String
  let sound: Bool
  @Nullable var schemaVersion: Int?
  let bytes: Int
  let accounts: Int
  let posts: Int
  let acts: Int
  let decisions: Int
  let findings: [Finding]

  init(_ report: DoctorReport) {
    path = report.path
    sound = report.isSound
    schemaVersion = report.schemaVersion
    bytes = report.bytes
    accounts = report.accounts
    posts = report.posts
    acts = report.acts
    decisions = report.decisions
    findings = report.findings.map {
      Finding(what: $0.sentence, advice: $0.advice, serious: $0.isTrouble)
    }
  }
}
