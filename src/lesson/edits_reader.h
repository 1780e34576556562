// What an object of a lesson's file changes: its "edits", after those of the variants and pieces of
// the same file that its "from" names. So what several runs share is written once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/fields.h"
#include "model/scenario.h"

namespace tenfold::lesson {

struct BuiltEdits {
  std::vector<model::Edit> edits = {};      // those of "from" first
  std::size_t borrowed = 0;                 // how many those are
  std::vector<model::PartSpec> parts = {};  // that edits after these may name
  bool good = true;                         // no fault here, nor in what they build on
};

class EditsReader {
 public:
  // Of the file with that root and, at /scenario, that scenario, which may be read later. REQUIRES:
  // all three outlive this.
  EditsReader(Report& report, const Node& root, const model::Scenario& scenario);

  // The edits of an object. `parts` are those that they may name.
  BuiltEdits read(Fields& fields, const std::vector<model::PartSpec>& parts);

  // Tried on `base` as well, which becomes what they make; not when the scenario is faulty.
  BuiltEdits read_on(Fields& fields, model::Scenario& base);

  // Those of a variant or a piece, which another's "from" may have asked for already.
  BuiltEdits read_named(Fields& fields);

  // What "from" alone brings, tried on `base` as well, which becomes what it makes.
  BuiltEdits read_from_on(const Cursor& from, model::Scenario& base);

  // Pieces are edits under a name, which are no run by themselves.
  void read_pieces(const Cursor& list);

  // Whether a "from" led nowhere, so that not all parts are known that the file's edits bring.
  bool lost() const { return lost_; }

 private:
  struct Named {
    enum class State : std::uint8_t { unread, reading, read };
    Cursor at;
    std::string_view id;
    bool is_variant = false;
    State state = State::unread;
    BuiltEdits built = {};
  };

  void collect(const Node& root, std::string_view key);
  BuiltEdits read_from(const Cursor& from, const std::vector<model::PartSpec>& parts);
  void borrow(const Cursor& name, BuiltEdits& built);
  const BuiltEdits& built_of(Named& named);
  void try_on(model::Scenario& base, BuiltEdits& built, const std::string& from,
              const std::string& own);

  Report& report_;
  const model::Scenario& scenario_;
  std::vector<Named> named_;
  std::vector<std::string_view> open_;  // ids of those being read, each for the one before it
  bool lost_ = false;
};

}  // namespace tenfold::lesson
