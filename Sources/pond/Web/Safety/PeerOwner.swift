#if Web
  import Foundation

  /// Whose program is at the other end of a connection, as Linux tells it: another person of this machine
  /// gets nothing, even with an address or a cookie that they should not have. (A browser hands its cookies
  /// to every port of a host, and the arguments of programs are there for all to read.)
  enum PeerOwner {
    /// An end of a connection within this machine.
    struct End: Hashable {
      let port: Int
      let isSix: Bool
    }

    /// Whether it is somebody else's for certain. Whose it is may be unknown: where the system does not
    /// say, or the other end lives in another world of users; then the address alone has to do.
    static func isForeign(_ peer: End, at port: Int) -> Bool {
      let file = peer.isSix ? "/proc/net/tcp6" : "/proc/net/tcp"
      guard let owner = owner(of: peer, at: port, in: contents(file)) else { return false }
      return owner != geteuid() && owner != 0 && owner != overflow
    }

    /// The owner of a connection's other end by the system's table; nil where it is not in it.
    ///
    /// It is asked for at every request, and the table may be long: it is searched by the C library.
    static func owner(of peer: End, at port: Int, in table: String) -> uid_t? {
      let host = peer.isSix ? "00000000000000000000000001000000" : "0100007F"
      let ends = " \(host):\(hex(peer.port)) \(host):\(hex(port)) "
      let columns = table.withCString { start -> [Substring] in
        guard let found = strstr(start, ends) else { return [] }
        let line = UnsafeRawBufferPointer(start: found, count: strnlen(found, 200))
        let rest = String(decoding: line, as: UTF8.self)
        return rest.split(separator: "\n").first?.split(separator: " ") ?? []
      }
      // Both ends, the state, two queues and timers, what was sent again, and whose it is.
      return columns.count > 6 ? uid_t(columns[6]) : nil
    }

    private static func hex(_ port: Int) -> String {
      let digits = String(port, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    // What stands for a person of whom this world of users knows nothing.
    private static let overflow: uid_t =
      uid_t(contents("/proc/sys/kernel/overflowuid").filter(\.isNumber)) ?? 65_534

    private static func contents(_ path: String) -> String {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return "" }
      defer { close(file) }
      var all: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while all.count < 64 << 20 {
        let count = read(file, &piece, piece.count)
        guard count > 0 else { break }
        all.append(contentsOf: piece.prefix(count))
      }
      return String(decoding: all, as: UTF8.self)
    }
  }
#endif
