// Facts of a run, and how numbers are shown.
#include "tutor/facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "lesson/text.h"
#include "model/catalogue.h"

namespace tenfold::tutor {
namespace {

std::string formatted(const char* format, double value) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  return buffer.data();
}

// A whole number with a comma between each three digits.
std::string grouped(double value) {
  const std::string digits = formatted("%.0f", std::abs(value));
  std::string text = value <= -0.5 ? "−" : "";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

// The highest value of a series and the second in which it was.
struct Peak {
  double value = 0;
  double at_s = 0;

  void see(double candidate, double second_s) {
    if (candidate > value) {
      value = candidate;
      at_s = second_s;
    }
  }
};

class Gatherer {
 public:
  void share(std::string name, double value) { add(std::move(name), value, show_share(value)); }
  void ms(std::string name, double value) { add(std::move(name), value, show_ms(value)); }
  void count(std::string name, double value) { add(std::move(name), value, show_count(value)); }
  void rate(std::string name, double value) {
    add(std::move(name), value, show_count(value) + " requests/s");
  }
  void dollars(std::string name, double value) { add(std::move(name), value, show_dollars(value)); }
  void clock(std::string name, double at_s) { add(std::move(name), at_s, show_clock(at_s)); }
  // What may not have happened by the run's end.
  void first(std::string name, double at_s, double end_s) {
    if (at_s < end_s) {
      clock(std::move(name), at_s);
    } else {
      add(std::move(name), end_s, "never");
    }
  }

  Facts take() { return std::move(facts_); }

 private:
  void add(std::string name, double value, std::string shown) {
    facts_.push_back({std::move(name), value, std::move(shown)});
  }

  Facts facts_;
};

void gather_totals(Gatherer& facts, const model::Totals& totals) {
  const auto offered = static_cast<double>(totals.counts.offered);
  const auto share = [offered](std::uint64_t part) {
    return offered > 0 ? static_cast<double>(part) / offered : 0;
  };
  facts.count("offered", offered);
  facts.count("good", static_cast<double>(totals.counts.good));
  facts.count("failed", static_cast<double>(totals.counts.failed));
  facts.share("good_share", share(totals.counts.good));
  facts.share("failed_share", share(totals.counts.failed));
  for (std::size_t i = 1; i < model::kFailures; ++i) {
    facts.count(fact_name(static_cast<model::Failure>(i)),
                static_cast<double>(totals.counts.by_reason[i]));
  }
  constexpr double kNsPerMs = 1e6;
  facts.ms("p50_ms", totals.latency_ns.quantile_ns(0.5) / kNsPerMs);
  facts.ms("p99_ms", totals.latency_ns.quantile_ns(0.99) / kNsPerMs);
  facts.count("mean_in_system", totals.mean_in_system);
  facts.rate("arrival_rps", totals.arrival_rps);
  facts.ms("mean_time_ms", totals.mean_time_ms);
  facts.dollars("cost_month", totals.cost_month);
  facts.share("stale_share", share(totals.stale));
}

// What a run's seconds came to, as they pass by.
struct Seconds {
  explicit Seconds(const model::Scenario& scenario)
      : utilisation(scenario.parts.size()),
        waiting(scenario.parts.size()),
        busy_s(scenario.parts.size()),
        links(scenario.links.size()),
        last_s(scenario.warmup_s),
        first_failure_s(scenario.duration_s),
        strained_s(scenario.duration_s) {}

  void see(const model::Sample& sample) {
    const double second_s = sample.at_s - sample.span_s;
    const double long_s = sample.at_s - last_s;
    last_s = sample.at_s;
    watched_s += long_s;
    rate.see(sample.per_second(sample.counts.offered), second_s);
    p99.see(sample.p99_ms, second_s);
    in_system.see(sample.in_system, second_s);
    if (sample.counts.failed > 0) first_failure_s = std::min(first_failure_s, second_s);
    for (std::size_t i = 0; i < sample.link_utilisation.size(); ++i) {
      links[i].see(static_cast<double>(sample.link_utilisation[i]), second_s);
      see_strain(sample.link_utilisation[i], second_s);
    }
    for (std::size_t i = 0; i < utilisation.size(); ++i) {
      utilisation[i].see(static_cast<double>(sample.utilisation[i]), second_s);
      waiting[i].see(sample.waiting[i], second_s);
      busy_s[i] += static_cast<double>(sample.utilisation[i]) * long_s;
      see_strain(sample.utilisation[i], second_s);
    }
  }

  void see_strain(float busy, double second_s) {
    if (busy >= static_cast<float>(model::kStrained)) strained_s = std::min(strained_s, second_s);
  }

  Peak rate;
  Peak p99;
  Peak in_system;
  std::vector<Peak> utilisation;  // by part
  std::vector<Peak> waiting;
  std::vector<double> busy_s;
  std::vector<Peak> links;
  double watched_s = 0;
  double last_s;
  double first_failure_s;
  double strained_s;
};

void gather_series(Gatherer& facts, const std::vector<model::Sample>& series,
                   const model::Scenario& scenario) {
  Seconds seen(scenario);
  for (const model::Sample& sample : series) {
    if (sample.at_s > scenario.warmup_s) seen.see(sample);
  }
  facts.rate("peak_rps", seen.rate.value);
  facts.clock("peak_rps_at", seen.rate.at_s);
  facts.ms("worst_p99_ms", seen.p99.value);
  facts.clock("worst_p99_at", seen.p99.at_s);
  facts.count("peak_in_system", seen.in_system.value);
  facts.clock("peak_in_system_at", seen.in_system.at_s);
  facts.first("first_failure_at", seen.first_failure_s, scenario.duration_s);
  facts.first("strained_at", seen.strained_s, scenario.duration_s);
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const std::string& id = scenario.parts[i].id;
    facts.share(id + ".mean_utilisation", seen.watched_s > 0 ? seen.busy_s[i] / seen.watched_s : 0);
    facts.share(id + ".peak_utilisation", seen.utilisation[i].value);
    facts.clock(id + ".peak_utilisation_at", seen.utilisation[i].at_s);
    facts.count(id + ".peak_waiting", seen.waiting[i].value);
    facts.clock(id + ".peak_waiting_at", seen.waiting[i].at_s);
  }
  for (std::size_t i = 0; i < scenario.links.size(); ++i) {
    const model::LinkSpec& link = scenario.links[i];
    if (link.mbps <= 0) continue;
    facts.share(link.from + ">" + link.to + ".peak_utilisation", seen.links[i].value);
    facts.clock(link.from + ">" + link.to + ".peak_utilisation_at", seen.links[i].at_s);
  }
}

void gather_parts(Gatherer& facts, const std::vector<model::PartState>& parts) {
  for (const model::PartState& part : parts) {
    const auto count = [&](std::string_view name, std::uint64_t value) {
      facts.count(part.id + "." + std::string(name), static_cast<double>(value));
    };
    count("arrivals", part.arrivals);
    count("stale", part.stale);
    count("own_stale", part.own_stale);
    count("repeated", part.repeated);
    count("dead_letters", part.dead_letters);
    facts.share(
        part.id + ".hit_ratio",
        part.reads == 0 ? 0 : static_cast<double>(part.hits) / static_cast<double>(part.reads));
    facts.ms(part.id + ".oldest", part.oldest_s * 1000);
  }
}

// What became of each clients part's own requests.
void gather_users(Gatherer& facts, const model::Totals& totals, const model::Scenario& scenario) {
  constexpr double kNsPerMs = 1e6;
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const model::PartSpec& part = scenario.parts[i];
    if (!model::kind_info(part.kind).is_users) continue;
    model::Counts counts;
    sim::Histogram latency_ns;
    for (const model::ClassTotals& some : totals.classes) {
      if (some.part != i) continue;
      counts += some.counts;
      latency_ns.merge(some.latency_ns);
    }
    const double offered = std::max(1.0, static_cast<double>(counts.offered));
    facts.count(part.id + ".offered", static_cast<double>(counts.offered));
    facts.count(part.id + ".failed", static_cast<double>(counts.failed));
    facts.share(part.id + ".good_share", static_cast<double>(counts.good) / offered);
    facts.share(part.id + ".failed_share", static_cast<double>(counts.failed) / offered);
    facts.ms(part.id + ".p50_ms", latency_ns.quantile_ns(0.5) / kNsPerMs);
    facts.ms(part.id + ".p99_ms", latency_ns.quantile_ns(0.99) / kNsPerMs);
  }
}

