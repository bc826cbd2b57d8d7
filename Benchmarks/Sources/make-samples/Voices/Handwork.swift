// Kitchens, kilns, thread and tools.

extension Voice {
  static let kitchen = Voice(
    titles: """
      {thing} for two
      {thing}, after {place}
      The {n} minute supper: {thing}
      What to do with {thing}
      Burnt: {thing}
      {thing} and a bad mood
      My grandmother's {thing}, corrected
      Too much {thing} again
      """,
    sentences: """
      Start {thing} the evening before, or lie about it as I do.
      The market by {place} had {n} kinds of plum and I took them all.
      Salt early, taste late, and do not answer the door.
      It needs {n} minutes, and {n} more if you are talking.
      We had {thing} on the back step because the kitchen was full of steam.
      Use the ugly ones; they have had time.
      If it sticks, call it a crust.
      I made this three times so that you need make it once.
      Leftovers go into {thing}, and then there are no leftovers.
      """,
    things:
      "braised leeks|lentils with sorrel|plum dumplings|cold noodles|rye porridge|white beans|onion tart|green tomato jam|fish pie|flatbread",
    places: "the viaduct|Cutler Street|my aunt's village|the harbour stalls|the mosque gardens")

  static let thread = Voice(
    titles: """
      Sewing {thing} on raised cords
      Linen tapes for {thing}
      A binding for {thing}
      Paste, patience, {thing}
      {n} signatures and a mistake
      Repairing {thing} for a stranger
      Grain direction, once more
      What came out of {thing}
      The bone folder from {place}
      """,
    sentences: """
      The book came in a carrier bag, {n} loose sheets and a photograph.
      I soaked {thing} for an hour and the old glue let go all at once.
      Thread waxed too much squeaks; waxed too little, it saws.
      There was a pressed leaf in {thing}, and I put it back where it was.
      My teacher at {place} would have done it again from the start, and so did I.
      Leave it under weight for {n} hours and do not look.
      Good paper forgives nearly everything except haste.
      The customer cried a little, which is the best invoice.
      """,
    things:
      "a school atlas|the harbour log|a hymnal|her father's cookbook|a field notebook|two volumes of fairy tales|the choir's ledger",
    places: "the Northgate workshop|the evening class|Cutler Street")

  static let kiln = Voice(
    titles: """
      Firing no. {n}: {thing}
      {thing}, cracked
      A glaze from {place}
      Unloading: {thing}
      {thing} for the spring market
      """,
    sentences: """
      Cone six, {n} hours, and then the waiting.
      {thing} came out the colour of wet slate, which was not the plan.
      Two cracked, one sang, the rest are bowls.
      I dug a bucket of clay at {place} and have been sieving since.
      If you would like {thing} with a flaw, write before Sunday.
      """,
    things: "twelve cups|the big platter|salt cellars|egg plates|a teapot without lid",
    places: "the brickworks|the old quarry|the river bend|Vell Point")

  static let mending = Voice(
    titles: """
      I mended {thing}
      {thing}, part {n}
      Nobody asked me to fix {thing}
      What was wrong with {thing}
      """,
    sentences: """
      It was the spring. It is always the spring.
      {thing} had not run since I was {n}.
      Ada, if you read this: it was you who broke {thing}, and I have known for years.
      I kept every screw in an egg box and had {n} left over at the end.
      It works. Do not ask it to work twice.
      """,
    things:
      "the kitchen clock|Dad's bicycle lamp|a wind-up bear|the upstairs radio|Mrs Oyelaran's sewing machine|the gate",
    places: "the shed")

  static let code = Voice(
    titles: """
      {thing}, explained to my past self
      I deleted {n} lines and {thing} got faster
      Reading the source of {thing}
      A small parser for {thing}
      Bugs I loved: {thing}
      {thing} without {place}
      Measure first: {thing}
      The compiler was right about {thing}
      """,
    sentences: """
      I spent {n} hours on {thing} and the fix was a comma.
      The test passed for the wrong reason, which is worse than failing.
      If you cannot say what {thing} costs, you cannot say whether it is slow.
      I replaced {place} with an array of {n} numbers and nobody noticed.
      There is a comment from 2011 that says “temporary”; it is now the oldest line.
      Naming {thing} took longer than writing it.
      A bug report is a letter from somebody who still hopes.
      “While” loops are where I meet my younger self.
      """,
    things:
      "hash tables|date parsing|the undo stack|text layout|integer overflow|a tiny regex engine|file locking|retry loops|the allocator",
    places: "recursion|a framework|threads|the cache|cleverness")
}
