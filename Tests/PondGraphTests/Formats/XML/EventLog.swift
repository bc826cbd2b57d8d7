import PondGraph

/// Writes down what a reader of XML tells, in a form that is easy to compare.
final class EventLog: XMLHandler {
  var events: [String] = []
  private var text: [UInt8] = []

  func startElement(_ name: XMLName, attributes: [XMLAttribute], at place: XMLPlace) {
    flush()
    let pairs = attributes.map { " \($0.name.local)=\($0.value)" }.joined()
    events.append("<\(name.local)\(pairs)")
  }

  func endElement(_ name: XMLName) {
    flush()
    events.append(">\(name.local)")
  }

  func characters(_ utf8: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: utf8) }

  private func flush() {
    if !text.isEmpty { events.append(String(decoding: text, as: UTF8.self)) }
    text = []
  }

  static func read(
    _ xml: String, mode: XMLReader.Mode = .strict, limits: XMLLimits = XMLLimits()
  ) throws -> (events: [String], outcome: XMLOutcome) {
    let log = EventLog()
    let outcome = try XMLReader(mode: mode, limits: limits).read(Array(xml.utf8), to: log)
    return (log.events, outcome)
  }
}