// REQUIRES: a state for each of the scenario's parts.
Facts gather(const model::Totals& totals, const std::vector<model::Sample>& series,
             const std::vector<model::PartState>& parts, const model::Scenario& scenario) {
  Gatherer facts;
  gather_totals(facts, totals);
  gather_series(facts, series, scenario);
  gather_parts(facts, parts);
  gather_users(facts, totals, scenario);
  return facts.take();
}

}  // namespace

Facts facts_of(const model::System& run, const model::Scenario& scenario) {
  return gather(run.totals(), run.series(), run.parts(), scenario);
}

std::string fact_name(model::Failure failure) {
  std::string name(model::failure_name(failure));
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

const Fact* find_fact(const Facts& facts, std::string_view name) {
  const auto found = std::find_if(facts.begin(), facts.end(),
                                  [name](const Fact& fact) { return fact.name == name; });
  return found == facts.end() ? nullptr : &*found;
}

void add_facts(Facts& facts, std::string_view prefix, const Facts& more) {
  for (const Fact& fact : more) {
    facts.push_back({std::string(prefix) + fact.name, fact.value, fact.shown});
  }
}

std::string fill(std::string_view text, const Facts& facts) {
  std::string filled;
  std::size_t copied = 0;
  for (const lesson::Mark& mark : lesson::marks_of(text)) {
    if (mark.kind != lesson::Mark::Kind::fact || mark.end == std::string_view::npos) continue;
    const Fact* fact = find_fact(facts, mark.name);
    filled += text.substr(copied, mark.begin - copied);
    filled += fact != nullptr ? fact->shown : "…";
    copied = mark.end;
  }
  filled += text.substr(copied);
  return filled;
}

std::vector<std::string> fact_names(const model::Scenario& scenario) {
  std::vector<std::string> names;
  std::vector<model::PartState> parts(scenario.parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].id = scenario.parts[i].id;
  for (const Fact& fact : gather({}, {}, parts, scenario)) names.push_back(fact.name);
  return names;
}

std::string show_share(double share) {
  const double percent = share * 100;
  if (percent == 0 || percent == 100) return formatted("%.0f %%", percent);
  if (percent < 0.1) return formatted("%.1g %%", percent);
  // Never rounded up to all, nor down to none.
  if (percent > 99.9) return formatted("%.2f %%", std::min(percent, 99.99));
  if (percent < 10 || percent > 99) return formatted("%.1f %%", percent);
  return formatted("%.0f %%", percent);
}

std::string show_ms(double ms) {
  if (ms >= 60'000) return show_clock(ms / 1000) + " min";
  if (ms >= 9'950) return formatted("%.0f s", ms / 1000);
  if (ms >= 999.5) return formatted("%.1f s", ms / 1000);
  if (ms >= 9.95) return formatted("%.0f ms", ms);
  if (ms >= 0.995) return formatted("%.1f ms", ms);
  return formatted("%.2g ms", ms);
}

std::string show_clock(double at_s) {
  const auto whole = static_cast<long long>(std::floor(std::max(at_s, 0.0) + 1e-6));
  const std::string seconds = std::to_string(whole % 60);
  return std::to_string(whole / 60) + (seconds.size() < 2 ? ":0" : ":") + seconds;
}

std::string show_count(double count) {
  // A mean of a few needs its first decimal; a count has none.
  if (std::abs(count) < 10 && count != std::floor(count)) return formatted("%.1f", count);
  return grouped(count);
}

std::string show_people(double people) {
  constexpr double kMillion = 1e6;
  return people < kMillion ? grouped(people) : show_count(people / kMillion) + " million";
}

std::string show_dollars(double dollars) { return "$" + grouped(dollars); }

}  // namespace tenfold::tutor
