// The frame around a link's draft, which tells what has been cut, mistyped or made by another
// version.
#include "design/link_form.h"

#include <algorithm>

#include "design/bytes.h"
#include "design/link.h"

namespace tenfold::design {
namespace {

std::string checksum_bytes(std::string_view bytes) {
  const std::uint32_t sum = checksum_of(bytes);
  std::string written;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    written += static_cast<char>(sum >> shift & 0xffU);
  }
  return written;
}

std::string head_of(std::uint64_t length) {
  ByteWriter head;
  head.byte(kLinkVersion);
  head.count(length);
  return head.bytes();
}

}  // namespace

std::string framed(std::string_view body) {
  std::string bytes = head_of(body.size());
  bytes += body;
  bytes += checksum_bytes(bytes);
  return letters_of(bytes);
}

Unframed unframed(std::string_view letters) {
  const auto refuse = [](std::string why) { return Unframed{.fault = std::move(why)}; };
  if (letters.empty()) return refuse("is empty");
  if (letters.size() > kLongestLink) return refuse("is longer than that of any draft");
  std::string bytes;
  std::size_t bad = 0;
  const bool is_clean = read_letters(letters, bytes, bad);
  if (!bytes.empty() && static_cast<unsigned char>(bytes[0]) != kLinkVersion) {
    return refuse("is of another version, or mistyped at its begin");
  }
  if (!is_clean && bad + 1 < letters.size()) {
    return refuse("has a sign in it that no link has, at letter " + std::to_string(bad + 1));
  }
  const std::string_view all = bytes;
  ByteReader reader(all.substr(std::min<std::size_t>(1, all.size())));
  const std::uint64_t length = reader.count();
  const std::size_t begin = head_of(length).size();
  const std::size_t sum_size = checksum_bytes("").size();
  if (!reader.is_good() || length > kLongestLink || all.size() < begin + length + sum_size) {
    return refuse("is cut short");
  }
  const std::size_t end = begin + static_cast<std::size_t>(length);
  if (!is_clean || all.size() > end + sum_size) {
    return refuse("has something at its end that is not of it");
  }
  if (all.substr(end) != checksum_bytes(all.substr(0, end))) {
    return refuse("is mistyped: its checksum does not fit");
  }
  return {.body = bytes.substr(begin, end - begin)};
}

}  // namespace tenfold::design
