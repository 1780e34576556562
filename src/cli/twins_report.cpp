// Writing the comparison.
#include "cli/twins_report.h"

#include <nlohmann/json.hpp>

#include "cli/progress_bar.h"
#include "model/twins.h"

namespace tenfold::cli {

std::string twins_report(const model::Scenario& before, const model::Scenario& after,
                         std::uint64_t seed, std::uint64_t pairs) {
  using Json = nlohmann::ordered_json;
  model::Twins twins;
  ProgressBar progress(static_cast<std::size_t>(pairs));
  for (std::uint64_t i = 0; i < pairs; ++i) {
    twins.run_pair(before, after, seed + i);
    progress.advance();
  }
  Json differences = Json::object();
  for (std::size_t i = 0; i < model::kMetrics; ++i) {
    const auto metric = static_cast<model::Metric>(i);
    const model::PairedDifference& difference = twins.difference(metric);
    const sim::Interval interval = difference.interval();
    const char* told = interval.mean > 0 ? "more" : "less";
    differences[std::string(model::metric_name(metric))] = {
        {"scenario", difference.before()},
        {"against", difference.after()},
        {"difference", interval.mean},
        {"half_width", interval.half_width},
        {"verdict", difference.is_told() ? told : "no difference"}};
  }
  const Json json = {{"scenario", before.id}, {"against", after.id},
                     {"seed", seed},          {"pairs", pairs},
                     {"confidence", 0.95},    {"differences", std::move(differences)}};
  return json.dump(2);
}

}  // namespace tenfold::cli
