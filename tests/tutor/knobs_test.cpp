// Parameters in words and by steps, for every one that there is.
#include "tutor/knobs.h"

#include <doctest/doctest.h>

#include <cmath>
#include <optional>
#include <set>
#include <string>

#include "model/catalogue.h"
#include "model/settings.h"

namespace {

using namespace tenfold;
using model::ParameterInfo;

// Calls `look` with every live parameter of every kind that is stepped through.
template <typename Look>
void for_each_parameter(const Look& look) {
  for (const model::KindInfo* kind : model::part_kinds()) {
    for (const ParameterInfo& parameter : kind->parameters) {
      if (!parameter.live || parameter.is_part) continue;
      CAPTURE(std::string(kind->name));
      CAPTURE(std::string(parameter.name));
      look(parameter);
    }
  }
}

double end_of(const ParameterInfo& parameter, bool high) {
  if (parameter.choices.empty()) return high ? parameter.high : parameter.low;
  return high ? static_cast<double>(parameter.choices.size()) - 1 : 0;
}

// Steps until there is no further one; gives where that is.
double walk(const ParameterInfo& parameter, double from, int direction) {
  constexpr int kMost = 200;
  double now = from;
  for (int i = 0; i < kMost; ++i) {
    const std::optional<double> next = tutor::next_value(parameter, now, direction);
    if (!next) return now;
    CHECK((*next - now) * direction > 0);
    if (model::counts_things(parameter)) CHECK(*next == std::floor(*next));
    now = *next;
  }
  return std::nan("");
}

}  // namespace

TEST_CASE("from anywhere, steps lead to both ends of a range and to nothing beyond") {
  for_each_parameter([](const ParameterInfo& parameter) {
    CHECK(walk(parameter, end_of(parameter, false), 1) == end_of(parameter, true));
    CHECK(walk(parameter, end_of(parameter, true), -1) == end_of(parameter, false));
    CHECK(walk(parameter, parameter.initial, 1) == end_of(parameter, true));
    CHECK(walk(parameter, parameter.initial, -1) == end_of(parameter, false));
  });
}

TEST_CASE("a step is a round value: what stands above 8 is 10, and what stands below it 6") {
  for_each_parameter([](const ParameterInfo& parameter) {
    const bool is_number = parameter.choices.empty() && !model::is_switch(parameter);
    if (!is_number || parameter.low > 6 || parameter.high < 10) return;
    CHECK(tutor::next_value(parameter, 8, 1) == 10);
    CHECK(tutor::next_value(parameter, 9, 1) == 10);
    CHECK(tutor::next_value(parameter, 8, -1) == 6);
  });
}

TEST_CASE("a value that is named by a number comes back as that number") {
  for_each_parameter([](const ParameterInfo& parameter) {
    for (double value = end_of(parameter, false);;) {
      const model::Setting setting = tutor::setting_from(parameter, value);
      CHECK(model::fault_of(parameter, setting).empty());
      CHECK(tutor::number_of(parameter, setting) == value);
      const std::optional<double> next = tutor::next_value(parameter, value, 1);
      if (!next) break;
      value = *next;
    }
  });
}

TEST_CASE("each value of a parameter is said in words of its own, without a name from a file") {
  for_each_parameter([](const ParameterInfo& parameter) {
    std::set<std::string> said;
    for (double value = end_of(parameter, false);;) {
      const std::string words =
          tutor::show_setting(parameter, tutor::setting_from(parameter, value));
      CHECK(words.find('_') == std::string::npos);
      CHECK(said.insert(words).second);
      const std::optional<double> next = tutor::next_value(parameter, value, 1);
      if (!next) break;
      value = *next;
    }
    CHECK(tutor::parameter_words(parameter).find('_') == std::string::npos);
  });
}

TEST_CASE("a change says what, from which value, to which") {
  const model::KindInfo& app = model::kind_info("app_server");
  const auto said = [&app](std::string_view name, double before, double after) {
    const ParameterInfo& parameter = *model::find_parameter(app, name);
    return tutor::change_in_words(parameter, tutor::setting_from(parameter, before),
                                  tutor::setting_from(parameter, after));
  };
  CHECK(said("workers", 8, 10) == "workers 8 → 10");
  CHECK(said("queue_limit", 1000, 1200) == "queue limit 1,000 requests → 1,200 requests");
  CHECK(said("slowness", 1, 10) == "slowness 1× → 10×");
  CHECK(said("falls_back", 0, 1) == "falls back off → on");
  CHECK(said("call_order", 0, 1) == "call order one by one → all at once");
}
