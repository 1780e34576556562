// Kinds, parameters and ranges are the catalogue's.
#include "any_step.h"

#include <cmath>
#include <string>
#include <vector>

#include "design/trouble.h"
#include "model/catalogue.h"

namespace tenfold::design::test {
namespace {

constexpr std::size_t kManyParts = 30;

class Maker {
 public:
  Maker(const Draft& draft, const Choose& choose) : draft_(draft), choose_(choose) {}

  Step make() {
    if (draft_.parts.size() >= kManyParts && choose_(2) == 0) return RemovePart{any_part()};
    switch (choose_(18)) {
      case 0:
      case 1:
        return add();
      case 2:
        return InsertPart{any_kind(), any_link()};
      case 3:
        return CopyPart{any_part()};
      case 4:
        return RemovePart{any_part()};
      case 5:
        return MovePart{any_part(), any_place()};
      case 6:
        return RenamePart{any_part(), any_text()};
      case 7:
      case 8:
        return set();
      case 9:
        return MoveIn{any_part(), choose_(2) == 0 ? "" : any_part()};
      case 10:
      case 11:
      case 12:
        return Connect{any_part(), any_part()};
      default:
        return more();
    }
  }

 private:
  Step more() {
    const auto any_of = [&](std::size_t size) {
      return choose_(static_cast<std::uint32_t>(size) + 1);
    };
    switch (choose_(8)) {
      case 0:
        return Disconnect{any_link()};
      case 1:
        return AddChanges{changes_of(draft_, kTroubles[choose_(kTroubles.size())],
                                     choose_(3) == 0 ? any_link() : any_part(), any_time())};
      case 2:
        return MoveChange{any_of(draft_.changes.size()), any_time()};
      case 3:
        return RemoveChange{any_of(draft_.changes.size())};
      case 4:
        return put_goal();
      case 5:
        return RemoveGoal{any_of(draft_.goals.size())};
      case 6:
        return SetTimes{any_time(), choose_(2) == 0 ? 0 : any_time()};
      default:
        return NameDraft{any_text()};
    }
  }

  Step add() {
    AddPart step{.kind = any_kind()};
    if (choose_(2) == 0) step.place = any_place();
    if (choose_(4) == 0) step.machine = any_part();
    return step;
  }

  Step set() {
    const model::PartSpec* part = find_part(draft_, any_part());
    const bool is_link = part == nullptr || choose_(4) == 0;
    const auto parameters =
        is_link ? model::link_kind().parameters : model::kind_info(part->kind).parameters;
    SetValue step{is_link ? any_link() : part->id, {}};
    if (parameters.empty()) return step;
    const model::ParameterInfo& parameter =
        parameters[choose_(static_cast<std::uint32_t>(parameters.size()))];
    step.setting.name = parameter.name;
    if (!parameter.choices.empty()) {
      step.setting.text =
          parameter.choices[choose_(static_cast<std::uint32_t>(parameter.choices.size()))];
      return step;
    }
    // Now and then beyond the range, or the default, or with many digits.
    const double share = choose_(1'000) / 990.0;
    double value = parameter.low + (parameter.high - parameter.low) * share * share * share;
    if (choose_(3) == 0) value = std::floor(value);
    if (choose_(5) == 0) value = parameter.initial;
    if (choose_(20) == 0) value = -0.0;
    step.setting.number = value;
    return step;
  }

  Step put_goal() {
    PutGoal step{choose_(4), {}};
    step.value.metric = static_cast<model::Metric>(choose_(model::kMetrics));
    step.value.at_least = choose_(2) == 0;
    step.value.limit = (static_cast<double>(choose_(2'000)) - 100) / 100;
    if (choose_(3) == 0) step.value.users = any_part();
    return step;
  }

  std::string any_kind() {
    const auto kinds = model::part_kinds();
    return std::string(kinds[choose_(static_cast<std::uint32_t>(kinds.size()))]->name);
  }
  std::string any_part() {
    if (draft_.parts.empty() || choose_(50) == 0) return "nobody";
    return draft_.parts[choose_(static_cast<std::uint32_t>(draft_.parts.size()))].id;
  }
  std::string any_link() {
    if (draft_.links.empty() || choose_(50) == 0) return "nobody>nothing";
    const auto& link = draft_.links[choose_(static_cast<std::uint32_t>(draft_.links.size()))];
    return link.from + ">" + link.to;
  }
  model::GridPlace any_place() { return {choose_(44) / 2.0 - 0.5, choose_(44) / 2.0 - 0.5}; }
  double any_time() { return choose_(2'000) / 10.0 - 1; }
  std::string any_text() {
    constexpr std::string_view kTexts[] = {"",
                                           "Shop",
                                           "<b>Shop</b><script>alert(1)</script>",
                                           "Größe \"1\" \\ 2",
                                           "\xff\xfe",
                                           "🦉",
                                           "a\nb",
                                           "\xed\xa0\x80",
                                           "App 1 of 2",
                                           "'; --"};
    return std::string(kTexts[choose_(std::size(kTexts))]);
  }

  const Draft& draft_;
  const Choose& choose_;
};

}  // namespace

Step any_step(const Draft& draft, const Choose& choose) { return Maker(draft, choose).make(); }

}  // namespace tenfold::design::test
