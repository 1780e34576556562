// The journey has ten stages, and a stage may go on in a second lesson. One number stands for a
// lesson: its stage's, and for the second so much more. So 9 begins stage 9, and 19 goes on: "9b".
#pragma once

#include <string>

namespace tenfold::lesson {

inline constexpr int kStages = 10;
inline constexpr int kMostParts = 2;  // lessons of a stage

int stage_number(int stage, int part);  // REQUIRES: 1 to kStages, 1 to kMostParts
int stage_of(int number);               // 9 of both
bool begins_stage(int number);
std::string stage_name(int number);        // "9", "9b"
bool comes_before(int number, int other);  // on the way

}  // namespace tenfold::lesson
