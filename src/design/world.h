// The world of a problem, locked: whatever a designer has set, people ask as the brief says, work
// costs what it costs, and prices are as listed. What is left to decide is which parts there are,
// how big, how linked, and how they behave.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lesson/problem.h"
#include "model/scenario.h"

namespace tenfold::design {

// What a design may decide about a kind of part, and how far.
struct Decidable {
  std::string_view kind;
  std::string_view parameter;
  double at_least = 0;  // for numbers
};
// nullptr: it is the brief's.
const Decidable* find_decidable(std::string_view kind, std::string_view parameter);

// Why a design cannot be tried: said of a part, in words for who made it.
struct Lack {
  std::string part;  // its id; empty: of the whole
  std::string text;  // a sentence
};

struct Locked {
  model::Scenario scenario;  // with the level's goals and trouble; runs when nothing lacks
  std::vector<Lack> lacks;
};
Locked lock(const lesson::Problem& problem, const lesson::Level& level,
            const model::Scenario& design);

}  // namespace tenfold::design
