// Gardens, birds, hills and the coast.

extension Voice {
  static let garden = Voice(
    titles: """
      {thing} at last 🌱
      What the frost did to {thing}
      Moving {thing} to {place}
      A quiet week by {place}
      Slugs {n}, {thing} nil
      Seed swap: I have too much of {thing}
      The gate stood open: {thing} for everyone
      Pruning {thing}, badly
      Before and after at {place}
      {thing}: an apology
      Rain, {n} days of it
      What I would plant again by {place}
      """,
    sentences: """
      I finally cleared the corner by {place} and found {thing} alive under the leaves.
      The neighbour's children counted {n} ladybirds and gave all of them names.
      If you want {thing}, come by on Saturday with a bag; there is plenty.
      It rained for {n} hours and the water butt sang all night.
      I am told that {thing} should not do well here, and nobody has told the plant.
      The robin watched me dig and helped himself to what I turned up.
      Compost is mostly forgiveness and a little nettle.
      We ate the first of {thing} standing up, with salt.
      My hands smell of tomato leaves and I do not want to wash them.
      Next year I shall label things; I have said so for {n} years.
      """,
    things:
      "broad beans|the old pear|sweet peas|rhubarb|the quince|black radish|garlic|hollyhocks|the fig in its pot|runner beans|Aunt Ilse's dahlias",
    places:
      "the south wall|the water butt|bed number three|the cold frame|the gate|the compost|the bench"
  )

  static let birds = Voice(
    titles: """
      {n} {thing} over {place}
      {place}, dawn: {thing}
      First {thing} of the year
      Not a rarity: {thing}
      Wind north, hands cold, {thing}
      Ringing day at {place}
      Where have the {thing} gone?
      The sound of {thing} at {place}
      """,
    sentences: """
      Out at {place} from five; {n} {thing}, one of them limping.
      The wind had gone round to the north and the {thing} kept low over the mud.
      A family stopped and I lent them the telescope, and the youngest said a word I shall not write down.
      No {thing} for the third week, which may mean nothing at all.
      I drew the wing twice and got it wrong twice.
      Tide high at noon; everything that could fly sat together at {place}.
      Heard before seen, as always: {thing}, {n} at least.
      Home by ten with wet knees and a full notebook.
      """,
    things:
      "godwits|curlews|lapwings|sand martins|oystercatchers|dunlin|swifts|redshanks|terns|wheatears",
    places: "the north scrape|Vell Point|the sluice|the sea wall|Cutter's Pool|the landing stage")

  static let hills = Voice(
    titles: """
      {place} by the wrong path
      {n} stiles and a bull: {place}
      A wet ridge, a dry hut, {thing}
      {place} with my father
      What I carry now: {thing}
      Lost above {place}, and glad
      """,
    sentences: """
      We set out for {place} and came down somewhere else entirely.
      The path on the map is a stream now, which explains {thing}.
      {n} kilometres, most of them sideways.
      At the top there was no view, so we ate and described it to each other.
      A shepherd told us that {thing} was all anybody needed up here.
      My knees have opinions about {place}.
      The hut book had one other entry this month, and it was mine.
      """,
    things:
      "two pairs of socks|half a cheese|the wrong map|a borrowed stick|dry matches|the good flask",
    places: "Grey Man|the Hexen saddle|Long Mynden|Raven Step|Oxna Fell|the back of Tarn How")

  static let coast = Voice(
    titles: """
      {place}: springs on Thursday
      What washed up at {place}
      Tide table, with digressions: {thing}
      Low water and {thing}
      Ashore: {thing}
      {place} after the storm
      """,
    sentences: """
      Low water at {place} was {n} minutes earlier than the table says, and nobody knows why.
      Among the wrack lay {thing}, hardly damaged.
      The lifeboat went out twice on Tuesday and came back both times with good news.
      I measured {n} paces from the last groyne to the water.
      The almanac promises gales; the gulls think otherwise.
      Somebody had built a small harbour of stones at {place}, with a breakwater and a flag.
      If you find {thing}, it belongs to the school and they would like it back.
      """,
    things:
      "a blue glass float|one left boot|a crate of oranges|a sea potato|a ship's biscuit|a kite|the missing buoy",
    places: "Vell Point|Korsund bar|the long groyne|Samphire Bay|the slip|Cobble Hythe")

  static let lichen = Voice(
    titles: """
      {thing} on {place}
      Lichen no. {n}: {thing}
      Is it {thing}? Probably not
      {place}, with a hand lens
      """,
    sentences: """
      This week's lichen grows on {place} and is about {n} millimetres across.
      It looks like {thing}, and under the lens it looks like a city.
      The chemistry test turned it pink, then turned me into a liar.
      Air has become cleaner here, and {thing} has noticed.
      I shall go back to {place} in {n} months to see whether it has moved; it will not have.
      """,
    things:
      "map lichen|orange wall crust|oakmoss|pixie cups|grey shield|sea ivory|candle flame crust",
    places:
      "the churchyard wall|a bench from 1931|the chapel roof|the third milestone|an abandoned tractor"
  )
}
