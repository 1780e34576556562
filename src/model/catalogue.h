// What a part kind can be told, as data: every parameter with its unit, range, default and the
// source of the default. Readers of files, the checks and the product's "where is this number
// from" all use this one table. What each is in words stands in lessons/scenario.schema.json, so
// that the page does not download it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tenfold::model {

enum class Evidence : std::uint8_t { measured, vendor, estimate, computed };

struct ParameterInfo {
  std::string_view name;        // "cpu_ms"
  std::string_view words = {};  // what a learner reads, where the name does not say it: "CPU time"
  // "ms", "requests", "GB"; "x" for a factor; "of calls" for a share; "" for names, and for what is
  // on or off. Of things that are counted there are only whole ones.
  std::string_view unit;
  double initial = 0;
  double low = 0;
  double high = 0;
  std::string_view source = {};  // empty where the value is a lesson's choice
  Evidence evidence = Evidence::estimate;
  std::span<const std::string_view> choices = {};  // for parameters that take a name from a list
  bool is_part = false;                            // the value is another part's id
  bool live = false;                               // may be set while the system runs
  bool is_load = false;                            // what users bring, not what a designer decides
};

// Where in a system a part stands, from those who ask to what is done later.
enum class Zone : std::uint8_t { people, edge, app, data, later };

struct KindInfo {
  std::string_view name;                           // "app_server"
  std::string_view title;                          // "App server"
  std::string_view does = {};                      // one sentence: what such a part is there for
  std::span<const std::string_view> matters = {};  // the live parameters that explain most, by name
  std::string_view omits;                          // one sentence: what the model leaves out
  std::span<const ParameterInfo> parameters = {};
  bool takes_calls = true;  // requests begin at it or come to it
  // What it is to those who look at a system.
  bool is_users = false;          // people who ask: they cannot be killed
  bool is_machine = false;        // other parts run on it
  bool is_outside = false;        // there before anything is designed: only its rate tells much
  bool lives_in_callers = false;  // code inside those who call it: it does not die by itself
  bool has_hit_ratio = false;     // it finds some of what it is asked for in memory
  Zone zone = Zone::app;
};

std::span<const KindInfo* const> part_kinds();
const KindInfo* find_kind(std::string_view name);  // nullptr when there is none
const KindInfo& kind_info(std::string_view name);  // REQUIRES: there is one
// What can be said about a link; links are no parts, and not in the list.
const KindInfo& link_kind();
const ParameterInfo* find_parameter(const KindInfo& kind, std::string_view name);
bool is_switch(const ParameterInfo& parameter);      // on or off
bool counts_things(const ParameterInfo& parameter);  // takes whole numbers only

// A machine size that can be rented.
struct MachineSize {
  std::string_view name;  // "general-4"
  double cpus;
  double memory_gb;
  double disk_read_us;  // mean time of one random read
  double dollars_month;
  std::string_view source;
  Evidence evidence;
};

std::span<const MachineSize> machine_sizes();
const MachineSize* find_machine_size(std::string_view name);

}  // namespace tenfold::model
