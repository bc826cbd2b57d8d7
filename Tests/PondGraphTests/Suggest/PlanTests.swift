import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("The plan")
struct PlanTests {
  private static let assessments: [Assessment] = {
    var chance = SplitMix64(seed: 11)
    let neighbours = (0..<60).map { Here.neighbour($0, using: &chance) }
    return Assessor.assess(Archetype.all.map(\.evidence) + neighbours, now: Here.now)
  }()

  @Test("every account stands in one section, that of its verdict")
  func sections() {
    let plan = Plan(Self.assessments)
    #expect(plan.sections.map(\.verdict) == [.letGo, .thin, .archive, .repair, .wait, .keep])
    #expect(plan.sections.reduce(0) { $0 + $1.assessments.count } == Self.assessments.count)
    for section in plan.sections {
      #expect(section.assessments.allSatisfy { $0.verdict == section.verdict })
    }
  }

  @Test("within a verdict those that free most come first, equals by key, whatever the order")
  func order() {
    let plan = Plan(Self.assessments)
    let mixed = Plan(Self.assessments.reversed())
    for verdict in [Verdict.letGo, .thin, .archive] {
      let freed = plan[verdict].assessments.map(\.minutesFreed)
      #expect(freed == freed.sorted(by: >))
      #expect(plan[verdict].assessments.map(\.account) == mixed[verdict].assessments.map(\.account))
    }
    #expect(plan.now == mixed.now && plan.after == mixed.after)
  }

  @Test("once answers count, who leaves is gone and who is thinned as suggested is down to the bar")
  func answered() throws {
    let overviews = Invented.overviews(Self.assessments)
    func totals(_ answers: [AccountKey: Answer]) -> Totals {
      Totals(of: overviews, answered: answers)
    }
    let whole = totals([:])
    let loud = try #require(Plan(Self.assessments)[.thin].assessments.first)
    let gone = try #require(Plan(Self.assessments)[.letGo].assessments.first)
    #expect(totals([gone.account: .letGo]).accounts == whole.accounts - 1)
    let without = totals([gone.account: .archive]).postsPerWeek
    #expect(abs(whole.postsPerWeek - without - (gone.postsPerWeek ?? 0)) < 1e-6)
    #expect(totals([gone.account: .keep]) == whole && totals([loud.account: .wait]) == whole)
    // Thin where nothing of it was suggested frees nothing that is known.
    #expect(totals([gone.account: .thin]) == whole)
    let thinned = totals([loud.account: .thin])
    #expect(thinned.accounts == whole.accounts && loud.postsFreed > 0)
    #expect(abs(whole.postsPerWeek - thinned.postsPerWeek - loud.postsFreed) < 1e-6)
    let minutes = loud.postsFreed * loud.minutesPerPost / 7
    #expect(abs(whole.minutesPerDay - thinned.minutesPerDay - minutes) < 1e-6)
  }

  @Test("whoever is let go or archived frees an account, nobody else does")
  func freedAccounts() {
    let plan = Plan(Self.assessments)
    for section in plan.sections {
      let leaves = [.letGo, .archive].contains(section.verdict)
      #expect(section.freed.accounts == (leaves ? section.assessments.count : 0))
      #expect(!leaves || section.freed.accounts > 0)
    }
  }

  @Test("what is left and what is freed make up what there was")
  func totals() {
    let plan = Plan(Self.assessments)
    let freed = plan.sections.reduce(Totals.none) { $0 + $1.freed }
    #expect(plan.now.accounts == Self.assessments.count)
    #expect(plan.after.accounts + freed.accounts == plan.now.accounts)
    #expect(abs(plan.after.postsPerWeek + freed.postsPerWeek - plan.now.postsPerWeek) < 1e-6)
    #expect(abs(plan.after.minutesPerDay + freed.minutesPerDay - plan.now.minutesPerDay) < 1e-6)
    let minutes = Self.assessments.compactMap(\.minutesPerWeek).reduce(0, +) / 7
    #expect(abs(plan.now.minutesPerDay - minutes) < 1e-6)
  }

  @Test("thinning frees what is over the bar, and keeps the account")
  func thinning() throws {
    let firehose = try #require(Self.assessments.first { $0.account == Here.key("firehose") })
    let rate = try #require(firehose.postsPerWeek)
    let signal = try #require(firehose.signal)
    #expect(abs(firehose.postsFreed - (rate - 1 - signal / Bar.price)) < 1e-9)
    #expect(Plan([firehose]).after.accounts == 1)
    #expect(Plan([firehose]).after.postsPerWeek < 0.2 * rate)
  }

  @Test("an empty list makes an empty plan")
  func empty() {
    #expect(Plan([]).now == .none && Plan([]).after == .none)
  }
}
