// Reading a JSON tree into values while noting every fault with its place. A value that cannot be
// read is left at its initial value, so that reading goes on and the next fault is found as well.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/json.h"
#include "lesson/reader.h"
#include "lesson/scenario_limits.h"

namespace tenfold::lesson {

// The faults of one file.
class Report {
 public:
  explicit Report(std::string_view file) : file_(file) {}

  void add(std::string_view path, std::string reason);
  bool clean() const { return faults_.empty(); }
  // Whether a fault is noted at this place or around it.
  bool covers(std::string_view path) const;
  // Whether a fault is noted at this place or inside it.
  bool covers_inside(std::string_view path) const;
  std::vector<FileFault> take() { return std::move(faults_); }

 private:
  std::string file_;
  std::vector<FileFault> faults_;
};

// A place in the tree.
struct Cursor {
  const Node* node = nullptr;
  std::string path;
};

// Each checks the kind of the node and gives nothing (or false), with a fault noted, when it is
// another.
std::optional<double> as_number(Report& report, const Cursor& at, double low, double high);
bool as_truth(Report& report, const Cursor& at);
std::optional<std::string> as_text(Report& report, const Cursor& at, std::size_t longest);
std::optional<std::string> as_id(Report& report, const Cursor& at);  // [a-z][a-z0-9_-]*, 40 at most
std::optional<std::size_t> as_name(Report& report, const Cursor& at,
                                   std::span<const std::string_view> names);
void as_list(Report& report, const Cursor& at, std::size_t fewest, std::size_t most,
             const std::function<void(const Cursor&)>& each);

// The keys of one object. Keys that were asked for are the known ones; done() notes the others.
class Fields {
 public:
  Fields(Report& report, const Cursor& at);

  const Cursor& at() const { return at_; }

  std::optional<Cursor> optional(std::string_view key);
  std::optional<Cursor> required(std::string_view key);  // notes its absence

  // Of required keys, with the limits of the lesson format.
  std::string id(std::string_view key = "id");
  std::string title(std::string_view key = "title");
  std::string text(std::string_view key);
  double number(std::string_view key, double low, double high);
  double whole_number(std::string_view key, double low, double high);
  int stage();  // from "stage", and "part" where it is not the first: a number as in stages.h
  std::size_t name(std::string_view key, std::span<const std::string_view> names);
  void list(std::string_view key, std::size_t fewest, std::size_t most,
            const std::function<void(const Cursor&)>& each);

  // Every key that was not asked for so far, for objects whose keys are open.
  std::vector<Cursor> others() const;
  // Notes keys that were never asked for, naming the nearest known.
  void done();

 private:
  bool asked(std::string_view key) const;

  Report& report_;
  Cursor at_;
  bool is_object_;
  std::vector<std::string_view> known_;
};

inline constexpr std::size_t kLongestText = 2000;

}  // namespace tenfold::lesson
