// The mirror's way to the page: what changed is noticed, told when it is due, and told whole.
#include "ui/mirror.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <type_traits>

#include "ui/mirror_changes.h"
#include "ui/mirror_record.h"

namespace {

using tenfold::ui::Extent;
using tenfold::ui::MirrorChanges;
using tenfold::ui::MirrorUpdate;
using tenfold::ui::Node;
using tenfold::ui::Rect;
using tenfold::ui::Role;
using Places = std::vector<std::size_t>;

Node node_of(std::uint32_t id, const std::string& name) {
  Node node;
  node.id = id;
  node.name = name;
  node.rect = {10, 20, 30, 40};
  return node;
}

// A page that has the list, and is asked what it is told of the next.
struct Told {
  Told() { REQUIRE(update(0).due); }
  MirrorUpdate update(double now_ms, bool running = false) {
    return changes.update(nodes, extent, {.now_ms = now_ms, .running = running});
  }

  std::vector<Node> nodes{node_of(1, "one"), node_of(2, "two"), node_of(3, "three")};
  Extent extent{.page_height = 900};
  MirrorChanges changes;
};

template <typename Field>
void change(Field& field) {
  if constexpr (std::is_same_v<Field, std::string>) {
    field += " changed";
  } else {
    field = static_cast<Field>(static_cast<int>(field) + 1);
  }
}

// Calls then(changed) with the node once for each of its fields, that one field changed.
template <typename Then>
void with_each_field_changed(const Node& node, const Then& then) {
  std::size_t fields = 0;
  each_field(node, [&fields](std::string_view, const auto&) { ++fields; });
  for (std::size_t wanted = 0; wanted < fields; ++wanted) {
    Node changed = node;
    std::string changed_field;
    std::size_t at = 0;
    each_field(changed, [&](std::string_view name, auto& field) {
      if (at++ != wanted) return;
      changed_field = name;
      change(field);
    });
    CAPTURE(changed_field);
    then(changed);
  }
}

// What the page reads of a node, by the fields' names: texts as they are, numbers in words.
std::map<std::string, std::string> read_record(const Node& node) {
  std::vector<double> record;
  add_record(record, node);
  std::map<std::string, std::string> read;
  std::istringstream lines(tenfold::ui::record_description());
  std::size_t at = 0;
  for (std::string line; std::getline(lines, line); ++at) {
    REQUIRE(at < record.size());
    std::istringstream words(line);
    std::string name;
    std::string type;
    words >> name >> type;
    if (type == "text") {
      read[name] = reinterpret_cast<const char*>(static_cast<std::uintptr_t>(record[at]));
    } else if (type == "one") {
      for (double i = 0; i <= record[at]; ++i) words >> read[name];
    } else {
      CHECK(type == "number");
      read[name] = std::to_string(record[at]);
    }
  }
  CHECK(at == record.size());
  return read;
}

}  // namespace

