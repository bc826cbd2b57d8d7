// Those who speak a great deal: wires, offers, rumours, newsrooms, and one who never stops.

extension Voice {
  static let wire = Voice(
    titles: """
      {thing} in at {place}
      {thing} out, {n} min late
      {thing}: berth {n}
      {place}: wind {n} kt
      {place}: bridge open
      {thing} turns back
      {place}: fog
      {thing}: crew change
      """,
    sentences: "Port office, {place}.",
    things: "MV Asta|Ferry 2|MV Linnea|Tug Bo|MV Oda|Ferry 7|Pilot 1|MV Kestrel",
    places: "Korsund|North Quay|Lock 3|Vell Bar|Pier 9|East Basin")

  static let chatter = Voice(
    titles: """
      ok but {thing}
      {thing} again 😂
      hot take: {thing}
      who else is awake
      {n} tabs open and none of them {thing}
      brb, {place}
      still at {place}
      {thing} >> everything
      new mug 🎉
      thread on {thing} ({n}/…)
      """,
    sentences: """
      more on {thing} later
      @ me if you disagree
      anyway, {place}
      """,
    things: "oat milk|mechanical pencils|Mondays|my landlord|bagels|fonts|Tuesdays",
    places: "the office|the gym|the queue|the airport|a webinar")

  static let offers = Voice(
    titles: """
      {n}% off {thing}
      Last chance: {thing}
      Back in stock: {thing}
      {thing} from only {n}
      Two for one: {thing}
      """,
    sentences: """
      While stocks last.
      Today only, on {thing}.
      """,
    things: "garden hoses|bath mats|lamps|slippers|wall clocks|buckets|folding chairs", places: "")

  static let newsroom = Voice(
    titles: """
      Harrow & Vane announces {thing}
      {thing}: third quarter update
      Harrow & Vane and Osk & Sons sign {thing}
      Our people & our planet: {thing}
      Leadership notice: {thing}
      """,
    sentences: """
      Harrow & Vane today announced {thing}.
      “We are delighted & humbled,” said a spokesperson.
      """,
    things:
      "a strategic alignment|new signage|the Vell depot|a revised outlook|a values refresh|a pallet programme",
    places: "")

  static let rumours = Voice(
    titles: """
      {thing} may get thinner
      Leak: {thing} in {n} colours
      {thing} delayed, says nobody
      Exclusive render of {thing}
      {thing}: what we think we know
      """,
    sentences: """
      Somebody close to {thing} says it may come in {n} weeks.
      We could not confirm it.
      """,
    things: "the Tern Nine|a round phone|the Wren tablet|earbuds for cats|the next Oblong",
    places: "")

  static let digest = Voice(
    titles: """
      {n} things about {thing}
      You will not believe {thing}
      {thing}, ranked
      {place} reacts to {thing}
      {thing}: the full story
      """,
    sentences: """
      From around the web: {thing}.
      Read the rest at {place}.
      """,
    things: "celebrity soup|the heat|pet insurance|quizzes|a lost hat|the new coins|sleep",
    places: "everybody|the internet|one village|the experts")

  static let courier = Voice(
    titles: """
      {place} council votes on {thing}
      {thing}: inquiry opens at {place}
      {n} jobs at {place}
      Lowland forecast: {n} degrees
      {place} residents ask about {thing}
      Court: {thing} case adjourned
      """,
    sentences: """
      The decision on {thing} was put off by {n} days.
      Our reporter in {place} was told that work on {thing} goes on.
      """,
    things: "the ring road|school meals|the lock|bus fares|the landfill|the swimming bath",
    places: "Ostrand|Vell|Kaltenmoos|Korsund|Fenmarsh|Northgate")

  static let links = Voice(
    titles: """
      {thing} (via {place})
      A site about {thing}
      {thing}, animated
      {n} photographs of {thing}
      Somebody catalogued {thing}
      """,
    sentences: """
      Worth it for {thing} alone.
      Found by way of {place}. The second half is the good one.
      No idea how they made {n} of these.
      """,
    things:
      "manhole covers|sea shanties|tram tickets|knots|lost rivers|paper planes|bee dances|ferns",
    places: "a friend|Marble Notebook|an old bookmark|the comments")

  static let gallery = Voice(
    titles: """
      {place}, {thing}
      {thing}, week {n}
      """,
    sentences: """
      One photograph, taken at {place}.
      {thing}; I waited {n} minutes for it.
      """,
    things: "a yellow door|two chairs|steam|somebody waving|a wet dog|the last light",
    places: "Gull Lane|the tram depot|Ostrand|the swimming bath")
}
