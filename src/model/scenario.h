// A scenario: which parts a system has, how they are linked, what load it gets, what happens to it
// and when, and what counts as success. Plain values; nothing here runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::model {

// One parameter of a part. Numbers are in the unit that the part kind's ParameterInfo names; names
// of sizes, shapes and machines are text.
struct Setting {
  std::string name;
  double number = 0;
  std::string text;  // non-empty for parameters whose value is a name

  bool operator==(const Setting&) const = default;
};

// Where a part stands on the diagram: column 0 is the users' side, rows grow downwards.
struct GridPlace {
  double column = 0;
  double row = 0;

  bool operator==(const GridPlace&) const = default;
};

struct PartSpec {
  std::string id = {};     // unique in the scenario
  std::string kind = {};   // a name from part_kinds()
  std::string label = {};  // what the diagram's card says
  GridPlace place = {};
  std::vector<Setting> settings = {};  // those that differ from the kind's defaults

  bool operator==(const PartSpec& other) const;  // in whatever order its settings are
};

// A way for requests from one part to another. Two parts on one machine need no network between
// them: their link's round trip is then taken as 0.
struct LinkSpec {
  std::string from;
  std::string to;
  double round_trip_ms = 0;
  double mbps = 0;  // 0: no limit
  double dollars_per_gb = 0;

  bool operator==(const LinkSpec&) const = default;
};

// A link is named by its ends, "users>app"; where a change or an edit names a part, it may name a
// link so.
bool names_link(std::string_view target);
// nullptr when there is none of that name.
LinkSpec* find_link(std::vector<LinkSpec>& links, std::string_view name);
const LinkSpec* find_link(const std::vector<LinkSpec>& links, std::string_view name);
// A link's value by the name of its parameter in link_kind(); nullptr when it has none such.
double* value_of(LinkSpec& link, std::string_view parameter);

// Something done to a running system.
struct Change {
  enum class Kind : std::uint8_t { kill, heal, set };
  Kind kind = Kind::kill;
  std::string part;  // or a link
  Setting setting;   // for Kind::set

  bool operator==(const Change&) const = default;
};

struct TimedChange {
  double at_s = 0;
  Change change;

  bool operator==(const TimedChange&) const = default;
};

// What a run is judged by. Shares are of all requests offered (0–1), times in ms, cost in $ a
// month.
enum class Metric : std::uint8_t {
  good_share,  // answered in time
  failed_share,
  p50_ms,
  p99_ms,
  mean_ms,
  throughput_rps,  // good answers a second over the judged time
  cost_month,      // a month of the run, since what is in it was last decided
  stale_share,     // old answers of caches and replicas, for each request offered
  logged_out,      // requests that failed as their session was gone
  oldest_s,        // the longest that a job has waited in a queue
  repeated,        // jobs handed out once more
  dead_letters,    // jobs given up
  // Answered in time, of those that are over. Who still waits at the end has not failed, which
  // matters where few ask; in an overload it is kinder than good_share, as most of them will.
  done_share,
};
inline constexpr std::size_t kMetrics = 13;

struct Goal {
  Metric metric = Metric::good_share;
  bool at_least = true;  // otherwise at most
  double limit = 0;
  std::string users = {};  // judged by the requests of that clients part alone; empty: of all

  bool operator==(const Goal&) const = default;
};

struct Scenario {
  std::string id;
  std::string title;
  double duration_s = 60;
  double warmup_s = 0;  // left out of the totals
  std::vector<PartSpec> parts;
  std::vector<LinkSpec> links;
  std::vector<TimedChange> changes;
  std::vector<Goal> goals;

  bool operator==(const Scenario&) const = default;
};

// An edit that turns one scenario into another: how lessons state fixes and alternatives.
struct Edit {
  enum class Kind : std::uint8_t { add_part, remove_part, set, add_link, remove_link, add_change };
  Kind kind = Kind::set;
  PartSpec part = {};       // add_part; remove_part uses its id
  std::string target = {};  // set: the part's id, or a link's name
  Setting setting = {};     // set
  LinkSpec link = {};       // add_link, remove_link
  TimedChange change = {};  // add_change
};

// A fault in a scenario, at a JSON-like place such as "parts[2].workers".
struct Fault {
  std::string place;
  std::string reason;
};

// Gives a part's parameter a value, in place of the one it had.
void put_setting(PartSpec& part, const Setting& setting);

// Applies edits in order. Faults name edits by index ("edits[1]"); on any fault the scenario
// is as far as it got and must not be used.
std::vector<Fault> apply_edits(Scenario& scenario, const std::vector<Edit>& edits);

// Everything wrong with a scenario: unknown kinds and parameters, values out of range, links to
// nowhere, cycles where none may be. Empty when it can be run.
std::vector<Fault> check(const Scenario& scenario);
// Of these, what one that is still being made is free of as well: unknown names, values out of
// range, circles. What it lacks, and when its changes happen, is not asked.
std::vector<Fault> check_form(const Scenario& scenario);

// Gives a part a value, and tells what the scenario would then suffer from, beyond a value that is
// out of range. Of the scenario, its parts, links and duration are asked; all else may be missing.
std::vector<Fault> faults_after(Scenario& scenario, std::size_t part, const Setting& setting);
// One of these as the reason why a change is refused.
std::string then_in_words(const Fault& fault);

// What is wrong with a goal for a system of these parts; empty when nothing is.
std::string fault_of(const Goal& goal, const std::vector<PartSpec>& parts);

// The order in which a scenario's changes happen: by time, and those of one moment as they are
// written. Of each, its place in `changes`.
std::vector<std::size_t> in_order_of_time(const std::vector<TimedChange>& changes);

// Parts (by id) that are in `after` and not in `before`, or differ in kind or settings.
std::vector<std::string> changed_parts(const Scenario& before, const Scenario& after);

// peak requests/s = users × requests per user per day × peak factor ÷ 86,400.
double peak_rps(double users, double requests_per_user_day, double peak_factor);

std::string_view metric_name(Metric metric);  // "good_share", …

}  // namespace tenfold::model
