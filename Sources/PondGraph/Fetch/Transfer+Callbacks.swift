import CLibCurl
import Foundation

// What libcurl calls while a hop is under way.

extension Transfer {
  private static func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  static let takeBody: pond_curl_write = { bytes, size, count, context in
    guard let transfer = transfer(context), let bytes else { return 0 }
    return transfer.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
      ? size * count : 0
  }

  static let takeHeader: pond_curl_write = { bytes, size, count, context in
    guard let transfer = transfer(context), let bytes else { return 0 }
    return transfer.take(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
      ? size * count : 0
  }

  static let openSocket: pond_curl_open = { context, _, address in
    guard let transfer = transfer(context), let address else { return CURL_SOCKET_BAD }
    return transfer.open(address)
  }

  private func take(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.count + bytes.count <= limits.bodyBytes else {
      let megabytes = limits.bodyBytes >> 20
      refusal = FetchFailure(.size, "it sends more than \(megabytes) MB, which no feed is")
      return false
    }
    guard body.append(bytes) else {
      refusal = FetchFailure(.machine, "its answer could not be kept on this disk")
      return false
    }
    return true
  }

  private func take(header line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= limits.headerBytes else {
      refusal = FetchFailure(.size, "it sends more than \(limits.headerBytes >> 10) KB of headers")
      return false
    }
    guard line.starts(with: "HTTP/".utf8) else {
      headers.take(line)
      return true
    }
    // An answer of the hundreds may stand before the real one.
    let soFar = headerBytes
    beginAnswer()
    headerBytes = soFar
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    status = words.dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0
    return true
  }

  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    guard allowed.allows(self.address) || Self.isPublic(address) else {
      inside = FetchFailure(
        .inside,
        "\(self.address.host) leads into a private network; "
          + "pond config allow-host \(self.address.host):\(self.address.port) would let it")
      return CURL_SOCKET_BAD
    }
    let facts = address.pointee
    return socket(facts.family, facts.socktype | Int32(SOCK_CLOEXEC.rawValue), facts.protocol)
  }

  private static func isPublic(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
    let length = Int(address.pointee.addrlen)
    // The address is longer than its C type says, so it is looked at where it stands.
    let start = UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 16)
    let bytes = UnsafeRawBufferPointer(start: start, count: min(length, 128))
    switch address.pointee.family {
    case AF_INET where bytes.count >= 8: return AddressGuard.isPublic(v4: Array(bytes[4..<8]))
    case AF_INET6 where bytes.count >= 24: return AddressGuard.isPublic(v6: Array(bytes[8..<24]))
    default: return false
    }
  }
}
