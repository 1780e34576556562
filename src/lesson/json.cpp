// Feeds the tree from nlohmann's event parser, which reads without recursion and reports instead of
// throwing.
#include "lesson/json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "lesson/words.h"

namespace tenfold::lesson {
namespace {

// nlohmann says "[json.exception.parse_error.101] parse error at line 2, column 3: syntax error …",
// quoting what it read last, which may be any bytes.
std::string syntax_reason(std::string_view message) {
  constexpr std::string_view kPlace = "parse error at ";
  if (const auto place = message.find(kPlace); place != std::string_view::npos) {
    message.remove_prefix(place + kPlace.size());
  } else if (const auto end = message.find("] "); end != std::string_view::npos) {
    message.remove_prefix(end + 2);
  }
  std::string reason = "is not valid JSON: ";
  for (const char c : message.substr(0, 160)) reason += c >= ' ' && c <= '~' ? c : '?';
  return reason;
}

class TreeBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return add(Node()) != nullptr; }
  bool boolean(bool value) { return add(Node(Node::Kind::boolean, value ? 1 : 0)) != nullptr; }
  bool number_integer(number_integer_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) { return number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) { return number(value); }
  bool string(string_t& value) {
    Node node(Node::Kind::text);
    node.text = std::move(value);
    return add(std::move(node)) != nullptr;
  }
  bool binary(binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Node::Kind::object); }
  bool start_array(std::size_t) { return open(Node::Kind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(string_t& value) {
    const Node& object = *open_.back();
    if (object.items.size() >= kMaxMembers) return stop("has too many keys");
    if (find_member(object, value) != nullptr)
      return stop("has the key " + lesson::quoted(value) + " twice");
    key_ = std::move(value);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& fault) {
    result_.path = open_path();
    if (!open_.empty()) {
      const Node& parent = *open_.back();
      if (parent.kind == Node::Kind::list) {
        result_.path += '/' + std::to_string(parent.items.size());
      } else if (!key_.empty()) {
        result_.path += '/' + pointer_token(key_);
      }
    }
    result_.reason = syntax_reason(fault.what());
    return false;
  }

  ParsedJson take() { return std::move(result_); }

 private:
  bool number(double value) { return add(Node(Node::Kind::number, value)) != nullptr; }

  bool open(Node::Kind kind) {
    if (open_.size() >= kMaxDepth) return stop("is nested too deeply");
    Node* node = add(Node(kind));
    if (node != nullptr) open_.push_back(node);
    return node != nullptr;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  // Only the last child of each open node is open, so the pointers in open_ stay good.
  Node* add(Node node) {
    if (++nodes_ > kMaxNodes) {
      stop("holds too many values");
      return nullptr;
    }
    if (open_.empty()) {
      result_.root = std::move(node);
      return &result_.root;
    }
    node.key = std::move(key_);
    key_.clear();
    return &open_.back()->items.emplace_back(std::move(node));
  }

  // The place of the innermost list or object that is open.
  std::string open_path() const {
    std::string path;
    for (std::size_t depth = 1; depth < open_.size(); ++depth) {
      const Node& parent = *open_[depth - 1];
      const std::string& own_key = open_[depth]->key;
      path += '/';
      path += parent.kind == Node::Kind::object ? pointer_token(own_key)
                                                : std::to_string(parent.items.size() - 1);
    }
    return path;
  }

  bool stop(std::string reason) {
    result_.path = open_path();
    result_.reason = std::move(reason);
    return false;
  }

  ParsedJson result_;
  std::vector<Node*> open_;
  std::string key_;
  std::size_t nodes_ = 0;
};

}  // namespace

std::string_view kind_name(Node::Kind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"null", "true or false", "a number",
                                                      "text", "a list",        "an object"};
  return kNames[static_cast<std::size_t>(kind)];
}

const Node* find_member(const Node& object, std::string_view key) {
  const auto found = std::find_if(object.items.begin(), object.items.end(),
                                  [key](const Node& member) { return member.key == key; });
  return found == object.items.end() ? nullptr : &*found;
}

ParsedJson parse_json(std::string_view text) {
  if (text.size() > kMaxFileBytes) return {{}, "", "is larger than 1 MiB"};
  TreeBuilder builder;
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

}  // namespace tenfold::lesson
