// Reading values of a JSON tree.
#include "lesson/fields.h"

#include <algorithm>
#include <cmath>

#include "lesson/stages.h"
#include "lesson/words.h"

namespace tenfold::lesson {
namespace {

constexpr std::size_t kMostFaults = 100;

bool has_kind(Report& report, const Cursor& at, Node::Kind kind) {
  if (at.node->kind == kind) return true;
  report.add(at.path, "must be " + std::string(kind_name(kind)) + ", is " +
                          std::string(kind_name(at.node->kind)));
  return false;
}

Cursor item_at(const Cursor& list, std::size_t index) {
  return {&list.node->items[index], list.path + '/' + std::to_string(index)};
}

Cursor member_at(const Cursor& object, const Node& member) {
  return {&member, object.path + '/' + pointer_token(member.key)};
}

bool is_at_or_in(std::string_view inner, std::string_view outer) {
  return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

// Characters as the schema counts them: bytes that begin one.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

}  // namespace

void Report::add(std::string_view path, std::string reason) {
  if (faults_.size() > kMostFaults) return;
  if (faults_.size() == kMostFaults) {
    faults_.push_back({file_, "", "has more faults than are listed here"});
    return;
  }
  faults_.push_back({file_, std::string(path), std::move(reason)});
}

bool Report::covers(std::string_view path) const {
  return std::any_of(faults_.begin(), faults_.end(),
                     [path](const FileFault& fault) { return is_at_or_in(path, fault.path); });
}

bool Report::covers_inside(std::string_view path) const {
  return std::any_of(faults_.begin(), faults_.end(),
                     [path](const FileFault& fault) { return is_at_or_in(fault.path, path); });
}

std::optional<double> as_number(Report& report, const Cursor& at, double low, double high) {
  if (!has_kind(report, at, Node::Kind::number)) return std::nullopt;
  const double value = at.node->number;
  if (value >= low && value <= high) return value;
  report.add(at.path, "must be between " + number_word(low) + " and " + number_word(high) +
                          ", is " + number_word(value));
  return std::nullopt;
}

bool as_truth(Report& report, const Cursor& at) {
  return has_kind(report, at, Node::Kind::boolean) && at.node->number != 0;
}

std::optional<std::string> as_text(Report& report, const Cursor& at, std::size_t longest) {
  if (!has_kind(report, at, Node::Kind::text)) return std::nullopt;
  const std::string& text = at.node->text;
  if (text.empty()) {
    report.add(at.path, "must not be empty");
    return std::nullopt;
  }
  if (const std::size_t length = characters(text); length > longest) {
    report.add(at.path, "must have at most " + std::to_string(longest) + " characters, has " +
                            std::to_string(length));
    return std::nullopt;
  }
  return text;
}

std::optional<std::string> as_id(Report& report, const Cursor& at) {
  if (!has_kind(report, at, Node::Kind::text)) return std::nullopt;
  const std::string& id = at.node->text;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool good = !id.empty() && id.size() <= 40 && is_letter(id[0]) &&
                    std::all_of(id.begin(), id.end(), [&](char c) {
                      return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
                    });
  if (good) return id;
  report.add(at.path, "must be a short name of a–z, 0–9, _ and - that begins with a letter, is " +
                          quoted(id));
  return std::nullopt;
}

std::optional<std::size_t> as_name(Report& report, const Cursor& at,
                                   std::span<const std::string_view> names) {
  if (!has_kind(report, at, Node::Kind::text)) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), at.node->text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string reason = "must be one of ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) reason += i + 1 == names.size() ? " or " : ", ";
    reason += names[i];
  }
  report.add(at.path, reason + "; is " + quoted(at.node->text));
  return std::nullopt;
}

void as_list(Report& report, const Cursor& at, std::size_t fewest, std::size_t most,
             const std::function<void(const Cursor&)>& each) {
  if (!has_kind(report, at, Node::Kind::list)) return;
  const std::size_t count = at.node->items.size();
  if (count < fewest || count > most) {
    const std::string wanted = fewest == most   ? "needs " + count_word(fewest)
                               : count < fewest ? "needs at least " + count_word(fewest)
                                                : "can have at most " + count_word(most);
    report.add(at.path, wanted + ", has " + count_word(count));
    if (count > most) return;
  }
  for (std::size_t i = 0; i < count; ++i) each(item_at(at, i));
}

Fields::Fields(Report& report, const Cursor& at)
    : report_(report), at_(at), is_object_(has_kind(report, at, Node::Kind::object)) {}

std::optional<Cursor> Fields::optional(std::string_view key) {
  known_.push_back(key);
  const Node* member = is_object_ ? find_member(*at_.node, key) : nullptr;
  if (member == nullptr) return std::nullopt;
  return member_at(at_, *member);
}

std::optional<Cursor> Fields::required(std::string_view key) {
  const std::optional<Cursor> found = optional(key);
  if (!found && is_object_) report_.add(at_.path + '/' + std::string(key), "is missing");
  return found;
}

std::string Fields::id(std::string_view key) {
  const auto found = required(key);
  if (!found) return "";
  // A badly formed one is kept, so that what refers to it is not told of as well.
  return as_id(report_, *found).value_or(found->node->text);
}

std::string Fields::title(std::string_view key) {
  const auto found = required(key);
  return found ? as_text(report_, *found, kLongestTitle).value_or("") : "";
}

std::string Fields::text(std::string_view key) {
  const auto found = required(key);
  return found ? as_text(report_, *found, kLongestText).value_or("") : "";
}

double Fields::number(std::string_view key, double low, double high) {
  const auto found = required(key);
  return found ? as_number(report_, *found, low, high).value_or(low) : low;
}

double Fields::whole_number(std::string_view key, double low, double high) {
  const double value = number(key, low, high);
  if (value != std::floor(value)) {
    report_.add(at_.path + '/' + std::string(key),
                "must be a whole number, is " + number_word(value));
  }
  return value;
}

int Fields::stage() {
  const auto stage = static_cast<int>(whole_number("stage", 1, kStages));
  const bool has_part = is_object_ && find_member(*at_.node, "part") != nullptr;
  return stage_number(stage, has_part ? static_cast<int>(whole_number("part", 1, kMostParts)) : 1);
}

std::size_t Fields::name(std::string_view key, std::span<const std::string_view> names) {
  const auto found = required(key);
  return found ? as_name(report_, *found, names).value_or(0) : 0;
}

void Fields::list(std::string_view key, std::size_t fewest, std::size_t most,
                  const std::function<void(const Cursor&)>& each) {
  if (const auto found = required(key)) as_list(report_, *found, fewest, most, each);
}

bool Fields::asked(std::string_view key) const {
  return std::find(known_.begin(), known_.end(), key) != known_.end();
}

std::vector<Cursor> Fields::others() const {
  std::vector<Cursor> others;
  if (!is_object_) return others;
  for (const Node& member : at_.node->items) {
    if (!asked(member.key)) others.push_back(member_at(at_, member));
  }
  return others;
}

void Fields::done() {
  for (const Cursor& other : others()) {
    report_.add(other.path, "is not a known key" + did_you_mean(other.node->key, known_));
  }
}

}  // namespace tenfold::lesson
