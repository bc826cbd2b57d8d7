import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: your word for a folder")
struct FolderWordTests {
  private func found(_ verdict: Verdict?, perDay: Double, folder: String? = "News") -> Assessment {
    let evidence = Here.evidence(
      "wire", days: 300, Here.posts(from: 299, to: 1, count: Int(298 * perDay)) { _ in [] },
      folder: folder)
    return Assessor.assess(
      evidence, prior: .fallback, measures: Measures(verdict.map { [.folder("News", $0)] } ?? []),
      now: Here.now)
  }

  @Test(
    "what costs something there is thinned or stays, as was agreed; nobody is let go by it (R5)")
  func counts() {
    #expect(found(nil, perDay: 5).verdict == .letGo)
    #expect(found(.thin, perDay: 5).verdict == .thin)
    #expect(found(.keep, perDay: 5).verdict == .keep)
    #expect(found(.thin, perDay: 5).rule == "your word for a folder")
  }

  @Test("the quiet ones of it, and those of other folders, are judged as before")
  func others() {
    #expect(found(.thin, perDay: 0.1).rule == "small cost")
    #expect(found(.thin, perDay: 5, folder: "Old News").verdict == .letGo)
    #expect(found(.thin, perDay: 5, folder: nil).verdict == .letGo)
  }

  @Test("an answer about the account itself outranks it (S8)")
  func answer() {
    var evidence = Here.evidence(
      "wire", days: 300, Here.posts(from: 299, to: 1, count: 1500) { _ in [] }, folder: "News")
    evidence.decision = Decision(
      account: evidence.account, answer: .keep, at: Here.now, reason: nil, evidenceSeen: nil)
    let assessment = Assessor.assess(
      evidence, prior: .fallback, measures: Measures([.folder("News", .thin)]), now: Here.now)
    #expect(assessment.verdict == .keep && assessment.withoutAnswer == .thin)
  }

  @Test("the case says so, and what the figures alone would say")
  func words() {
    let thin = found(.thin, perDay: 5).suggestion
    #expect(thin.forLeaving.text.contains("there may be less of what stands in “News”"))
    #expect(thin.whatWouldChange.text.contains("pond learn --forget"))
    #expect(thin.whatWouldChange.text.contains("The figures alone would say: let-go."))
    #expect(found(.keep, perDay: 5).suggestion.forKeeping.text.contains("in “News” stays"))
  }
}
