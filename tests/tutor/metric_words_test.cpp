// Every metric has words of its own, wherever it is told.
#include "tutor/metric_words.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

using namespace tenfold;

TEST_CASE("each metric has its own title, and its results are told in words of their own") {
  std::set<std::string> titles;
  std::set<std::string> results;
  for (std::size_t i = 0; i < model::kMetrics; ++i) {
    const auto metric = static_cast<model::Metric>(i);
    titles.emplace(tutor::metric_title(metric));
    results.insert(tutor::result_in_words({.goal = {.metric = metric}, .measured = 0.5}));
    CHECK_FALSE(tutor::show_metric(metric, 0.5).empty());
  }
  CHECK(titles.size() == model::kMetrics);
  CHECK(results.size() == model::kMetrics);
}

TEST_CASE("a result is told with the number that was measured, in the metric's unit") {
  const auto told = [](model::Metric metric, double measured) {
    return tutor::result_in_words({.goal = {.metric = metric}, .measured = measured});
  };
  CHECK(told(model::Metric::good_share, 0.0861) == "8.6 % answered in time");
  CHECK(told(model::Metric::p99_ms, 1900) == "a p99 of 1.9 s");
  CHECK(told(model::Metric::cost_month, 140) == "$140 a month");
}

}  // namespace
