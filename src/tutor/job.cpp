// Reading a run off, and jobs as bytes: the fields of each record stand here once, for both ways.
#include "tutor/job.h"

#include <cstring>
#include <string_view>
#include <type_traits>

#include "tutor/curves.h"

namespace tenfold::tutor {
namespace {

class Writer {
 public:
  void number(const void* value, std::size_t size) {
    bytes_.append(static_cast<const char*>(value), size);
  }
  void text(const std::string& value) {
    count(value.size());
    bytes_ += value;
  }
  template <typename Entry>
  std::size_t entries(const std::vector<Entry>& list) {
    count(list.size());
    return list.size();
  }
  std::string take() { return std::move(bytes_); }

 private:
  void count(std::size_t size) {
    const auto written = static_cast<std::uint32_t>(size);
    number(&written, sizeof written);
  }

  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  void number(void* value, std::size_t size) {
    if (left_.size() < size) {
      fail();
    } else {
      std::memcpy(value, left_.data(), size);
      left_.remove_prefix(size);
    }
  }
  void text(std::string& value) {
    const std::size_t size = count();
    value = left_.substr(0, size);
    left_.remove_prefix(size);
  }
  template <typename Entry>
  std::size_t entries(std::vector<Entry>& list) {
    list.resize(count());
    return list.size();
  }
  bool is_done() const { return !failed_ && left_.empty(); }

 private:
  // Never more than there are bytes left, as every entry takes at least one.
  std::size_t count() {
    std::uint32_t size = 0;
    number(&size, sizeof size);
    if (size > left_.size()) fail();
    return failed_ ? 0 : size;
  }
  void fail() {
    failed_ = true;
    left_ = {};
  }

  std::string_view left_;
  bool failed_ = false;
};

template <typename Archive, typename Value>
void pass(Archive& archive, Value& value);

template <typename Archive, typename... Values>
void each(Archive& archive, Values&... values) {
  (pass(archive, values), ...);
}

// The records, field by field. `Record` is const where it is written.
template <typename Record, typename Plain>
concept Is = std::is_same_v<std::remove_const_t<Record>, Plain>;

void fields(auto& archive, Is<model::Setting> auto& it) {
  each(archive, it.name, it.number, it.text);
}
void fields(auto& archive, Is<model::PartSpec> auto& it) {
  each(archive, it.id, it.kind, it.label, it.place.column, it.place.row, it.settings);
}
void fields(auto& archive, Is<model::LinkSpec> auto& it) {
  each(archive, it.from, it.to, it.round_trip_ms, it.mbps, it.dollars_per_gb);
}
void fields(auto& archive, Is<model::TimedChange> auto& it) {
  each(archive, it.at_s, it.change.kind, it.change.part, it.change.setting);
}
void fields(auto& archive, Is<model::Goal> auto& it) {
  each(archive, it.metric, it.at_least, it.limit, it.users);
}
void fields(auto& archive, Is<model::Scenario> auto& it) {
  each(archive, it.id, it.title, it.duration_s, it.warmup_s, it.parts, it.links, it.changes,
       it.goals);
}
void fields(auto& archive, Is<Job> auto& it) {
  each(archive, it.scenario, it.seed, it.goals, it.series, it.at_s);
}
void fields(auto& archive, Is<Fact> auto& it) { each(archive, it.name, it.value, it.shown); }
void fields(auto& archive, Is<model::GoalResult> auto& it) {
  each(archive, it.goal, it.measured, it.met);
}
void fields(auto& archive, Is<JobResult> auto& it) {
  each(archive, it.facts, it.goals, it.curve, it.events, it.log_hash);
}

template <typename Archive, typename Value>
void pass(Archive& archive, Value& value) {
  using Plain = std::remove_const_t<Value>;
  if constexpr (std::is_arithmetic_v<Plain> || std::is_enum_v<Plain>) {
    archive.number(&value, sizeof value);
  } else if constexpr (std::is_same_v<Plain, std::string>) {
    archive.text(value);
  } else if constexpr (requires { value.begin(); }) {
    const std::size_t count = archive.entries(value);
    for (std::size_t i = 0; i < count; ++i) pass(archive, value[i]);
  } else {
    fields(archive, value);
  }
}

template <typename Record>
std::string written(const Record& record) {
  Writer writer;
  fields(writer, record);
  return writer.take();
}

template <typename Record>
bool is_read(std::string_view bytes, Record& record) {
  Reader reader(bytes);
  fields(reader, record);
  return reader.is_done();
}

}  // namespace

JobResult result_of(const Job& job, const model::System& run) {
  JobResult result;
  result.facts = facts_of(run, job.scenario);
  result.goals = model::judge(job.goals, run.totals());
  if (!job.series.empty()) {
    result.curve = curve_of(run, job.scenario, job.series, job.at_s)
                       .value_or(std::vector<double>(job.at_s.size()));
  }
  result.events = run.events();
  result.log_hash = run.log_hash();
  return result;
}

JobResult run_job(const Job& job) {
  model::System system(job.scenario, job.seed);
  system.run_until(system.end());
  return result_of(job, system);
}

std::string to_bytes(const Job& job) { return written(job); }
std::string to_bytes(const JobResult& result) { return written(result); }
bool from_bytes(std::string_view bytes, Job& job) { return is_read(bytes, job); }
bool from_bytes(std::string_view bytes, JobResult& result) { return is_read(bytes, result); }

}  // namespace tenfold::tutor
