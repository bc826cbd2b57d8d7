// Long letters, and the one who disagrees.

extension Voice {
  static let letters = Voice(
    titles: """
      What the tide leaves on {place}
      A short defence of {thing}
      {thing}, and other things my mother kept
      Why I still write about {thing}
      On being late for {thing}
      Notes towards a theory of {thing}
      The year we lost {thing}
      Walking home by way of {place}
      {thing}, which was somebody else's
      Everything I was wrong about, part {n}
      How to be a guest at {place}
      A map of {place} drawn from memory
      {thing} for beginners
      In praise of {thing}
      """,
    sentences: """
      I had meant to write about {thing} and found myself at {place} instead.
      There is a kind of patience that only {thing} can teach you, and I do not have it yet.
      My neighbour says that {thing} will be gone in {n} years, and he says it kindly.
      For a long time I believed that attention was something you spend; now I think it grows where you leave it.
      At {place} the light comes in sideways after four, and everyone becomes a little more honest.
      You asked in your letter whether I miss {thing}, and the answer is that I miss being asked.
      Nobody tells you how much of friendship is simply being there on the wrong day.
      I copied the sentence out by hand, twice, and the second time it said something else.
      We counted {n} steps down to {place}, and none of us agreed on the number.
      What is small can be carried, and what can be carried can be kept.
      The question is not whether {thing} matters, but to whom, and at what hour of the evening.
      When I read it again I heard how tired I had been when I wrote it.
      She laughed, put the kettle on, and told me the whole story of {thing} from the beginning.
      It may be that a place forgives us faster than its people do.
      I have no conclusion this week, only {thing} and a window that will not close.
      A reader wrote from {place} to say that I had the dates wrong, and I did.
      If you come in autumn, bring shoes that you do not love.
      The old word for this is lost, and the new one sounds like an apology.
      It took {n} letters before either of us mentioned {thing}.
      I think that is what I wanted to say all along.
      """,
    things:
      "slow trains|borrowed books|the blue enamel pot|handwriting|second helpings|small talk|an empty jar|radio silence|good string|the long table|unanswered letters|Sunday dread|paper maps|a locked garden",
    places:
      "the north sluice|Gull Lane|the old ropewalk|Saltmarsh End|the ferry steps|Mrs Adeyemi's kitchen|the bus shelter|the reading room|the far bank"
  )

  static let dissent = Voice(
    titles: """
      No, {thing} will not save {place}
      The case against {thing}
      You are all wrong about {place}
      Who pays for {thing}?
      {thing}: a minority report
      I read the {n} pages so that you need not
      What the meeting at {place} was really about
      Against nostalgia for {thing}
      An answer to my critics on {thing}
      Let {place} be ugly
      """,
    sentences: """
      I know that most of you love {thing}; hear me out for {n} lines.
      The council counted {n} objections and answered none of them.
      It is easy to be in favour of {thing} when you live nowhere near {place}.
      I have changed my mind about {place} before, and I may do so again.
      Nobody at the meeting asked who sweeps it on Monday.
      The figures in the report are right, and the sentence drawn from them is not.
      If {thing} worked, we would not need {n} posters to say so.
      Write to me if you disagree; last month {n} of you did, and two were right.
      A quiet street is also something that was decided by somebody.
      What I am defending is not the car park but the people who had no other place.
      """,
    things:
      "the new footbridge|free parking|the night market|cobblestones|community gardens|the heritage plan|street festivals|cycle lanes|the canal lights|public art",
    places:
      "the tannery quarter|the lock basin|Weavers' Row|the bus station|the east quay|Mill Island|the covered market"
  )

  static let platform = Voice(
    titles: """
      Letter number {n}, from platform two
      Waiting with {thing}
      What the stationmaster said about {thing}
      The slow train to {place}
      A stranger, {thing}, and the slow train to {place}
      Left luggage: {thing}
      """,
    sentences: """
      Dear friend, the train to {place} was {n} minutes late, so you get a longer letter.
      A woman with {thing} on her knees asked me whether this was the right side of the carriage.
      I have come to like the minute after the announcement, when everyone looks up.
      At {place} nobody got on and nobody got off, and the doors stayed open all the same.
      My tea went cold while I described {thing} to a child who did not believe me.
      There is a bench here on which I have been {n} different people.
      """,
    things:
      "a cello case|three jars of honey|an umbrella without cloth|yesterday's paper|a sleeping dog|the lost timetable|a birthday cake",
    places: "Ostrand|Little Fenmarsh|the junction|Kaltenmoos|the coast|Vell Halt")
}
