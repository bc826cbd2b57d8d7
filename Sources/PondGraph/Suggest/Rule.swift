/// One step in the order of decision (model §4): what it is called, when it decides, and the paragraph
/// that `pond explain verdicts` prints. A new rule is a file in `Rules/` and a line in `Rules.swift`.
package struct Rule: Sendable {
  /// What it decides and on what ground.
  package typealias Decision = (verdict: Verdict, ground: Ruling.Ground)

  /// What it is called wherever it decided: in `why`, in JSON, in `pond explain verdicts`.
  package let name: String
  /// What it may decide, as the paragraph's heading; empty where that is for the person to say.
  package let outcome: String
  /// When it decides and why, in one paragraph of prose whose numbers are those of the code.
  package let paragraph: String
  /// Its decision; nil where it leaves the account to the rules after it.
  let decide: @Sendable (Readings) -> Rule.Decision?
}
