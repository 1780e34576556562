// Numbers of lessons and their names.
#include "lesson/stages.h"

namespace tenfold::lesson {

int stage_number(int stage, int part) { return stage + kStages * (part - 1); }

int stage_of(int number) { return number > kStages ? number - kStages : number; }

bool begins_stage(int number) { return number == stage_of(number); }

std::string stage_name(int number) {
  return std::to_string(stage_of(number)) + (begins_stage(number) ? "" : "b");
}

bool comes_before(int number, int other) {
  return stage_of(number) != stage_of(other) ? stage_of(number) < stage_of(other) : number < other;
}

}  // namespace tenfold::lesson
