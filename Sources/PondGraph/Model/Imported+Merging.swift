extension Imported {
  /// What several inputs below one folder taught, told as one: for looking, not for storing.
  public static func merging(_ inputs: [Imported], path: String) -> Imported {
    if let only = inputs.first, inputs.count == 1 { return only }
    let formats = Set(inputs.map(\.format))
    var whole = Imported(path: path, format: formats.count == 1 ? formats.first ?? "" : "folder")
    for input in inputs {
      whole.isComplete = whole.isComplete && input.isComplete
      whole.accounts += input.accounts
      whole.repeats += input.repeats
      whole.postLinks.append(input.postLinks, after: whole.posts.count)
      whole.posts += input.posts
      whole.acts += input.acts
      whole.addressed += input.addressed
      whole.coverage += input.coverage
      whole.reachability += input.reachability
      whole.followers += input.followers
      whole.followerKeys += input.followerKeys
      whole.pageActs += input.pageActs
      whole.attention += input.attention
      whole.links += input.links
      whole.edges += input.edges
      whole.skipped += input.skipped
      whole.warnings += input.warnings.map { "\(input.path): \($0)" }
    }
    return whole
  }
}
