// Reading a question: what all kinds have, then what its kind has. The edits of a computed one are
// read once for each combination of its fresh values, so that every variant is known to run.
#include "lesson/question_reader.h"

#include <algorithm>
#include <array>

#include "lesson/curve_reader.h"
#include "lesson/ranges.h"
#include "lesson/references.h"
#include "lesson/scenario_reader.h"
#include "lesson/words.h"
#include "sim/fnv.h"

namespace tenfold::lesson {
namespace {

using Kind = Question::Kind;

constexpr std::size_t kMostRounds = 24;

class ContentHash {
 public:
  void add(const Node& node) {
    add(node.key);
    hash_.mix(static_cast<unsigned>(node.kind));
    add(number_word(node.number));
    add(node.text);
    for (const Node& item : node.items) add(item);
    hash_.mix(0x100);
  }
  std::uint32_t value() const { return hash_.value(); }

 private:
  void add(std::string_view text) {
    hash_.add(text);
    hash_.mix(0x101);
  }
  sim::Fnv<std::uint32_t> hash_;
};

// A name, and the nodes that may stand for it.
struct Fresh {
  std::string name;
  std::vector<const Node*> from;
};

// The tree with every text "$name" replaced by that name's node.
Node with_values(const Node& node, const std::vector<Fresh>& fresh,
                 const std::vector<std::size_t>& chosen) {
  Node result = node;
  if (node.kind == Node::Kind::text && node.text.starts_with('$')) {
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      if (node.text.substr(1) != fresh[i].name) continue;
      result = *fresh[i].from[chosen[i]];
      result.key = node.key;
    }
  }
  for (Node& item : result.items) item = with_values(item, fresh, chosen);
  return result;
}

class QuestionReader {
 public:
  QuestionReader(Report& report, const Cursor& at, const Showable& showable)
      : report_(report), at_(at), fields_(report, at), showable_(showable) {}

  Question read() {
    constexpr std::array<std::string_view, kQuestionKinds> kKinds = {
        "one", "several", "number", "simulated", "order", "bottleneck", "weak_point", "draw"};
    constexpr std::array<std::string_view, 3> kLevels = {"recall", "why", "predict"};
    ContentHash hash;
    hash.add(*at_.node);
    question_.content = hash.value();
    question_.id = fields_.id();
    question_.kind = static_cast<Kind>(fields_.name("kind", kKinds));
    question_.level = static_cast<Question::Level>(fields_.name("level", kLevels));
    question_.prompt = fields_.text("prompt");
    question_.hint = fields_.text("hint");
    if (!showable_.variants->empty()) {
      question_.show = fields_.id("show");
      check_refers(report_, at_.path + "/show", question_.show, *showable_.variants, "variant");
    }
    if (report_.covers_inside(at_.path + "/kind")) return std::move(question_);
    read_kind();
    if (!is_run_) read_show_edits();
    fields_.done();
    return std::move(question_);
  }

