// Teaching, looking up, singing and listening.

extension Voice {
  static let teaching = Voice(
    titles: """
      What my pupils think about {thing}
      {thing} with {place}
      A proof that smells of {place}
      {n} ways to be wrong about {thing}
      Nobody is bad at {thing}
      The question I could not answer: {thing}
      Puzzle: {thing} and {place}
      """,
    sentences: """
      Today a girl of nine told me that {thing} is just counting with your eyes shut.
      We laid out {place} on the floor and the argument ended by itself.
      I said “obviously”, and the room went quiet; I shall not say it again.
      Try it with {n} first, then with a number you like.
      The wrong answer was better than mine, so we kept it on the wall.
      There is no trick to {thing}; there is only looking longer.
      Solution to last week's puzzle: turn the paper over.
      """,
    things:
      "fractions|negative numbers|infinity|area|symmetry|prime numbers|averages|the seven bridges",
    places: "beans|string|a loaf of bread|chalk|playing cards|folded paper")

  static let sky = Voice(
    titles: """
      Tonight: {thing} over {place}
      {thing} with the naked eye
      Clouds, {n} nights of them
      How to find {thing}
      {thing}, a love story
      """,
    sentences: """
      Look south-east about {n} minutes after sunset, and be patient.
      Find {thing} a hand's breadth above {place}.
      You need no telescope; you need a dark street and a warm coat.
      The light you see left {thing} before your street was built.
      We drove to {place} and saw nothing, and it was a lovely evening.
      """,
    things: "the Pleiades|Saturn|the old moon|Vega|a faint comet|Mercury|the Milky Way",
    places: "the gasworks|Grey Man|the harbour|the allotments")

  static let listening = Voice(
    titles: """
      Episode {n}: {thing}
      {thing}, recorded at {place}
      {n}. {thing} 🎧
      At {place} with a microphone: {thing}
      {thing} (live)
      """,
    sentences: """
      This time: {thing}, with somebody who was there.
      Recorded at {place} on an evening with too much wind.
      {n} minutes, of which the best are the quiet ones.
      Music by the Wednesday choir, used with their kind permission.
      Write to us at {place} and say what you heard.
      """,
    things:
      "the lamplighter's daughter|how the bell was cast|three fiddles and a rainstorm|the last ferry pilot|a kitchen in winter|songs for hauling|what the river said|grandmother and the goat",
    places:
      "the old signal box|Cellar Street|the ferry landing|a barn near Vell|the town hall stairs")

  static let choir = Voice(
    titles: """
      Wednesday: {thing}
      We need {n} more basses
      {thing}, from bar {n}
      Concert at {place}
      Sung badly, with joy: {thing}
      """,
    sentences: """
      On Wednesday we shall take {thing} from bar {n}, slowly.
      Please bring a pencil, a jumper and the blue folder.
      {place} has been booked; the heating has not been promised.
      The altos were late and magnificent.
      Cake by the tenors, who apologise.
      """,
    things: "the evening hymn|the rowing song|the canon|the lullaby in five|the fire chorus",
    places: "St Brannoc's|the boathouse|the school hall|Northgate Library")

  static let brass = Voice(
    titles: """
      Day {n}: {thing} at {place}
      {thing} in the rain at {place}
      {place}, midnight: {thing}
      The march that lost {thing}
      Tubas {n}, neighbours nil
      """,
    sentences: """
      {n} players on a stage built for ten, and {thing} on top.
      {place} was full by seven, and the mayor danced.
      Somebody forgot the music and it was better for it.
      It rained on {thing} and nobody went home.
      See you next July, same bench, same hats.
      """,
    things:
      "the fire brigade band|eleven trombones|a sousaphone|the widow's waltz|the children's parade|the last encore",
    places: "the fish market|Weavers' Row|the old quay|the castle yard")

  static let poem = Voice(
    titles: """
      “{thing}”, twice
      {thing}: one poem, two doors
      Translating {thing}, version {n}
      A line about {thing} that will not come over
      """,
    sentences: """
      The word for {thing} has two meanings there and none here.
      In the first version I kept the rhyme and lost {place}.
      I read both aloud to {place} and kept the one that was answered.
      {n} drafts, and the comma is still wrong.
      A translation is a house with the windows moved.
      """,
    things: "snow|the well|bread|my brother|the border|a sparrow|evening|the debt",
    places: "the cat|the silence|the river|my mother")
}
