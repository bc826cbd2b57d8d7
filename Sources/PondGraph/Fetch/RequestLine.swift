/// Requests that wait for their turn: at most so many at once to one host, and the hosts in turn.
struct RequestLine<Element> {
  private var hosts: [String: [Element]] = [:]
  // Hosts that may be asked now, the longest waiting first; each stands in it at most once.
  private var ready: [String] = []
  private var readyStart = 0
  private var inFlight: [String: Int] = [:]
  private let perHost: Int
  private(set) var count = 0

  init(perHost: Int) {
    self.perHost = perHost
  }

  /// Adds one at the end of its host's line. O(1).
  mutating func add(_ element: Element, host: String) {
    hosts[host, default: []].append(element)
    count += 1
    if hosts[host]?.count == 1 { ready.append(host) }
  }

  /// The next that may be asked; nil where every host with a line is busy.
  mutating func next() -> Element? {
    var looked = ready.count - readyStart
    while looked > 0 {
      looked -= 1
      let host = ready[readyStart]
      readyStart += 1
      defer { compact() }
      guard var line = hosts[host], !line.isEmpty else { continue }
      guard inFlight[host, default: 0] < perHost else {
        ready.append(host)
        continue
      }
      let element = line.removeFirst()
      hosts[host] = line.isEmpty ? nil : line
      if !line.isEmpty { ready.append(host) }
      inFlight[host, default: 0] += 1
      count -= 1
      return element
    }
    return nil
  }

  /// One of a host's requests is over.
  mutating func done(host: String) {
    inFlight[host] = inFlight[host].flatMap { $0 > 1 ? $0 - 1 : nil }
  }

  /// Takes out of a host's line what has not been asked yet and is to go.
  mutating func drop(host: String, where goes: (Element) -> Bool) -> [Element] {
    let line = hosts[host] ?? []
    let dropped = line.filter(goes)
    let left = line.filter { !goes($0) }
    hosts[host] = left.isEmpty ? nil : left
    count -= dropped.count
    return dropped
  }

  private mutating func compact() {
    guard readyStart > 256 else { return }
    ready.removeFirst(readyStart)
    readyStart = 0
  }
}
