// tenfold simulate: one scenario, what was measured in it, and how sure that is.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/estimates.h"
#include "cli/files.h"
#include "cli/progress_bar.h"
#include "cli/twins_report.h"
#include "lesson/reader.h"
#include "lesson/words.h"
#include "model/system.h"

namespace tenfold::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kNsPerMs = 1e6;

Json json_of(const sim::Histogram& latency) {
  const auto at = [&latency](double quantile) { return latency.quantile_ns(quantile) / kNsPerMs; };
  return {{"count", latency.count()}, {"mean", latency.mean_ns() / kNsPerMs},
          {"p50", at(0.5)},           {"p95", at(0.95)},
          {"p99", at(0.99)},          {"max", at(1)}};
}

Json json_of(const model::Counts& counts) {
  Json reasons = Json::object();
  for (std::size_t i = 1; i < model::kFailures; ++i) {
    reasons[std::string(model::failure_name(static_cast<model::Failure>(i)))] = counts.by_reason[i];
  }
  return {{"offered", counts.offered},
          {"good", counts.good},
          {"failed", counts.failed},
          {"by_reason", std::move(reasons)}};
}

Json json_of(const std::vector<model::ClassTotals>& classes) {
  Json json = Json::array();
  for (const model::ClassTotals& its : classes) {
    json.push_back({{"users", its.users},
                    {"wish", model::wish_name(its.wish)},
                    {"requests", json_of(its.counts)},
                    {"latency_ms", json_of(its.latency_ns)}});
  }
  return json;
}

Json json_of(const std::vector<model::GoalResult>& results) {
  Json json = Json::array();
  for (const model::GoalResult& result : results) {
    Json goal = {{"metric", model::metric_name(result.goal.metric)},
                 {result.goal.at_least ? "at_least" : "at_most", result.goal.limit},
                 {"measured", result.measured},
                 {"met", result.met}};
    if (!result.goal.users.empty()) goal["users"] = result.goal.users;
    json.push_back(std::move(goal));
  }
  return json;
}

Json parts_of(const model::System& system, const model::Scenario& scenario) {
  Json json = Json::array();
  const std::vector<model::PartState> parts = system.parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    double busy = 0;
    double peak = 0;
    double seconds = 0;
    for (const model::Sample& sample : system.series()) {
      if (sample.at_s <= scenario.warmup_s) continue;
      const auto utilisation = static_cast<double>(sample.utilisation[i]);
      busy += utilisation;
      peak = std::max(peak, utilisation);
      ++seconds;
    }
    const model::PartState& part = parts[i];
    const auto share = [](std::uint64_t some, std::uint64_t all) {
      return all > 0 ? static_cast<double>(some) / static_cast<double>(all) : 0;
    };
    // Counts, L, λ and W are of the whole run, the warm-up included; those three of calls that were
    // let in.
    json.push_back({{"id", part.id},
                    {"kind", part.kind},
                    {"utilisation", seconds > 0 ? busy / seconds : 0},
                    {"peak_utilisation", peak},
                    {"mean_in_system", part.mean_in_system},
                    {"rate_rps", part.mean_rate_rps},
                    {"mean_time_ms", part.mean_time_ms},
                    {"arrivals", part.arrivals},
                    {"left", part.left},
                    {"waiting", part.waiting},
                    {"reads", part.reads},
                    {"hit_ratio", share(part.hits, part.reads)},
                    {"stale", part.stale},
                    {"own_stale", part.own_stale},
                    {"repeated", part.repeated},
                    {"dead_letters", part.dead_letters},
                    {"oldest_s", part.oldest_s},
                    {"lag_ms", part.lag_ms},
                    {"moved", part.moved},
                    {"bytes_out", part.bytes_out}});
  }
  return json;
}

Json links_of(const model::System& system, const model::Scenario& scenario) {
  Json json = Json::array();
  const std::vector<model::LinkState> links = system.links();
  for (std::size_t i = 0; i < links.size(); ++i) {
    double peak = 0;
    for (const model::Sample& sample : system.series()) {
      if (sample.at_s <= scenario.warmup_s || sample.link_utilisation.empty()) continue;
      peak = std::max(peak, static_cast<double>(sample.link_utilisation[i]));
    }
    json.push_back({{"from", scenario.links[i].from},
                    {"to", scenario.links[i].to},
                    {"peak_utilisation", peak},
                    {"waiting", links[i].waiting},
                    {"bytes", links[i].bytes}});
  }
  return json;
}

// A column for each value, a row for each second.
Json json_of(const std::vector<model::Sample>& series) {
  Json json = Json::object();
  for (const char* name :
       {"at_s", "offered", "good", "failed", "p50_ms", "p99_ms", "in_system", "cost_month"}) {
    json[name] = Json::array();
  }
  for (const model::Sample& second : series) {
    json["at_s"].push_back(second.at_s);
    json["offered"].push_back(second.counts.offered);
    json["good"].push_back(second.counts.good);
    json["failed"].push_back(second.counts.failed);
    json["p50_ms"].push_back(second.p50_ms);
    json["p99_ms"].push_back(second.p99_ms);
    json["in_system"].push_back(second.in_system);
    json["cost_month"].push_back(second.cost_month);
  }
  return json;
}

Json json_of(const Estimates& estimates) {
  Json values = Json::object();
  for (const Estimate& estimate : estimates.values) {
    Json value = {{"mean", estimate.interval.mean}};
    if (std::isfinite(estimate.interval.half_width)) {
      value["half_width"] = estimate.interval.half_width;
    } else {
      value["half_width"] = nullptr;
    }
    values[estimate.name] = std::move(value);
  }
  Json json = {{"confidence", 0.95}, {"method", estimates.method}, {"values", std::move(values)}};
  json["too_short"] = !estimates.too_short.empty();
  if (!estimates.too_short.empty()) json["reason"] = estimates.too_short;
  return json;
}