 private:
  void read_kind() {
    switch (question_.kind) {
      case Kind::one:
      case Kind::several:
        read_choices();
        break;
      case Kind::order:
        read_list(3, 7, [](Fields& fields, QuestionOption& option) {
          option.text = fields.text("text");
        });
        if (const auto found = fields_.optional("misconception")) {
          question_.misconception = as_text(report_, *found, kLongestText).value_or("");
        }
        break;
      case Kind::number:
        read_run();
        question_.fact = fields_.text("fact");
        question_.unit = read_unit(report_, fields_);
        question_.tolerance = read_tolerance(fields_);
        read_verdicts();
        break;
      case Kind::simulated:
        read_run();
        question_.fact = fields_.text("fact");
        read_ranges();
        question_.when_right = fields_.text("when_right");
        break;
      case Kind::bottleneck:
        read_run();
        read_parts();
        break;
      case Kind::weak_point:
        read_run();
        read_parts();
        question_.kill_at_s = fields_.number("kill_at_s", 0, 86'400);
        question_.down_below = fields_.number("below", 0.01, 1);
        break;
      case Kind::draw:
        read_run();
        question_.curve = read_curve(report_, fields_, shown_);
        read_verdicts();
        break;
    }
  }

  template <typename Each>
  void read_list(std::size_t fewest, std::size_t most, const Each& each) {
    fields_.list("options", fewest, most, [&](const Cursor& item) {
      Fields fields(report_, item);
      QuestionOption option;
      each(fields, option);
      option.reason = fields.text("reason");
      if (question_.kind != Kind::one && question_.kind != Kind::several) {
        option.misconception = optional_text(fields, "misconception");
      } else if (!option.right) {
        option.misconception = fields.text("misconception");
      } else if (const auto misconception = fields.optional("misconception")) {
        report_.add(misconception->path, "belongs to wrong options only");
      }
      fields.done();
      question_.options.push_back(std::move(option));
    });
  }

  bool options_good() const {
    return !question_.options.empty() && !report_.covers_inside(at_.path + "/options");
  }

  void read_choices() {
    read_list(2, 6, [this](Fields& fields, QuestionOption& option) {
      option.text = fields.text("text");
      if (const auto right = fields.optional("right")) option.right = as_truth(report_, *right);
    });
    if (!options_good()) return;
    const auto right = static_cast<std::size_t>(
        std::count_if(question_.options.begin(), question_.options.end(),
                      [](const QuestionOption& option) { return option.right; }));
    const bool one = question_.kind == Kind::one;
    if (one ? right == 1 : right >= 2) return;
    report_.add(at_.path + "/options", std::string("needs ") +
                                           (one ? "exactly one" : "at least two") +
                                           " with \"right\": true, has " + count_word(right));
  }

  void read_ranges() {
    read_list(2, 6, [this](Fields& fields, QuestionOption& option) {
      option.text = fields.text("text");
      const Range range = read_range(report_, fields);
      option.low = range.low;
      option.high = range.high;
    });
    if (options_good()) {
      check_ranges(report_, at_.path + "/options", ranges_of(question_.options));
    }
  }

  // A part's option says what the part's card says.
  void read_parts() {
    read_list(2, 8,
              [](Fields& fields, QuestionOption& option) { option.part = fields.id("part"); });
    for (std::size_t i = 0; i < question_.options.size(); ++i) {
      QuestionOption& option = question_.options[i];
      const std::string path = at_.path + "/options/" + std::to_string(i) + "/part";
      if (shown_.parts.empty()) continue;
      check_refers(report_, path, option.part, shown_.parts, "part");
      for (const model::PartSpec& part : shown_.parts) {
        if (part.id == option.part) option.text = part.label;
      }
      const auto same = [&](const QuestionOption& other) { return other.part == option.part; };
      if (std::count_if(question_.options.begin(), question_.options.end(), same) > 1) {
        report_.add(path, "is offered twice: " + quoted(option.part));
      }
    }
  }

  std::string optional_text(Fields& fields, std::string_view key) {
    const auto found = fields.optional(key);
    return found ? as_text(report_, *found, kLongestText).value_or("") : "";
  }

  Missed read_missed(std::string_view key) {
    const auto found = fields_.required(key);
    if (!found) return {};
    Fields fields(report_, *found);
    Missed missed{.reason = fields.text("reason"),
                  .misconception = optional_text(fields, "misconception")};
    fields.done();
    return missed;
  }

  void read_verdicts() {
    question_.when_right = fields_.text("when_right");
    question_.when_low = read_missed("when_low");
    question_.when_high = read_missed("when_high");
  }

  std::vector<Fresh> read_fresh() {
    std::vector<Fresh> fresh;
    const auto found = fields_.optional("fresh");
    if (!found) return fresh;
    as_list(report_, *found, 1, 4, [&](const Cursor& item) {
      Fields fields(report_, item);
      Fresh one;
      one.name = fields.id("name");
      fields.list("from", 1, 12, [&](const Cursor& value) {
        const Node::Kind kind = value.node->kind;
        if (kind != Node::Kind::number && kind != Node::Kind::text) {
          report_.add(value.path, "must be a number or a name");
        }
        one.from.push_back(value.node);
      });
      fields.done();
      const auto same = [&](const Fresh& other) { return other.name == one.name; };
      if (std::any_of(fresh.begin(), fresh.end(), same)) {
        report_.add(item.path + "/name", "is used twice: " + quoted(one.name));
      }
      fresh.push_back(std::move(one));
    });
    return fresh;
  }

  // The system of the variant that shows the answer; false when it is not known.
  bool read_shown() {
    if (showable_.variants->empty()) {
      report_.add(at_.path + "/kind", "needs a system to run, and there is none here");
    }
    for (const Variant& known : *showable_.variants) {
      if (known.id != question_.show || showable_.scenario == nullptr) continue;
      if (showable_.edits->lost()) return false;
      Report tried("");
      model::Scenario shown = edited(tried, "", *showable_.scenario, known.edits);
      if (!tried.clean()) return false;  // noted where the variant is
      shown_ = std::move(shown);
      return true;
    }
    return false;
  }

  // What the run that shows a written answer has on top of its variant.
  void read_show_edits() {
    const auto from = fields_.optional("from");
    const auto edits = fields_.optional("edits");
    if ((!from && !edits) || !read_shown()) return;
    if (from) borrowed_ = showable_.edits->read_from_on(*from, shown_).edits;
    if (report_.covers_inside(at_.path + "/from")) return;
    const model::Scenario base = shown_;
    question_.show_edits = read_round({}, 0, edits, base).edits;
  }

  void read_run() {
    is_run_ = true;
    const std::vector<Fresh> fresh = read_fresh();
    const auto from = fields_.optional("from");
    const auto edits = fields_.optional("edits");
    if (!read_shown() || report_.covers_inside(at_.path + "/fresh")) return;
    std::size_t rounds = 1;
    for (const Fresh& one : fresh) rounds *= one.from.size();
    if (rounds > kMostRounds) {
      report_.add(at_.path + "/fresh", "make " + std::to_string(rounds) +
                                           " combinations; at most " + std::to_string(kMostRounds) +
                                           " can be checked");
      return;
    }
    if (from) borrowed_ = showable_.edits->read_from_on(*from, shown_).edits;
    if (report_.covers_inside(at_.path + "/from")) return;
    const model::Scenario base = shown_;
    for (std::size_t round = 0; round < rounds; ++round) {
      question_.rounds.push_back(read_round(fresh, round, edits, base));
      if (report_.covers_inside(at_.path + "/edits")) return;
    }
  }

  Round read_round(const std::vector<Fresh>& fresh, std::size_t number,
                   const std::optional<Cursor>& edits, const model::Scenario& scenario) {
    Round round{.values = {}, .edits = borrowed_};
    std::vector<std::size_t> chosen;
    for (const Fresh& one : fresh) {
      chosen.push_back(number % one.from.size());
      number /= one.from.size();
      const Node& value = *one.from[chosen.back()];
      round.values.push_back({.name = one.name, .number = value.number, .text = value.text});
    }
    if (!edits) return round;
    const Node filled = with_values(*edits->node, fresh, chosen);
    std::vector<model::PartSpec> parts = scenario.parts;
    const std::vector<model::Edit> own = read_edits(report_, {&filled, edits->path}, parts);
    if (!report_.covers_inside(edits->path)) {
      shown_ = edited(report_, edits->path, scenario, own);
    }
    round.edits.insert(round.edits.end(), own.begin(), own.end());
    return round;
  }

  Report& report_;
  Cursor at_;
  Fields fields_;
  const Showable& showable_;
  Question question_;
  model::Scenario shown_;              // of the last round; without parts: not known
  std::vector<model::Edit> borrowed_;  // what every round's edits build on
  bool is_run_ = false;                // its kind is answered by a run
};

}  // namespace

Question read_question_at(Report& report, const Cursor& at, const Showable& showable) {
  return QuestionReader(report, at, showable).read();
}

}  // namespace tenfold::lesson
