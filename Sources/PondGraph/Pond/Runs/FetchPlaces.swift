import Foundation

// Where a feed has gone, who is behind it, and whom it recommends.

extension FetchRun {
  // MARK: Where a feed has gone

  // A page where the feed should be is looked through; the home of a broken feed is asked, once.
  func search(after answer: FetchAnswer, _ reading: FetchReading, _ memory: FetchMemory) {
    let key = answer.request.account
    if let page = reading.page {
      let links = PageLinks(page, address: answer.end)
      // Guessing costs the server several requests: once.
      guard !links.feeds.isEmpty || memory.failures == 1 else { return }
      searches.begin(key, FeedSearch.candidates(links, home: answer.end))
      askNextPlace(key)
      return
    }
    guard searches.isDue(memory, home: homeMemories[key], now: answer.askedAt),
      let home = accounts[key]?.site.flatMap({ WebAddress($0.written) })
    else { return }
    searches.begin(key, [])
    ask(FetchRequest(account: key, part: .home, address: home))
  }

  private func askNextPlace(_ key: AccountKey) {
    if let request = searches.next(key) { ask(request) }
  }

  func takeFind(_ answer: FetchAnswer) {
    let key = answer.request.account
    let reading = FetchReading(answer)
    guard case .read = reading.judged else { return askNextPlace(key) }
    searches.end(key)
    var memory = politeness(answer).after(answer, reading.judged, memory: memories[key])
    memory.movedTo = Address(answer.end.url)
    memory.movedTimes = FetchMemory.runsUntilMoved
    var result = FetchResult(memory: memory)
    result.imported = reading.imported
    result.imported?.reachability = []
    result.reachability = memory.reachability(now: answer.askedAt)
    result.told = address(answer)
    memories[key] = memory
    batch.add(result)
  }

  // MARK: Homes and blogrolls

  func takeHome(_ answer: FetchAnswer) {
    let key = answer.request.account
    let judged: Politeness.Reading
    var page: Data?
    switch answer.result {
    case .failure(let failure): judged = .trouble(failure.trouble)
    case .success(let response):
      if let trouble = StatusWords.trouble(response.status) {
        judged = .trouble(trouble)
      } else {
        judged = .read(FeedPace(nil, response.headers, now: answer.askedAt))
        page = response.body
      }
    }
    var result = FetchResult(
      memory: politeness(answer).after(answer, judged, memory: homeMemories[key]))
    result.pause = pause(answer)
    homeMemories[key] = result.memory
    let links = page.map { PageLinks($0, address: answer.end) }
    if let links, !links.me.isEmpty { result.imported = FetchedBlogroll.links(links.me, of: key) }
    batch.add(result)
    if searches.isWanted(key) {
      // A home that does not answer says nothing of where its feed is.
      searches.begin(key, links.map { FeedSearch.candidates($0, home: answer.end) } ?? [])
      askNextPlace(key)
    }
    guard options.readsBlogrolls, page != nil else { return }
    let wellKnown = answer.end.at("/.well-known/recommendations.opml")?.url
    if let blogroll = links?.blogrolls.first ?? wellKnown { askBlogroll(blogroll, of: key) }
  }

  func askBlogroll(_ written: String, of key: AccountKey) {
    guard let address = WebAddress(written), askedBlogrolls.insert(key).inserted else { return }
    ask(FetchRequest(account: key, part: .blogroll, address: address))
  }

  func takeBlogroll(_ answer: FetchAnswer) {
    let key = answer.request.account
    guard case .success(let response) = answer.result, response.status == 200,
      let list = FetchedBlogroll.imported(response.body, of: key, now: answer.askedAt)
    else { return }
    var result = FetchResult(
      memory: politeness(answer).after(
        answer, .read(FeedPace(nil, response.headers, now: answer.askedAt)), memory: nil))
    result.imported = list
    blogrolls += 1
    batch.add(result)
  }
}
