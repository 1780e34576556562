// A design problem as checked values: what a customer wants, what one may ask and ought to
// estimate, and the levels of load that a design is tried at. A level states its world, which a
// designer cannot change, so that nobody wins by making the work cheaper than it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/reader.h"
#include "model/scenario.h"

namespace tenfold::lesson {

// A question that the customer will answer.
struct Ask {
  std::string id;
  std::string text;
  std::string answer;
  bool matters = false;
  std::string changes;  // of one that matters: what in the load or the goals it decides
};

// A sum to be done before anything is drawn.
struct Sum {
  std::string prompt;
  std::string unit;
  std::vector<double> values;  // for the last so many levels; one for each that asks it
  double within = 0;           // right when between value ÷ (1 + within) and value × (1 + within)
  std::string worked;
};

// What a kind of part is like here, whoever designs. "worker": a server that a queue hands jobs to.
struct Given {
  std::string of;
  std::vector<model::Setting> settings;
};

// How far those people are from what they ask: at home, at an edge near them, and from there home.
struct Reach {
  std::string users;
  model::LinkSpec direct;  // only its values count
  model::LinkSpec edge;
  model::LinkSpec origin;
};

// Servers that these people reach must themselves reach a part of that kind, or that part.
struct Need {
  std::string of;  // a clients part; "worker": those that a queue hands jobs to
  std::string what;
};

// What happens to a design, whose parts' names nobody knows beforehand.
struct Trouble {
  enum class Role : std::uint8_t { none, server, worker, primary, cache, edge };
  double at_s = 0;
  Role role = Role::none;  // none: it happens to the world
  int nth = 1;             // in the order in which they were placed
  std::string of;          // servers: those that these people reach; empty: anybody
  model::Change change;    // what; of a role without the part's name
};
inline constexpr std::string_view kTroubleRoles[] = {"server", "worker", "primary", "cache",
                                                     "edge"};

// A design that somebody may well hand in, and that fails.
struct Tempting {
  std::string label;
  std::string misconception;
  model::Scenario design;
};

struct Level {
  std::string id;
  std::string label;
  std::string text;       // what is new at this level
  model::Scenario world;  // its parts, its time and its goals
  std::vector<Given> given;
  std::vector<Given> given_queued;  // when all servers that people reach hand jobs to a queue
  std::vector<Reach> reach;
  std::vector<Need> needs;
  std::vector<Trouble> trouble;
  bool holds = false;  // the design of the level before will do: nothing is to be done
  double par = 0;      // $ a month that the reference costs
  model::Scenario reference;
  std::vector<Tempting> tempting;
};

struct Problem {
  std::string id;
  std::string title;
  std::vector<std::string> brief;  // in the customer's words
  std::string unsaid;
  std::vector<std::string> palette;  // kinds of part that are on offer
  std::vector<Ask> asks;
  std::vector<Sum> sums;
  std::vector<Level> levels;
  std::string teaches;
  std::string to_hear;  // what an interviewer hopes for
  std::string trap;
};

struct ReadProblem {
  Problem problem;  // valid only when faults is empty
  std::vector<FileFault> faults;
};
ReadProblem read_problem(std::string_view text, std::string_view file);

// The design's own parts in the level's world: people and things that are given are the level's,
// whatever the design says of them, and so are time and goals. Its trouble is not in yet.
model::Scenario in_world(const Level& level, const model::Scenario& design);

// What a level starts from: the reference of the level before in this one's world, where people who
// are new ask what the first do. An empty sheet at the first level.
model::Scenario start_of(const Problem& problem, std::size_t level);

// What a sum comes to at a level; 0: it is not asked there.
double value_at(const Problem& problem, const Sum& sum, std::size_t level);
// Whether somebody's number is right. REQUIRES: value > 0.
bool is_near(const Sum& sum, double value, double given);

}  // namespace tenfold::lesson
