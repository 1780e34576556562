// Interview practice: a prompt, moves to make in an order, reasons to give, and what was skipped.
#include <array>
#include <cmath>

#include "tutor/interview_room.h"
#include "ui/cards.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"
#include "ui/shapes.h"

namespace tenfold::ui {
inline namespace later {

namespace {

std::string numbered(std::string_view key, int number) {
  return std::string(key) + '/' + std::to_string(number);
}

// What somebody says: the learner's on the right in the accent's tint, the other's on the left in a
// card. As wide as its words.
void show_bubble(Column& column, const std::string& key, std::string_view words, bool is_mine) {
  constexpr float kPad = 14;
  constexpr float kTail = 9;
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const float most = std::min(column.width() * 0.86f, 600.0f);
  const TextBlock& block = screen.texts.get(screen, node_id(key), words, most - 2 * kPad);
  const float width = std::min(block.lines.width + 2 * kPad + 2, most);
  const float height =
      static_cast<float>(block.lines.count) * std::round(size::kBody * size::kLine);
  const float x = is_mine ? column.x() + column.width() - width - kTail : column.x();
  const Rect rect{x, column.y(), width, height + 18};
  if (is_mine) {
    const float edge = x + width - 1;
    fill_rect(screen, rect, c.accent_soft, size::kCardRound);
    ImGui::GetWindowDrawList()->AddTriangleFilled(screen.at(edge, rect.y + 14),
                                                  screen.at(edge + kTail, rect.y + 20),
                                                  screen.at(edge, rect.y + 26), c.accent_soft);
  } else {
    draw_card(screen, rect);
  }
  Column inside = column.within(x + kPad, rect.y + 8, most - 2 * kPad);
  inside.paragraph(key, words);
  Cards::reach(column, std::max(rect.y + rect.height, inside.y()) + 10);
}

// Its four parts, in the order in which they are said.
void show_phases(Column& column, const lesson::Interview& interview,
                 const tutor::InterviewState& state) {
  constexpr std::array<std::string_view, 4> kNames = {"Start", "Estimate", "Grow", "Stop"};
  std::array<bool, kNames.size()> said{};
  std::size_t now = 0;
  for (const tutor::SaidMove& move : state.said) {
    now = static_cast<std::size_t>(interview.moves[static_cast<std::size_t>(move.move)].phase);
    said[now] = true;
  }
  std::string words = "Said so far:";
  for (std::size_t i = 0; i < said.size(); ++i) {
    words += " " + std::string(kNames[i]) + (said[i] ? " yes" : " no") + (i < 3 ? "," : "");
  }
  const Rect rect = column.picture("interview/phases", words, 22);
  const Screen& screen = column.screen();
  const Palette& c = screen.colors;
  float x = rect.x;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool is_now = said[i] && i == now;
    if (said[i]) {
      draw_disc(screen, Icon::check, x + 11, rect.y + 11, 10, is_now ? c.accent : c.accent_soft,
                is_now ? c.on_accent : c.accent);
    } else {
      ImGui::GetWindowDrawList()->AddCircle(screen.at(x + 11, rect.y + 11), 9.5f, c.control, 0,
                                            1.25f);
    }
    draw_text(screen, x + 27, rect.y + 4, kNames[i], size::kSmall, is_now ? c.text : c.muted,
              is_now);
    x += 45 + text_width(screen, kNames[i], size::kSmall, true);
  }
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
  for (std::size_t i = 0; i < state.said.size(); ++i) {
    const int place = static_cast<int>(i);
    const tutor::SaidMove& said = state.said[i];
    const lesson::Move& move = interview.moves[static_cast<std::size_t>(said.move)];
    const std::string key = numbered("interview/said", said.move);
    show_bubble(column, key, move.text, true);
    if (!move.reasons.empty()) {
      std::vector<std::string> reasons;
      for (const lesson::Reason& reason : move.reasons) reasons.push_back(reason.text);
      const int reason =
          show_choice(page, key + "/why", "Because", reasons, said.reason, state.done);
      if (reason >= 0) page.act(tutor::GiveReason{place, reason});
    }
    if (state.done) continue;
    const std::array<Column::RowButton, 1> row{{{.key = key + "/back",
                                                 .label = "Take it back",
                                                 .weight = Weight::ghost,
                                                 .name = "Take back: " + move.text}}};
    // Under what is taken back.
    const float width = text_width(column.screen(), row[0].label, size::kOption, true) + 37;
    Column right = column.within(column.x() + column.width() - width, column.y() - 6, width);
    if (right.buttons(row) == 0) page.act(tutor::TakeBack{place});
    Cards::reach(column, right.y() - 4);
  }
}

// A row that is pressed to be said.
bool show_offer(Column& column, const std::string& key, const std::string& text) {
  constexpr float kSign = 38;
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const TextStyle style{.px = size::kOption};
  const TextBlock& block =
      screen.texts.get(screen, node_id(key), text, column.width() - kSign - 14, style);
  const float words = static_cast<float>(block.lines.count) * 22;
  Node node;
  node.id = node_id(key + "/say");
  node.role = Role::button;
  node.name = "Say: " + text;
  node.rect = {column.x(), column.y(), column.width(), std::max(words + 20, screen.target())};
  const Rect rect = node.rect;
  const Pressed state = pressable(screen, std::move(node));
  fill_rect(screen, rect, state.hovered ? c.accent_soft : c.card, size::kOptionRound);
  stroke_rect(screen, rect, state.hovered ? c.accent : c.line, 1, size::kOptionRound);
  draw_icon(screen, Icon::plus, rect.x + 12, rect.y + 12, 16, c.accent);
  draw_block(screen, block, rect.x + kSign, rect.y + (rect.height - words) / 2 + 3, 22, style,
             c.text);
  column.space(rect.height + 8);
  return state.pressed;
}

void show_offers(Page& page, const lesson::Interview& interview) {
  Column& column = page.column;
  const tutor::InterviewState& state = page.tutor.states.of<tutor::InterviewRoomState>().interview;
  column.heading(3, "What to say next");
  for (const int move : state.offered) {
    if (tutor::was_said(state, move)) continue;
    const std::string& text = interview.moves[static_cast<std::size_t>(move)].text;
    const std::string key = numbered("interview/offer", move);
    const bool is_pressed = show_offer(column, key, text);
    if (is_pressed) page.act(tutor::SayMove{move});
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
  show_phases(column, interview, state);
  for (std::size_t i = 0; i < interview.text.size(); ++i) {
    show_bubble(column, child_key("interview/" + interview.id, i), interview.text[i], false);
  }
  if (state.done) {
    column.begin_inset();
    column.heading(3, "What I heard");
    const std::vector<tutor::InterviewLine> lines = tutor::judge_interview(interview, state.said);
    const Palette& c = column.screen().colors;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool good = lines[i].good;
      column.remark(child_key("interview/line", i), good ? Icon::check : Icon::warn,
                    good ? c.good : c.strained_text, lines[i].text, Tone::normal, size::kOption);
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

}  // namespace later
}  // namespace tenfold::ui
