// A record is as many doubles as a node has fields; a text is its address.
#include "ui/mirror_record.h"

#include <span>

namespace tenfold::ui {
namespace {

std::string one_of(std::span<const std::string_view> names) {
  std::string type = "one";
  for (const std::string_view name : names) type.append(" ").append(name);
  return type;
}

std::string type_of(Role) { return one_of(kRoleNames); }
std::string type_of(Layer) { return one_of(kLayerNames); }
std::string type_of(const std::string&) { return "text"; }
std::string type_of(double) { return "number"; }

double word_of(const std::string& text) {
  return static_cast<double>(reinterpret_cast<std::uintptr_t>(text.c_str()));
}
double word_of(auto number) { return static_cast<double>(number); }

}  // namespace

std::string record_description() {
  std::string lines;
  const Node node;
  each_field(node, [&lines](std::string_view name, const auto& field) {
    if (!lines.empty()) lines += '\n';
    lines.append(name).append(" ").append(type_of(field));
  });
  return lines;
}

void add_record(std::vector<double>& records, const Node& node) {
  each_field(
      node, [&records](std::string_view, const auto& field) { records.push_back(word_of(field)); });
}

}  // namespace tenfold::ui
