// The content of a JSON file as a plain tree that keeps the order of keys. Capped in size, depth
// and count, so that hostile bytes cost no more than the caps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::lesson {

struct Node {
  enum class Kind : std::uint8_t { null, boolean, number, text, list, object };

  Node() = default;
  explicit Node(Kind its_kind, double its_number = 0) : kind(its_kind), number(its_number) {}
  bool operator==(const Node&) const = default;

  Kind kind = Kind::null;
  std::string key;    // when it is a member of an object
  double number = 0;  // 0 or 1 for booleans
  std::string text;
  std::vector<Node> items;  // of a list, or the members of an object
};

// What an author calls it: "a number", "text", "a list".
std::string_view kind_name(Node::Kind kind);

// nullptr when there is none. REQUIRES: an object.
const Node* find_member(const Node& object, std::string_view key);

struct ParsedJson {
  Node root;
  std::string path;    // JSON pointer to the fault, where it has a place in the tree
  std::string reason;  // empty when all was read
};

inline constexpr std::size_t kMaxFileBytes = 1 << 20;
inline constexpr std::size_t kMaxDepth = 24;
inline constexpr std::size_t kMaxNodes = 20'000;
inline constexpr std::size_t kMaxMembers = 200;

// A syntax error's reason names line and column. Numbers too large for a double are errors.
ParsedJson parse_json(std::string_view text);

}  // namespace tenfold::lesson
