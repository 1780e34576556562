// The rooms to read: stories, takeaways, glossary, finale.
#include <algorithm>
#include <string>

#include "lesson/text.h"
#include "sim/heap_sort.h"
#include "tutor/finale_room.h"
#include "ui/question_view.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"

namespace tenfold::ui {

void show_stories(LessonPage& page) {
  if (const lesson::Room* room = show_room_head(page)) show_sections(page, *room);
}

void show_takeaways(LessonPage& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  show_sections(page, *room);
  page.column.link("takeaways/print", "This page, to print", "lessons/takeaways.html");
}

namespace {

void show_closing(LessonPage& page, const tutor::Quiz& quiz) {
  Column& column = page.column;
  page.place = 1 + quiz.asked;
  column.heading(1, "Know when to stop");
  if (!quiz.over()) {
    show_question(page, quiz);
  } else {
    const auto right = std::count_if(quiz.states.begin(), quiz.states.end(),
                                     [](const tutor::QuestionState& state) { return state.right; });
    column.paragraph("finale/score", std::to_string(right) + " of " +
                                         std::to_string(quiz.states.size()) +
                                         " answered rightly in the end.");
  }
  if (column.button("finale/back", "Back to the whole picture")) {
    page.act(tutor::LeaveQuiz{});
  }
}

}  // namespace

void show_finale(LessonPage& page) {
  const tutor::Quiz& quiz = page.tutor.states.of<tutor::FinaleState>().quiz;
  if (!quiz.items.empty()) {
    show_closing(page, quiz);
    return;
  }
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  show_sections(page, *room);
  if (!page.tutor.states.of<tutor::FinaleState>().closing.questions.empty() &&
      page.column.button("finale/begin", "To the last questions", Weight::primary)) {
    page.act(tutor::BeginQuiz{});
  }
}

// Every term of all lessons once, with the stage that explains it first.
void show_glossary(LessonPage& page) {
  struct Entry {
    const lesson::Term* term;
    int stage;
  };
  std::vector<Entry> entries;
  for (const tutor::StageEntry& stage : page.tutor.lessons) {
    for (const lesson::Term& term : stage.lesson.glossary) {
      const bool known = std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
        return lesson::same_term(entry.term->term, term.term);
      });
      if (stage.usable() && !known) entries.push_back({&term, stage.stage});
    }
  }
  sim::heap_sort(entries, [](const Entry& a, const Entry& b) {
    return lesson::lower(a.term->term) < lesson::lower(b.term->term);
  });
  page.column.heading(1, "Glossary");
  page.column.paragraph("glossary/text", "The words of all stages, a sentence each.");
  std::vector<std::string> lines;
  for (const Entry& entry : entries) {
    lines.push_back("**" + entry.term->term + "**: " + entry.term->meaning + " (Stage " +
                    std::to_string(entry.stage) + ")");
  }
  page.column.list("glossary", lines);
}

}  // namespace tenfold::ui
