// How a lesson's sentences are made, as far as a machine can tell: their length, what stands for a
// paragraph, and what a number about somebody else needs beside it.
#pragma once

#include <string_view>
#include <vector>

#include "lesson/lesson.h"
#include "lesson/reader.h"

namespace tenfold::lesson {

inline constexpr int kMostInSentence = 28;   // words
inline constexpr int kMostInParagraph = 60;  // of any text
inline constexpr int kMostInExplain = 180;   // of all its paragraphs

// Sentences, paragraphs and explanations that are too long; a figure about a company without its
// year and, in brackets, its source; a term of the glossary that is used in the running text before
// it is marked there. REQUIRES: a lesson that was read without faults.
std::vector<FileFault> check_wording(const Lesson& lesson, std::string_view file);

// The chance that at least so many of independent trials succeed, each with its own chance.
double chance_of_at_least(std::size_t successes, const std::vector<double>& chances);
inline constexpr double kUnlikely = 0.01;

}  // namespace tenfold::lesson