Json json_of(const model::System& system, const model::Scenario& scenario, std::uint64_t seed) {
  const model::Totals totals = system.totals();
  return {{"scenario", scenario.id},
          {"seed", seed},
          {"from_s", totals.from_s},
          {"to_s", totals.to_s},
          {"requests", json_of(totals.counts)},
          {"in_flight", totals.in_flight},
          {"latency_ms", json_of(totals.latency_ns)},
          {"classes", json_of(totals.classes)},
          {"little",
           {{"mean_in_system", totals.mean_in_system},
            {"arrival_rps", totals.arrival_rps},
            {"mean_time_ms", totals.mean_time_ms}}},
          {"cost_month", totals.cost_month},
          {"cost_million", totals.cost_million},
          {"goals", json_of(model::judge(scenario.goals, totals))},
          {"parts", parts_of(system, scenario)},
          {"links", links_of(system, scenario)},
          {"events", system.events()},
          {"log_hash", system.log_hash()}};
}

// In small steps, each of which the bar shows.
constexpr std::size_t kSteps = 100;

model::System run(const model::Scenario& scenario, std::uint64_t seed, ProgressBar& progress) {
  model::System system(scenario, seed);
  for (std::size_t step = 1; step <= kSteps; ++step) {
    system.run_until(sim::from_seconds(scenario.duration_s * static_cast<double>(step) / kSteps));
    progress.advance();
  }
  return system;
}

// The scenario of a file, run as long as the arguments ask for; `fault` says why there is none.
model::Scenario scenario_in(const std::string& path, std::string_view variant, Arguments& arguments,
                            std::string& fault) {
  const FileText file = read_file(path);
  if (!file.fault.empty()) {
    fault = path + ": " + file.fault;
    return {};
  }
  lesson::ReadScenario read = lesson::read_runnable(file.text, path, variant);
  if (!read.faults.empty()) {
    fault = to_line(read.faults.front());
    return {};
  }
  model::Scenario scenario = std::move(read.scenario);
  scenario.duration_s = arguments.number("--duration", 1, 86'400, scenario.duration_s);
  scenario.warmup_s = arguments.number("--warmup", 0, scenario.duration_s, scenario.warmup_s);
  if (scenario.warmup_s >= scenario.duration_s) {
    fault = path + ": nothing is left after the warm-up";
    return scenario;
  }
  // In a shorter run, later changes do not happen; a longer one may ask for too much.
  std::erase_if(scenario.changes, [&scenario](const model::TimedChange& change) {
    return change.at_s > scenario.duration_s;
  });
  const std::vector<model::Fault> faults = model::check(scenario);
  if (!faults.empty()) fault = path + ": " + faults.front().place + " " + faults.front().reason;
  return scenario;
}

// The scenario that the arguments ask for, with what they set.
model::Scenario asked_for(Arguments& arguments, std::string& fault) {
  const std::string path(arguments.path);
  model::Scenario scenario =
      scenario_in(path, arguments.option("--variant").value_or(""), arguments, fault);
  if (!fault.empty()) return scenario;
  for (const auto& [option, value] : arguments.options) {
    if (option != "--set") continue;
    const std::size_t equals = std::min(value.find('='), value.size());
    const std::string_view given = value.substr(std::min(equals + 1, value.size()));
    const auto faults = lesson::set_parameter(scenario, value.substr(0, equals), given);
    if (!faults.empty()) {
      fault = path + ": --set " + std::string(value) + " " + faults.front().reason;
      return {};
    }
  }
  return scenario;
}

}  // namespace

Outcome simulate(std::span<const std::string_view> words) {
  constexpr std::string_view kOptions[] = {"--variant", "--seed",         "--duration", "--warmup",
                                           "--set",     "--replications", "--against",  "--series"};
  constexpr std::uint64_t kAnySeed = ~std::uint64_t{0};
  constexpr std::uint64_t kPairs = 10;
  Arguments arguments = read_arguments(words, kOptions);
  if (!arguments.fault.empty()) return bad_input("simulate: " + arguments.fault);
  std::string fault;
  const model::Scenario scenario = asked_for(arguments, fault);
  const auto against = arguments.option("--against");
  model::Scenario other;
  if (against && fault.empty()) other = scenario_in(std::string(*against), "", arguments, fault);
  const std::uint64_t seed = arguments.whole("--seed", 0, kAnySeed, 1);
  const bool with_series = arguments.whole("--series", 0, 1, 0) == 1;
  const std::uint64_t replications =
      arguments.whole("--replications", against ? 2 : 1, 10'000, against ? kPairs : 1);
  if (!arguments.fault.empty()) return bad_input("simulate: " + arguments.fault);
  if (!fault.empty()) return bad_input(fault);

  if (against) {
    return {
        .exit_code = 0, .out = twins_report(scenario, other, seed, replications) + '\n', .err = {}};
  }
  ProgressBar progress(static_cast<std::size_t>(replications) * kSteps);
  std::vector<model::Totals> totals;
  const model::System first = run(scenario, seed, progress);
  totals.push_back(first.totals());
  for (std::uint64_t i = 1; i < replications; ++i) {
    totals.push_back(run(scenario, seed + i, progress).totals());
  }
  Json json = json_of(first, scenario, seed);
  json["estimates"] = json_of(replications > 1 ? over_replications(totals)
                                               : over_batches(first.series(), scenario.warmup_s));
  if (with_series) json["series"] = json_of(first.series());
  return {.exit_code = 0, .out = json.dump(2) + '\n', .err = {}};
}

}  // namespace tenfold::cli
