import CLibCurl

/// What libcurl's codes mean to a person.
enum CurlWords {
  /// The trouble that a code stands for.
  static func failure(_ code: CURLcode) -> FetchFailure {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: FetchFailure(.name, "the name of its server leads nowhere")
    case CURLE_COULDNT_CONNECT: FetchFailure(.connection, "its server cannot be reached")
    case CURLE_OPERATION_TIMEDOUT: FetchFailure(.timeout, "its server took too long")
    case CURLE_SSL_CONNECT_ERROR: FetchFailure(.security, "no safe connection could be agreed on")
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CACERT_BADFILE:
      FetchFailure(.security, "its server's certificate is not to be trusted")
    case CURLE_BAD_CONTENT_ENCODING:
      FetchFailure(.answer, "its answer could not be decompressed")
    case CURLE_GOT_NOTHING: FetchFailure(.answer, "its server hung up without a word")
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      FetchFailure(.answer, "the connection broke before the answer was whole")
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
      FetchFailure(.answer, "its server does not speak HTTP")
    case CURLE_URL_MALFORMAT: FetchFailure(.address, "this is no address that can be asked")
    case CURLE_OUT_OF_MEMORY: FetchFailure(.machine, "this machine has no memory left")
    case CURLE_WRITE_ERROR: FetchFailure(.size, "it sends more than any feed has")
    default:
      FetchFailure(.answer, String(cString: curl_easy_strerror(code)).lowercased())
    }
  }
}
