import Testing

@testable import PondGraph

/// The constants of the model, as it states them: one that moves is a decision, and is made here too.
@Suite("Constants of the model")
struct ConstantTests {
  @Test("signals: the bar, certainty, fading, the ladder, what reading costs, seasons")
  func signals() {
    #expect(Bar.allowance == 4 && Bar.price == 0.10)
    #expect(Certainty.needed == 0.90)
    #expect(Fading.halfLife == 17)
    #expect(Ladder.acts == 3 && Ladder.written == 2 && Ladder.mutual == 3)
    #expect(ReadingCost.wordsPerMinute == 240 && ReadingCost.bounds == 0.15...20)
    #expect(Season.shortestQuiet == 26)
    #expect(SignalToNoiseRatio.fewestPosts == 5)
  }

  @Test("verdicts: when thin takes the place of let-go, what has ended, what is too little")
  func verdicts() {
    #expect(RealSignal.least == 0.5)
    #expect(Ending.silence == 26 && Ending.gaps == 3)
    #expect(Scarcity.trial == 3 && Scarcity.fewestPosts == 5 && Scarcity.fewestWeeks == 4)
    #expect(Scarcity.longEnough == 26 && Scarcity.leastObservability == 0.2)
  }

  @Test(
    "credits: what each act says of a post",
    arguments: [
      (ActKind.seen, 0), (.opened, 0.25), (.read, 0.5), (.watched, 0.5), (.liked, 0.5),
      (.starred, 0.5), (.saved, 0.8), (.reshared, 0.8), (.replied, 1), (.quoted, 1), (.wrote, 1),
    ])
  func credits(kind: ActKind, credit: Double) {
    #expect(Credits.standard[kind] == credit)
  }

  @Test("asking: how often, how long at most, when a move is believed")
  func asking() {
    #expect(Politeness.hour == 3_600 && Politeness.week == 604_800 && Politeness.daily == 84_600)
    #expect(FeedPace.usual == 86_400 && FeedSearches.pause == 2_592_000)
    #expect(RetryAfter.most == 2_592_000 && FetchMemory.longestWait == 2_592_000)
    #expect(FetchMemory.runsUntilMoved == 3)
  }

  @Test("traces: the chance that attention to a post leaves one, by its source")
  func traces() {
    #expect(NewsboatCacheImport.observability == 0.9)
    #expect(YouTubeHistoryImport.observability == 0.9)
    #expect(InstagramImport.observability == 0.25)
    #expect(ReaderTrace.freshRSS == 0.8 && ReaderTrace.starsAlone == 0.2)
    #expect(Sweeps.fewest == 5 && Sweeps.fewestOverall == 20)
  }

  @Test("limits: what is longer, deeper or more is refused, not read")
  func limits() {
    #expect(Compression.limit == 64 << 20)
    #expect(KeptCopies.most == 5 && KeptCopies.often == 16 << 20)
    #expect(JSONCursor.depthLimit == 512)
    #expect(Questions.patience == 28 && SeenWeeks.shown == 26)
  }
}
