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
    #expect(SignalToNoiseRatio.fewestPosts == 5 && SignalToNoiseRatio.leastLeft == 2.5)
    #expect(Bar.worthAsking == 2 && Worth.ambience == 0.25)
    #expect(abs(Ladder.halfLife * 7 - 730.5) < 1e-9)
    #expect(TastingLoss.little == 0.02 && TastingLoss.days == 90)
    #expect(ReadingDepth.run == 5 && ReadingDepth.weeks == 3 && Sighting.longWords == 1_500)
    #expect(Prior.mostWeight == 30 && Prior.leastWeight == 0.1)
  }

  @Test("news and what is asked again: silences, changes of volume, regrets, trials, intentions")
  func loop() {
    #expect(Silences.enough == 6 && Silences.shortest == 4 && Silences.factor == 3)
    #expect(VolumeChange.shortest == 3 && VolumeChange.weeks == 52 && VolumeChange.leastOdds == 20)
    #expect(Regrets.askedAfter == [30, 90] && Regrets.askedWithin == 365.25)
    #expect(Regrets.mostAsked == 5 && SettledAccounts.keptFor == 365.25)
    #expect(Questions.longestTrial == 365 && Questions.postsOfTrial == 5)
    #expect(Proposal.answeredWithin == 90 && Proposal.visitedAfter == 45)
    #expect(Proposal.worthVisit == 3 && Proposal.fullShelf == 10)
    #expect(CycleCourse.goesOnFor == 14 && Pond.newsDays == 30 && WhoWrites.mostShown == 2)
    #expect(LinkedPlaces.fewestPosts == 3 && MostlyAsks.fewestPosts == 10)
    #expect(Scarcity.longEnough == 26 && Scarcity.fewestWeeks == 4 && Scarcity.weeksNeeded == 4)
    #expect(DissentReserve.fewestRead == 10 && DissentReserve.surprise == 0.05)
    #expect(Season.slack == 30.0 / 7 && PostClock.haste == 86_400 && FeedDraft.mostNames == 100)
  }

  @Test("signals: the priors where a person's own accounts say nothing yet (model §2)")
  func priors() {
    let share = EngagedShare(credit: 0, posts: 0, observability: 1, prior: Prior.fallback.share)
    #expect(abs(share.mean - 0.5 / 2.5) < 1e-12)
    let rate = PostingRate(posts: 0, weeks: 0, prior: Prior.fallback.rate)
    #expect(abs(rate.mean - 0.5) < 1e-12)
  }

  @Test("choosing: rings, reserve, diversity and its price, patience, overlap (model §6)")
  func choosing() {
    #expect(Rings.closeSize == 60 && Rings.streamSize == 300 && Rings.mostFollowed == 1_000)
    #expect(ReadingRoom.minutesPerDay == 45 && NotYetKnown.share == 0.1)
    #expect(PondValue.satiation == 2 && SteadyPond.patience == 1.02)
    #expect(PondValue.weights == (topics: 1, voices: 1, depth: 0.5, communities: 0.5))
    #expect(Diversity.weights == [0, 0.125, 0.25, 0.5, 1, 2, 4, 8] && Diversity.price == 0.01)
    #expect(DissentReserve.share == 0.1 && DissentReserve.fewestRead == 10)
    #expect(DissentReserve.surprise == 0.05)
    #expect(Overlap.fewest == 5 && Overlap.share == 0.25 && Overlap.crowd == 25)
    #expect(Communities.fewest == 3 && Ambience.weeks == 8 && LinkedPlaces.fewestPosts == 3)
    #expect(MostlyAsks.fewestPosts == 10 && WrittenLanguage.fewest == 6)
    #expect(DistantVoices.far == 0.5 && DistantVoices.fewestAccounts == 10)
    #expect(DistantVoices.fewestPlaces == 5)
    #expect(PersonalisedPageRank.restart == 0.15 && PersonalisedPageRank.tolerance == 1e-8)
    #expect(Certificate.mixes == [0, 0.25, 0.5, 0.75, 1])
    #expect(PastCheck.fewestAccounts == 8 && PastCheck.leastWorth == 5)
    #expect(Calibration.fewestCorrected == 40)
  }

  @Test("verdicts: when thin takes the place of let-go, what has ended, what is too little")
  func verdicts() {
    #expect(RealSignal.least == 0.5)
    #expect(Ending.silence == 26 && Ending.gaps == 3)
    #expect(Scarcity.trial == 3 && Scarcity.fewestPosts == 5 && Scarcity.fewestWeeks == 4)
    #expect(Scarcity.longEnough == 26 && Scarcity.leastObservability == 0.2)
    #expect(Scarcity.weeksNeeded == 4)
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
    #expect(ReaderTrace.netNewsWire == 0.9 && ReaderTrace.liferea == 0.9)
    #expect(ReaderTrace.rssGuard == 0.9 && ReaderTrace.miniflux == 0.9)
    #expect(ReaderTrace.pythonReader == 0.8 && ReaderTrace.states == 0.8)
    #expect(ReaderTrace.overcast == 0.9 && ReaderTrace.podcasts == 0.9)
    #expect(ReaderTrace.quiteRSS == 0.9 && ReaderTrace.yarr == 0.9)
    #expect(ReaderTrace.applePodcasts == 0.9)
    #expect(PageAttention.history == 0.3 && PageAttention.bookmarks == 0.1)
    #expect(Sweeps.fewest == 5 && Sweeps.fewestOverall == 20)
    #expect(FirstBatch.length == 600 && GoneThrough.weeks == 4)
    #expect(LinkGathering.most == 5)
  }

  @Test("memory: which list another takes the place of, how long what is kept counts")
  func memory() {
    #expect(ListMatch.enough == 0.6 && ListMatch.enoughOfOneName == 1.0 / 3)
    #expect(ListRange.longest == 3.1 * 365.25 * 86_400)
    #expect(SettledAccounts.keptFor == 365.25 && Checklist.usual == 10)
  }

  @Test("limits: what is longer, deeper or more is refused, not read")
  func limits() {
    #expect(Compression.limit == 64 << 20)
    #expect(KeptCopies.most == 5 && KeptCopies.often == 16 << 20)
    #expect(KeptCopies.largest == 256 << 20)
    #expect(JSONCursor.depthLimit == 512)
    #expect(Questions.patience == 28 && SeenWeeks.shown == 26)
  }
}
