import Foundation

/// What the browser noted of its pages, each note once.
extension Browser {
  /// What pages and the browser itself wrote to the console.
  public func console() throws -> [String] {
    try log("browser").map { entry in
      "\(entry["level"] ?? "") \(entry["message"] ?? "")"
    }
  }

  /// The addresses that pages asked for, whoever was asked.
  public func requests() throws -> [String] {
    try log("performance").compactMap { entry in
      guard let text = entry["message"] as? String,
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        let message = object["message"] as? [String: Any],
        message["method"] as? String == "Network.requestWillBeSent",
        let request = (message["params"] as? [String: Any])?["request"] as? [String: Any]
      else { return nil }
      return request["url"] as? String
    }
  }

  private func log(_ kind: String) throws -> [[String: Any]] {
    try tell("POST", "/se/log", ["type": kind]) as? [[String: Any]] ?? []
  }
}
