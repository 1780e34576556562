// Names are looked up when they are first needed, so variants and pieces may stand in any order.
#include "lesson/edits_reader.h"

#include <algorithm>
#include <string>

#include "lesson/scenario_reader.h"
#include "lesson/words.h"

namespace tenfold::lesson {
namespace {

constexpr std::size_t kMostPieces = 20;
constexpr std::size_t kMostNames = 4;    // of one "from"
constexpr std::size_t kMostEdits = 100;  // with those they build on

}  // namespace

EditsReader::EditsReader(Report& report, const Node& root, const model::Scenario& scenario)
    : report_(report), scenario_(scenario) {
  collect(root, "variants");
  collect(root, "pieces");
}

// What is badly formed is noted where the list is read.
void EditsReader::collect(const Node& root, std::string_view key) {
  const Node* list = root.kind == Node::Kind::object ? find_member(root, key) : nullptr;
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& item = list->items[i];
    if (item.kind != Node::Kind::object) continue;
    const Node* id = find_member(item, "id");
    named_.push_back({.at = {&item, '/' + std::string(key) + '/' + std::to_string(i)},
                      .id = id == nullptr ? std::string_view() : id->text,
                      .is_variant = key == "variants"});
  }
}

BuiltEdits EditsReader::read(Fields& fields, const std::vector<model::PartSpec>& parts) {
  const auto from = fields.optional("from");
  const auto own = from ? fields.optional("edits") : fields.required("edits");
  BuiltEdits built = from ? read_from(*from, parts) : BuiltEdits{.parts = parts};
  // Own edits may name parts that what was not found would bring.
  if (lost_ || (!from && !own)) built.good = false;
  if (lost_ || !own) return built;
  for (model::Edit& edit : read_edits(report_, *own, built.parts)) {
    built.edits.push_back(std::move(edit));
  }
  built.good = built.good && !report_.covers_inside(own->path);
  return built;
}

BuiltEdits EditsReader::read_on(Fields& fields, model::Scenario& base) {
  BuiltEdits built = read(fields, base.parts);
  const Cursor& at = fields.at();
  const bool has_own = at.node->kind == Node::Kind::object && find_member(*at.node, "edits");
  try_on(base, built, at.path + "/from", at.path + (has_own ? "/edits" : "/from"));
  return built;
}

BuiltEdits EditsReader::read_from_on(const Cursor& from, model::Scenario& base) {
  BuiltEdits built = read_from(from, base.parts);
  try_on(base, built, from.path, from.path);
  return built;
}

// `from` and `own` are the places of the two lists.
void EditsReader::try_on(model::Scenario& base, BuiltEdits& built, const std::string& from,
                         const std::string& own) {
  if (!built.good || report_.covers_inside("/scenario")) return;
  const auto first_own = built.edits.begin() + static_cast<std::ptrdiff_t>(built.borrowed);
  if (const auto faults = model::apply_edits(base, {built.edits.begin(), first_own});
      !faults.empty()) {
    report_.add(from, "cannot be built on here: " + faults[0].reason);
  } else {
    base = edited(report_, own, base, {first_own, built.edits.end()});
  }
  built.good = !report_.covers_inside(from) && !report_.covers_inside(own);
}

BuiltEdits EditsReader::read_named(Fields& fields) {
  fields.optional("from");
  fields.optional("edits");
  for (Named& named : named_) {
    if (named.at.node == fields.at().node) return built_of(named);
  }
  return {.good = false};  // it is no object, which is noted
}

const BuiltEdits& EditsReader::built_of(Named& named) {
  if (named.state != Named::State::unread) return named.built;
  named.state = Named::State::reading;
  open_.push_back(named.id);
  Fields fields(report_, named.at);
  if (named.is_variant) {
    model::Scenario made = scenario_;
    named.built = read_on(fields, made);
  } else {
    named.built = read(fields, scenario_.parts);
  }
  open_.pop_back();
  named.state = Named::State::read;
  return named.built;
}

BuiltEdits EditsReader::read_from(const Cursor& from, const std::vector<model::PartSpec>& parts) {
  BuiltEdits built{.parts = parts};
  if (from.node->kind == Node::Kind::list) {
    as_list(report_, from, 1, kMostNames, [&](const Cursor& name) { borrow(name, built); });
  } else {
    borrow(from, built);
  }
  built.borrowed = built.edits.size();
  return built;
}

void EditsReader::borrow(const Cursor& name, BuiltEdits& built) {
  const std::string id = as_id(report_, name).value_or("");
  const auto base = std::find_if(named_.begin(), named_.end(),
                                 [&id](const Named& named) { return named.id == id; });
  if (id.empty()) {
    lost_ = true;
  } else if (base == named_.end()) {
    std::vector<std::string_view> ids;
    for (const Named& named : named_) ids.push_back(named.id);
    report_.add(name.path, "names " + quoted(id) + ", but there is no such variant or piece" +
                               did_you_mean(id, ids));
    lost_ = true;
  } else if (base->state == Named::State::reading) {
    std::string circle;
    for (auto step = std::find(open_.begin(), open_.end(), id); step != open_.end(); ++step) {
      circle += quoted(*step) + " from ";
    }
    report_.add(name.path, "goes in a circle: " + circle + quoted(id));
    lost_ = true;
  } else {
    const BuiltEdits& its = built_of(*base);
    built.good = built.good && its.good;
    built.edits.insert(built.edits.end(), its.edits.begin(), its.edits.end());
    for (const model::Edit& edit : its.edits) {
      if (edit.kind == model::Edit::Kind::add_part) built.parts.push_back(edit.part);
    }
    if (built.edits.size() <= kMostEdits) return;
    report_.add(name.path, "makes more than " + std::to_string(kMostEdits) + " edits");
    built.edits.clear();
  }
  built.good = false;
}

void EditsReader::read_pieces(const Cursor& list) {
  as_list(report_, list, 1, kMostPieces, [this](const Cursor& at) {
    Fields fields(report_, at);
    const std::string id = fields.id();
    read_named(fields);
    fields.done();
    for (const Named& named : named_) {
      if (named.at.node == at.node) break;
      if (named.id == id) report_.add(at.path + "/id", "is used twice: " + quoted(id));
    }
  });
}

}  // namespace tenfold::lesson
