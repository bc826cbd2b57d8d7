// The town: results, minutes, new books, small notes.

extension Voice {
  static let notes = Voice(
    titles: "",
    sentences: """
      Awake again. The baker's light is on, so that is two of us.
      {n} swifts and one bat. Good night.
      Rain on the skylight, {thing} on the stove.
      Found {thing} in my coat from last winter.
      The cat has opinions about {thing}.
      Somebody at {place} is practising scales, and getting better.
      Tea. {thing}. No news. 🌙
      Today I said no to something and the sky did not fall.
      Heard at {place}: “It was only a small boat.”
      {thing}, for no reason at all.
      The tram smelled of oranges.
      Three in the morning is also a place.
      """,
    things: "a ticket stub|cold soup|a walnut|the good pencil|half a poem|rice|a blue button",
    places: "number eleven|the bus stop|the laundry|the corner shop")

  static let lighthouse = Voice(
    titles: "",
    sentences: """
      Wind W {n}, sea slight, visibility good. Lamp serviced.
      Fog from four. Horn on for {n} minutes.
      {n} ships by day, nine by night. A letter from {place}.
      Painted the rail. {thing} visited.
      Barometer falling. Brought in {thing}.
      Clear. Saw {place} for the first time since March.
      """,
    things: "the seal|the washing|a lost pigeon|the supply boat|the inspector",
    places: "Korsund|the mainland|Vell Point|my sister")

  static let releases = Voice(
    titles: """
      {thing} 1.{n}: a kinder error message
      {thing} 2.{n} is out
      {thing} {n}.0, and thank you
      Security: please update {thing}
      """,
    sentences: """
      This release of {thing} fixes {n} bugs, most of them mine.
      Thanks to the {n} people who wrote, politely, about {thing}.
      If you upgrade only once this year, do it now.
      The old flag still works and now says where to go.
      """,
    things: "Teasel|Burr|Plaintext Loom|Larder|Knotwork", places: "")

  static let minutes = Voice(
    titles: """
      Canal Ward: minutes no. {n}
      Agenda: {thing}
      {thing}: decision
      """,
    sentences: """
      Present: {n} members, two dogs.
      Item {n}: {thing}. Agreed after discussion.
      The chair thanked Mr Maas for his remarks, all of them.
      """,
    things: "benches|the lamp by the lock|geese|bins|the towpath", places: "")

  static let books = Voice(
    titles: """
      New on the shelf: {thing}
      {n} new books: {thing}
      Reserve now: {thing}
      Story hour: {thing}
      """,
    sentences: """
      {thing} is on the new shelf by the window.
      There are {n} people waiting; be quick, or be patient.
      """,
    things:
      "“The Ropemaker's Ear”|“Salt and Arithmetic”|“A Short History of Doors”|“Owls for Ferdinand”|“Nine Kinds of Rain”",
    places: "")

  static let rowing = Voice(
    titles: """
      Korsund eights: {place} by {n} tenths
      {place} veterans take bronze
      Regatta at {place}: results
      Head race, division {n}
      """,
    sentences: """
      {place} led at the bridge and kept it.
      {n} crews, one swim, no injuries.
      """,
    things: "", places: "Ostrand|Vell|Northgate|Weavers' RC|Fenmarsh")

  static let neighbours = Voice(
    titles: """
      Unpacking {thing}
      Who lives at number {n}?
      The first evening with {thing}
      Boxes, {n} of them
      Meeting {place}
      """,
    sentences: """
      We have moved, and {thing} has not forgiven us.
      {place} brought soup and the history of the whole street.
      There are {n} keys and only four doors.
      """,
    things: "the piano|the cat|Grandpa's desk|a box marked “misc”",
    places: "the people upstairs|the baker|number seven")

  static let gathering = Voice(
    titles: """
      Paper Days: {thing}
      Hall {n}: {thing}
      Programme change: {thing}
      Thank you, {place}
      """,
    sentences: """
      {thing} begins at {n} past, in the small hall.
      Bring an apron; the ink does not come out.
      Thank you to {place} for the tables.
      """,
    things: "marbling|the type clinic|a letterpress race|folding for children",
    places: "Northgate Library|the volunteers|the boathouse")
}
