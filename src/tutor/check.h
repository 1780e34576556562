// What the lesson contract asks of texts and runs together: that every number quoted can be known,
// that the walk can be walked.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"
#include "lesson/reader.h"

namespace tenfold::tutor {

// Facts that do not exist, or are quoted before their run was made.
// REQUIRES: a lesson that was read without faults.
std::vector<lesson::FileFault> check_facts(const lesson::Lesson& lesson, std::string_view file);

// Stops that the followed request never makes. REQUIRES: as above.
std::vector<lesson::FileFault> check_walk(const lesson::Lesson& lesson, std::string_view file);

// Where the question's runs leave open what is right: too near a bound, too different from seed to
// seed. Runs each of its rounds with several seeds; nothing for a question that no run answers.
// REQUIRES: as above, an index of its questions.
std::vector<lesson::FileFault> check_answer(const lesson::Lesson& lesson, std::size_t index,
                                            std::string_view file);

// Which option of a prediction comes out, from 0; nothing for one that is drawn. Runs it once.
// REQUIRES: as above.
std::optional<std::size_t> predicted_option(const lesson::Lesson& lesson);

// The same of a prediction that is drawn; nothing for one that is chosen. REQUIRES: as above.
std::vector<lesson::FileFault> check_prediction(const lesson::Lesson& lesson,
                                                std::string_view file);

}  // namespace tenfold::tutor
