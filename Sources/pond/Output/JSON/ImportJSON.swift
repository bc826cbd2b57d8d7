import PondGraph

/// What was learned, as JSON: `{"failed":[…],"inputs":[…]}`, with `error` where nothing was, or where
/// something stopped it.
struct ImportJSON: Encodable {
  struct Counts: Encodable {
    let new: Int
    let known: Int
    let updated: Int
  }

  struct Input: Encodable {
    let path: String
    let format: String
    let complete: Bool
    let accounts: Counts
    let unlisted: Int
    let succession: SuccessionJSON
    let posts: Counts
    let acts: Counts
    let pagesOfOthers: Int
    let skipped: [InspectionJSON.SkippedBody]
    let warnings: [String]
  }

  let error: FailureJSON.Details?
  let failed: [FailureJSON.Input]
  let inputs: [Input]

  init(_ reports: [Pond.ImportReport], _ each: EachInput) {
    error = each.failure.map { FailureJSON.Details($0) }
    failed = each.failed.map(FailureJSON.Input.init)
    inputs = reports.map { report in
      Input(
        path: report.path, format: report.format, complete: report.isComplete,
        accounts: Counts(report.summary.accounts), unlisted: report.summary.unlisted,
        succession: SuccessionJSON(report.summary.succession),
        posts: Counts(report.summary.posts), acts: Counts(report.summary.acts),
        pagesOfOthers: report.summary.pagesOfOthers,
        skipped: report.skipped.map(InspectionJSON.SkippedBody.init), warnings: report.warnings)
    }
  }
}

extension ImportJSON.Counts {
  init(_ counts: ImportSummary.Counts) {
    self.init(new: counts.new, known: counts.known, updated: counts.updated)
  }
}
