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
      lines += Words.wrap(
        "One in, one out: your close ring is full, and \(JoinText.name(least)) is whom it would "
          + "miss least.", to: width)
    }
    return lines
  }

  private func lines(of one: Pond.Discovered) -> [String] {
    let address = (one.account.feed ?? one.account.key.profile)?.masked ?? one.account.key.shown
    let voters = one.voters.prefix(5).map { Sanitize.line($0.title ?? $0.key.shown) }
    let more = one.voters.count - voters.count
    let names = more > 0 ? voters + ["\(more) more"] : Array(voters)
    let sentence =
      "\(Words.count(one.voters.count, "account")) of the \(found.witnesses) you keep whose follows "
      + "are known \(one.voters.count == 1 ? "points" : "point") there: \(Words.list(names))."
    return [
      Sanitize.line(one.account.title ?? one.account.key.shown), "  \(Sanitize.line(address))",
    ] + Words.wrap(sentence, to: width - 2).map { "  " + $0 } + [""]
  }
}
