// Each metric's title, unit and phrase: a new one gets its words here.
#include "tutor/metric_words.h"

#include <cmath>

#include "tutor/facts.h"

namespace tenfold::tutor {

using model::Metric;

std::string_view metric_title(Metric metric) {
  switch (metric) {
    case Metric::good_share:
      return "Answered in time";
    case Metric::failed_share:
      return "Failed";
    case Metric::p50_ms:
      return "Good answers: half within (p50)";
    case Metric::p99_ms:
      return "Good answers: 99 of 100 within (p99)";
    case Metric::mean_ms:
      return "Good answers: mean time";
    case Metric::throughput_rps:
      return "Answers a second";
    case Metric::stale_share:
      return "Old answers";
    case Metric::logged_out:
      return "Logged out";
    case Metric::oldest_s:
      return "Longest wait of a job";
    case Metric::repeated:
      return "Jobs done again";
    case Metric::dead_letters:
      return "Jobs given up";
    case Metric::done_share:
      return "Answered in time, of those that are over";
    case Metric::cost_month:
      break;
  }
  return "Cost";
}

std::string show_metric(Metric metric, double value) {
  switch (metric) {
    case Metric::good_share:
    case Metric::failed_share:
    case Metric::stale_share:
    case Metric::done_share:
      return show_share(value);
    case Metric::p50_ms:
    case Metric::p99_ms:
    case Metric::mean_ms:
      return show_ms(value);
    case Metric::oldest_s:
      return show_ms(value * 1000);
    case Metric::logged_out:
    case Metric::repeated:
    case Metric::dead_letters:
      return show_count(value);
    case Metric::cost_month:
      return show_dollars(value) + " a month";
    case Metric::throughput_rps:
      break;
  }
  return show_count(std::round(value)) + " requests/s";
}

std::string result_in_words(const model::GoalResult& result) {
  const std::string value = show_metric(result.goal.metric, result.measured);
  switch (result.goal.metric) {
    case Metric::good_share:
      return value + " answered in time";
    case Metric::failed_share:
      return value + " failed";
    case Metric::p50_ms:
      return "a p50 of " + value;
    case Metric::p99_ms:
      return "a p99 of " + value;
    case Metric::mean_ms:
      return "a mean of " + value;
    case Metric::throughput_rps:
      return show_count(std::round(result.measured)) + " good answers a second";
    case Metric::stale_share:
      return value + " old answers";
    case Metric::logged_out:
      return value + " logged out";
    case Metric::oldest_s:
      return "a job that waited " + value;
    case Metric::repeated:
      return value + " jobs done again";
    case Metric::dead_letters:
      return value + " jobs given up";
    case Metric::done_share:
      return value + " of those over answered in time";
    case Metric::cost_month:
      break;
  }
  return value;
}

}  // namespace tenfold::tutor
