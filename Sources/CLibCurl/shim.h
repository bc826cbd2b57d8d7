// libcurl, for the one command that asks anything of anybody. Its setters take any type of
// argument, which Swift cannot call: here they have one name for each type.
#include <curl/curl.h>

static inline CURLcode pond_curl_set_number(CURL *handle, CURLoption option, long value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode pond_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode pond_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode pond_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return (curl_easy_setopt)(handle, option, value);
}

typedef size_t (*pond_curl_write)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*pond_curl_open)(void *context, curlsocktype purpose,
                                        struct curl_sockaddr *address);

static inline CURLcode pond_curl_on_body(CURL *handle, pond_curl_write call, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_WRITEFUNCTION, call);
  return code ? code : (curl_easy_setopt)(handle, CURLOPT_WRITEDATA, context);
}

static inline CURLcode pond_curl_on_header(CURL *handle, pond_curl_write call, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_HEADERFUNCTION, call);
  return code ? code : (curl_easy_setopt)(handle, CURLOPT_HEADERDATA, context);
}

static inline CURLcode pond_curl_on_open(CURL *handle, pond_curl_open call, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_OPENSOCKETFUNCTION, call);
  return code ? code : (curl_easy_setopt)(handle, CURLOPT_OPENSOCKETDATA, context);
}

static inline CURLcode pond_curl_number(CURL *handle, CURLINFO info, long *value) {
  return (curl_easy_getinfo)(handle, info, value);
}

static inline CURLcode pond_curl_seconds(CURL *handle, CURLINFO info, double *value) {
  return (curl_easy_getinfo)(handle, info, value);
}

static inline CURLcode pond_curl_text(CURL *handle, CURLINFO info, char **value) {
  return (curl_easy_getinfo)(handle, info, value);
}

static inline CURLMcode pond_curl_multi_set_number(CURLM *multi, CURLMoption option, long value) {
  return (curl_multi_setopt)(multi, option, value);
}

// The result of a transfer that is done; the union in the message is invisible to Swift's types.
static inline CURLcode pond_curl_result(const CURLMsg *message) { return message->data.result; }
