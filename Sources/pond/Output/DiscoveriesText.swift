import PondGraph

/// Whom the kept point at, each with who does.
struct DiscoveriesText {
  let found: Pond.Discoveries
  let limit: Int
  let width: Int

  /// The lines.
  var lines: [String] {
    let shown = limit == 0 ? found.found[...] : found.found.prefix(limit)
    var lines = shown.flatMap(lines(of:))
    if shown.count < found.found.count {
      lines.append(
        "and \(Words.grouped(found.found.count - shown.count)) more (--limit 0 shows all)")
    }
    if !shown.isEmpty, let least = found.leastMissed {
      lines += Words.wrap(Self.oneOut(least), to: width)
    }
    return lines
  }

  /// What a full ring asks for.
  static func oneOut(_ least: Account) -> String {
    "One in, one out: your close ring is full, and \(JoinText.name(least)) is whom it would "
      + "miss least."
  }

  /// Where nobody who is kept is known to point at anybody.
  static let noWitness =
    "Of nobody you keep Pond knows at whom they point: pond import --of ACCOUNT FILE tells it, "
    + "and so do feeds and readers' databases that hold the text of posts."

  private func lines(of one: Pond.Discovered) -> [String] {
    [Self.name(one), "  \(Self.address(one))"]
      + Words.wrap(sentence(one), to: width - 2).map { "  " + $0 } + [""]
  }

  /// What somebody who was found is called.
  static func name(_ one: Pond.Discovered) -> String {
    Sanitize.title(one.account.title ?? one.account.key.shown)
  }

  /// Where they are read.
  static func address(_ one: Pond.Discovered) -> String {
    Sanitize.line(
      (one.account.feed ?? one.account.key.profile)?.masked ?? one.account.key.shown)
  }

  /// Who points at them, and how.
  func sentence(_ one: Pond.Discovered) -> String {
    let voters = one.voters.prefix(5).map(words(of:))
    let more = one.voters.count - voters.count
    let parts = more > 0 ? voters + ["and \(Words.grouped(more)) more"] : Array(voters)
    return "\(Words.grouped(one.voters.count)) of the \(Words.grouped(found.witnesses)) you keep "
      + "whose follows or links are known: \(parts.joined(separator: "; "))."
  }

  /// What a voter says, and how it shows.
  private func words(of voter: Pond.Voter) -> String {
    let name = Sanitize.title(voter.account.title ?? voter.account.key.shown)
    guard voter.posts > 0 else { return "\(name) recommends it" }
    let engaged =
      switch voter.engaged {
      case 0: ""
      case voter.posts:
        voter.posts == 1 ? ", and you engaged with it" : ", and you engaged with all"
      default: ", and you engaged with \(Words.grouped(voter.engaged))"
      }
    let links = "\(Words.count(voter.posts, "post")) \(voter.posts == 1 ? "links" : "link")"
    return voter.recommends
      ? "\(name) recommends it, and \(links) to it\(engaged)"
      : "\(links) to it from \(name)\(engaged)"
  }
}
