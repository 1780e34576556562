// The finale: the whole picture, and the last questions.
#include "tutor/finale_room.h"

#include <algorithm>
#include <array>
#include <string>

#include "ui/cards.h"
#include "ui/click_picture.h"
#include "ui/question_view.h"
#include "ui/room_parts.h"

namespace tenfold::ui {
inline namespace later {

namespace {

constexpr float kWords = 680;

void show_closing(Page& page, const tutor::Quiz& quiz) {
  Column& column = page.column;
  page.place = 1 + quiz.asked;
  column.heading(1, "Know when to stop");
  if (!quiz.over()) {
    Column asked = column.within(column.x(), column.y(), std::min(column.width(), kWords));
    show_question(page.in(asked), quiz);
    Cards::reach(column, asked.y());
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

void show_picture(Page& page) {
  const tutor::FinaleState& state = page.tutor.states.of<tutor::FinaleState>();
  Column& column = page.column;
  const int last = static_cast<int>(kClickStations) - 1;
  const std::array<Column::RowButton, 2> row{
      {{.key = "finale/play",
        .label = state.is_playing ? "Stop" : "Play her click",
        .weight = Weight::soft,
        .icon = state.is_playing ? Icon::pause : Icon::play},
       {.key = "finale/step",
        .label = state.station == last ? "All of it" : "Step",
        .icon = Icon::step}}};
  const int pressed = column.buttons(row);
  if (pressed == 0) page.act(tutor::PlayClick{!state.is_playing});
  if (pressed == 1) page.act(tutor::ShowStation{state.station + 1});
  const Rect rect = column.picture("finale/picture",
                                   "The whole system: the reader, DNS and CDN, balancer, app "
                                   "servers, of which one died, search, "
                                   "which is overloaded, and payment, sessions, cache, shards with "
                                   "their primaries and replicas, "
                                   "queue and worker. One line leads through it by ten stations.",
                                   click_picture_height(column.width()));
  const int station = show_click_picture(column.screen(), rect, state.station);
  if (station >= 0) page.act(tutor::ShowStation{state.station == station ? -1 : station});
}

// What the number before a title says, its disc says.
std::string_view without_number(std::string_view title) {
  const std::size_t dot = title.find(". ");
  return dot == std::string_view::npos || dot > 2 ? title : title.substr(dot + 2);
}

// A card for each station; it and its number on the picture light each other.
void show_stations(Page& page, const lesson::Room& room, std::size_t count) {
  constexpr float kDisc = 34;
  const tutor::FinaleState& state = page.tutor.states.of<tutor::FinaleState>();
  Cards cards(page.column, 210, 5);
  float words = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const lesson::RoomSection& section = room.sections[i];
    Column& card = cards.begin();
    const std::string key = "finale/station/" + std::to_string(i);
    const auto height_of = [&card](const lesson::RoomSection& one, std::size_t place) {
      return card.paragraph_height(child_key("finale/text", place), one.text.front(), size::kSmall);
    };
    if (i % cards.columns() == 0) {
      words = 0;
      for (std::size_t k = i; k < std::min(i + cards.columns(), count); ++k) {
        words = std::max(words, height_of(room.sections[k], k));
      }
    }
    const float top = card.y();
    const bool is_lit = state.station == static_cast<int>(i);
    if (show_station(card.screen(), key, card.x() + 11, top + 14, i, is_lit)) {
      page.act(tutor::ShowStation{is_lit ? -1 : static_cast<int>(i)});
    }
    Column title = card.within(card.x() + kDisc, top + 1, card.width() - kDisc);
    title.heading(2, without_number(section.title), size::kOption);
    Cards::reach(card, std::max(title.y(), top + (cards.columns() > 1 ? 48 : 36)));
    const float foot = card.y() + words;
    card.paragraph(child_key("finale/text", i), section.text.front(), Tone::muted, size::kSmall);
    Cards::reach(card, foot);
    const int stage = section.stages.front();
    if (card.button(key + "/stage", "Stage " + std::to_string(stage), Weight::soft)) {
      page.act(tutor::OpenStage{stage});
    }
    cards.end(is_lit);
  }
}

}  // namespace

void show_finale(Page& page) {
  const tutor::Quiz& quiz = page.tutor.states.of<tutor::FinaleState>().quiz;
  if (!quiz.items.empty()) {
    show_closing(page, quiz);
    return;
  }
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  show_picture(page);
  // The stations come first; each says where it was taught.
  std::size_t stations = 0;
  while (stations < std::min(kClickStations, room->sections.size()) &&
         !room->sections[stations].stages.empty() && !room->sections[stations].text.empty()) {
    ++stations;
  }
  show_stations(page, *room, stations);
  Column words =
      page.column.within(page.column.x(), page.column.y(), std::min(page.column.width(), kWords));
  const Page rest = page.in(words);
  for (std::size_t i = stations; i < room->sections.size(); ++i) {
    show_section(rest, room->sections[i], i);
  }
  Cards::reach(page.column, words.y());
  if (!page.tutor.states.of<tutor::FinaleState>().closing.questions.empty() &&
      page.column.button("finale/begin", "To the last questions", Weight::primary)) {
    page.act(tutor::BeginQuiz{});
  }
}

}  // namespace later
}  // namespace tenfold::ui
