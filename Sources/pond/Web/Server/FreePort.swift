#if Web
  import Foundation

  /// A port that nobody has, on every address by which this machine means itself.
  struct FreePort: Sendable {
    let number: Int
    /// The addresses: 127.0.0.1, and ::1 where the machine has it. A port that somebody else has on
    /// one of them is not taken: a browser may ask either.
    let hosts: [String]

    /// Finds one.
    /// - Parameter wanted: the port; 0 for any.
    static func find(_ wanted: Int) throws -> FreePort {
      for _ in 0..<50 {
        guard let number = four(wanted) else { break }
        switch six(number) {
        case .free: return FreePort(number: number, hosts: ["127.0.0.1", "::1"])
        case .absent: return FreePort(number: number, hosts: ["127.0.0.1"])
        case .taken: if wanted != 0 { throw ServeFailure(port: wanted) }
        }
      }
      throw ServeFailure(port: wanted)
    }

    private enum Six {
      case free, taken, absent
    }

    private static func four(_ port: Int) -> Int? {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = UInt16(port).bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      return trying(AF_INET, &address) { descriptor, pointer, length in
        guard bind(descriptor, pointer, length) == 0 else { return nil }
        var (bound, size) = (sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
        let isKnown = withUnsafeMutablePointer(to: &bound) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            getsockname(descriptor, $0, &size) == 0
          }
        }
        return isKnown ? Int(UInt16(bigEndian: bound.sin_port)) : nil
      }
    }

    private static func six(_ port: Int) -> Six {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = UInt16(port).bigEndian
      address.sin6_addr = in6addr_loopback
      let result = trying(AF_INET6, &address) { descriptor, pointer, length -> Six in
        if bind(descriptor, pointer, length) == 0 { return .free }
        return errno == EADDRINUSE ? .taken : .absent
      }
      return result ?? .absent
    }

    private static func trying<Address, Result>(
      _ family: Int32, _ address: inout Address,
      _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Result?
    ) -> Result? {
      let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var isOn: Int32 = 1
      setsockopt(
        descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          body(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
        }
      }
    }
  }
#endif