TEST_CASE("a list that the page has is not handed over again") {
  Told told;
  CHECK_FALSE(told.update(1).due);
  CHECK_FALSE(told.update(1'000, true).due);
}

TEST_CASE("a change of any single field of a node is told, and of that node alone") {
  with_each_field_changed(node_of(2, "two"), [](const Node& changed) {
    Told told;
    told.nodes[1] = changed;
    const MirrorUpdate update = told.update(1);
    CHECK(update.due);
    CHECK(update.changed == Places{1});
    CHECK_FALSE(told.update(2).due);
  });
}

TEST_CASE("a change of the list's surroundings is told, with no node") {
  Told told;
  told.extent.fixed_top = 50;
  const MirrorUpdate update = told.update(1, true);
  CHECK(update.due);
  CHECK(update.changed.empty());
  CHECK_FALSE(told.update(2, true).due);
}

TEST_CASE("while a simulation runs, words and numbers wait until the last are a while ago") {
  Told told;
  told.nodes[1].value = "84 % busy";
  const MirrorUpdate held = told.update(100, true);
  CHECK_FALSE(held.due);
  CHECK(held.changed.empty());
  REQUIRE(held.held_back_ms > 0);
  told.nodes[1].now = 7;
  const double due_ms = 100 + held.held_back_ms;
  CHECK(told.update(due_ms - 1, true).held_back_ms == 1);
  const MirrorUpdate update = told.update(due_ms, true);
  CHECK(update.due);
  CHECK(update.changed == Places{1});
  CHECK(update.held_back_ms == 0);
}

TEST_CASE("what was held back goes at once when the simulation stops, and not if it is as before") {
  Told told;
  told.nodes[0].name = "other words";
  REQUIRE(told.update(1, true).held_back_ms > 0);
  SUBCASE("stopped") { CHECK(told.update(2, false).changed == Places{0}); }
  SUBCASE("as before") {
    told.nodes[0].name = "one";
    const MirrorUpdate update = told.update(2, true);
    CHECK_FALSE(update.due);
    CHECK(update.held_back_ms == 0);
  }
}

TEST_CASE("what came, went or moved is told at once while a simulation runs, with the held back") {
  Told told;
  told.nodes[0].value = "held back";
  REQUIRE(told.update(1, true).held_back_ms > 0);
  SUBCASE("came") {
    told.nodes.insert(told.nodes.begin() + 1, node_of(4, "four"));
    CHECK(told.update(2, true).changed == Places{0, 1});
  }
  SUBCASE("went") {
    told.nodes.pop_back();
    CHECK(told.update(2, true).changed == Places{0});
  }
  SUBCASE("moved") {
    told.nodes[2].rect.y = 70;
    CHECK(told.update(2, true).changed == Places{0, 2});
  }
  SUBCASE("under another parent") {
    told.nodes[2].parent = 1;
    CHECK(told.update(2, true).changed == Places{0, 2});
  }
  SUBCASE("in another order") {
    std::swap(told.nodes[1], told.nodes[2]);
    CHECK(told.update(2, true).changed == Places{0});
  }
  CHECK_FALSE(told.update(3, true).due);
}

TEST_CASE("the list of a frame that finds a press is left out, but not twice in a row") {
  Told told;
  const tenfold::ui::Moment pressed{.now_ms = 1, .pressed = true};
  for (int i = 0; i < 3; ++i) {
    told.nodes[0].name += ", again";
    const MirrorUpdate left_out = told.changes.update(told.nodes, told.extent, pressed);
    CHECK(left_out.replaced);
    CHECK_FALSE(left_out.due);
    const MirrorUpdate told_of = told.changes.update(told.nodes, told.extent, pressed);
    CHECK_FALSE(told_of.replaced);
    CHECK(told_of.changed == Places{0});
  }
  told.nodes[1].name = "what the press did";
  REQUIRE(told.changes.update(told.nodes, told.extent, pressed).replaced);
  CHECK(told.update(2).changed == Places{1});
}

TEST_CASE("an id that went and comes back is new to the page, even if nothing else is") {
  Told told;
  const std::vector<Node> before = told.nodes;
  told.nodes.erase(told.nodes.begin());
  REQUIRE(told.update(1).due);
  told.nodes = before;
  CHECK(told.update(2).changed == Places{0});
}

TEST_CASE("an id that stands for something else is told") {
  Told told;
  told.nodes[2] = node_of(3, "three");
  told.nodes[2].role = Role::button;
  CHECK(told.update(1, true).changed == Places{2});
}

TEST_CASE("a node's record says by its description what the node is") {
  Node node = node_of(0xffff'fffeU, "p99 – über 2 s");
  node.role = Role::slider;
  node.layer = tenfold::ui::Layer::fixed;
  node.pressed = 1;
  node.disabled = true;
  node.low = -0.5;
  const auto read = read_record(node);
  CHECK(read.at("id") == std::to_string(4294967294.0));
  CHECK(read.at("role") == "slider");
  CHECK(read.at("layer") == "fixed");
  CHECK(read.at("name") == node.name);
  CHECK(read.at("value").empty());
  CHECK(read.at("width") == std::to_string(30.0));
  CHECK(read.at("pressed") == std::to_string(1.0));
  CHECK(read.at("checked") == std::to_string(-1.0));
  CHECK(read.at("disabled") == std::to_string(1.0));
  CHECK(read.at("low") == std::to_string(-0.5));
}

TEST_CASE("the page reads every field: a change of any is one in the record") {
  const Node node = node_of(1, "one");
  const auto before = read_record(node);
  with_each_field_changed(node, [&before](const Node& changed) {
    const auto after = read_record(changed);
    CHECK(std::count_if(after.begin(), after.end(), [&before](const auto& field) {
            return before.at(field.first) != field.second;
          }) == 1);
  });
}
