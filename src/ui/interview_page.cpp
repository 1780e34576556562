// Interview practice: a prompt, moves to make in an order, reasons to give, and what was skipped.
#include <array>
#include <cmath>

#include "ui/room_parts.h"
#include "ui/rooms.h"

namespace tenfold::ui {

namespace {

std::string numbered(std::string_view key, int number) {
  return std::string(key) + '/' + std::to_string(number);
}

void show_prompts(Page& page, const lesson::Room& room) {
  for (std::size_t i = 0; i < room.interviews.size(); ++i) {
    const lesson::Interview& interview = room.interviews[i];
    page.column.heading(2, interview.title);
    show_paragraphs(page, "interview/" + interview.id, interview.text);
    if (page.column.buttons(
            std::array<Column::RowButton, 1>{{{.key = "interview/open/" + interview.id,
                                               .label = "Begin",
                                               .weight = Weight::primary,
                                               .name = "Begin: " + interview.title}}}) == 0) {
      page.act(tutor::OpenInterview{static_cast<int>(i)});
    }
  }
}

void show_said(Page& page, const lesson::Interview& interview) {
  Column& column = page.column;
  const tutor::InterviewState& state = page.tutor.states.of<tutor::InterviewRoomState>().interview;
  column.heading(3, "What you have said");
  if (state.said.empty()) column.paragraph("interview/none", "Nothing yet.", Tone::muted);
  for (std::size_t i = 0; i < state.said.size(); ++i) {
    const int place = static_cast<int>(i);
    const tutor::SaidMove& said = state.said[i];
    const lesson::Move& move = interview.moves[static_cast<std::size_t>(said.move)];
    const std::string key = numbered("interview/said", said.move);
    column.paragraph(key, std::to_string(place + 1) + ". **" + move.text + "**");
    if (!move.reasons.empty()) {
      std::vector<std::string> reasons;
      for (const lesson::Reason& reason : move.reasons) reasons.push_back(reason.text);
      const int reason =
          show_choice(page, key + "/why", "Because", reasons, said.reason, state.done);
      if (reason >= 0) page.act(tutor::GiveReason{place, reason});
    }
    if (state.done) continue;
    const std::array<Column::RowButton, 1> row{
        {{.key = key + "/back", .label = "Take it back", .name = "Take back: " + move.text}}};
    if (column.buttons(row) == 0) page.act(tutor::TakeBack{place});
  }
}

void show_offers(Page& page, const lesson::Interview& interview) {
  Column& column = page.column;
  const tutor::InterviewState& state = page.tutor.states.of<tutor::InterviewRoomState>().interview;
  column.heading(3, "What to say next");
  for (const int move : state.offered) {
    if (tutor::was_said(state, move)) continue;
    const std::string& text = interview.moves[static_cast<std::size_t>(move)].text;
    const std::string key = numbered("interview/offer", move);
    column.paragraph(key, text);
    const std::array<Column::RowButton, 1> row{
        {{.key = key + "/say", .label = "Say this", .name = "Say: " + text}}};
    if (column.buttons(row) == 0) page.act(tutor::SayMove{move});
  }
}

void show_clock(Page& page, const lesson::Interview& interview) {
  const tutor::InterviewState& state = page.tutor.states.of<tutor::InterviewRoomState>().interview;
  const std::vector<Column::Option> timed{
      {.text = "With a clock: " + std::to_string(interview.minutes) + " minutes",
       .note = "",
       .checked = state.timed}};
  if (page.column.options("interview/timed", "Clock", timed, true) == 0) {
    page.act(tutor::SetTimed{!state.timed});
  }
  if (!state.timed) return;
  const bool over = state.left_s < 0;
  page.column.paragraph(
      "interview/left",
      (over ? "Over time by " : "Left: ") + tutor::show_clock(std::abs(state.left_s)),
      over ? Tone::bad : Tone::muted);
}

}  // namespace

void show_interview(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  const tutor::InterviewState& state = page.tutor.states.of<tutor::InterviewRoomState>().interview;
  if (state.interview < 0) {
    show_prompts(page, *room);
    show_sections(page, *room);
    return;
  }
  Column& column = page.column;
  const lesson::Interview& interview = room->interviews[static_cast<std::size_t>(state.interview)];
  page.place = state.done ? 2 : 1;
  column.heading(2, interview.title);
  show_paragraphs(page, "interview/" + interview.id, interview.text);
  if (state.done) {
    column.begin_inset();
    column.heading(3, "What I heard");
    const std::vector<tutor::InterviewLine> lines = tutor::judge_interview(interview, state.said);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      column.paragraph("interview/line/" + std::to_string(i),
                       (lines[i].good ? "✓ " : "✗ ") + lines[i].text,
                       lines[i].good ? Tone::good : Tone::normal);
    }
    column.end_inset();
  } else {
    show_clock(page, interview);
  }
  show_said(page, interview);
  if (!state.done) {
    show_offers(page, interview);
    const std::array<Column::RowButton, 2> row{
        {{.key = "interview/end",
          .label = "I am done",
          .weight = Weight::primary,
          .disabled = state.said.empty()},
         {.key = "interview/leave", .label = "Another prompt"}}};
    const int pressed = column.buttons(row);
    if (pressed == 0) page.act(tutor::EndInterview{});
    if (pressed == 1) page.act(tutor::OpenInterview{-1});
    return;
  }
  const std::array<Column::RowButton, 2> row{
      {{.key = "interview/again", .label = "Try it again"},
       {.key = "interview/leave", .label = "Another prompt"}}};
  const int pressed = column.buttons(row);
  if (pressed >= 0) page.act(tutor::OpenInterview{pressed == 0 ? state.interview : -1});
}

}  // namespace tenfold::ui
