// A card: what came of the request, its rows over one axis of time, and a table of them for those
// who do not see it.
#include "ui/waterfall.h"

#include <algorithm>
#include <string>

#include "tutor/facts.h"
#include "ui/column.h"
#include "ui/listed_table.h"
#include "ui/run_controls.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using model::Stay;
using tutor::Inspection;

constexpr float kPad = 12;
constexpr float kLabelPx = 12;
constexpr float kAxis = 16;
constexpr float kMostRow = 26;

std::string show(sim::Duration time) {
  return tutor::show_ms(static_cast<double>(time) / sim::kMillisecond);
}

struct Drawn {
  Screen& screen;
  const Inspection& inspection;
  const tutor::Track& track;
  std::vector<std::uint16_t> rows;  // parts, in the order in which they were asked
  Rect area = {};                   // of the rows, right of their names
  float row = kMostRow;

  float x(sim::Time at) const {
    const auto all =
        static_cast<float>(std::max<sim::Time>(inspection.trace.ended - inspection.trace.came, 1));
    return area.x + area.width * static_cast<float>(at - inspection.trace.came) / all;
  }
  float y(std::uint16_t part) const {
    const auto place = std::find(rows.begin(), rows.end(), part) - rows.begin();
    return area.y + row * static_cast<float>(place);
  }
  const std::string& label(std::uint16_t part) const { return track.scenario.parts[part].label; }
};

// The wire belongs to the part that is asked, also on the way back.
std::uint16_t row_of(const model::Span& span) {
  return span.doing == model::Doing::cross ? span.other : span.part;
}

std::vector<std::uint16_t> rows_of(const model::Trace& trace) {
  std::vector<std::uint16_t> rows;
  const auto add = [&rows](std::uint16_t part) {
    if (std::find(rows.begin(), rows.end(), part) == rows.end()) rows.push_back(part);
  };
  for (const model::TracedCall& call : trace.calls) add(call.part);
  return rows;
}

void draw_span(const Drawn& drawn, const model::Span& span) {
  const Screen& screen = drawn.screen;
  const Palette& c = screen.colors;
  const float from = drawn.x(span.from);
  const float to = std::max(drawn.x(std::min(span.to, drawn.inspection.trace.ended)), from + 1);
  const float middle = drawn.y(row_of(span)) + drawn.row / 2;
  const float half = std::min(drawn.row / 2 - 3, 7.0f);
  Rect bar{from, middle - half, to - from, 2 * half};
  switch (stay_of(span.doing)) {
    case Stay::wire:
      draw_line(screen, from, middle, to, middle, c.muted, 2.5f);
      return;
    case Stay::waiting:
      fill_rect(screen, bar, faded(c.strained, 0.12f), 2);
      draw_hatch(screen, bar, c.strained);
      stroke_rect(screen, bar, c.strained, 1, 2);
      return;
    case Stay::service:
      bar.width = std::max(bar.width, 3.0f);
      fill_rect(screen, bar, c.accent, 2);
      return;
    case Stay::backoff:
      stroke_rect(screen, bar, c.control, 1, 2);
      for (float at = from + 3; at < to - 2; at += 5) {
        draw_line(screen, at, middle, at + 2, middle, c.control, 2);
      }
      return;
  }
}

void draw_axis(const Drawn& drawn) {
  constexpr int kTicks = 4;
  const Screen& screen = drawn.screen;
  const sim::Duration all = drawn.inspection.trace.ended - drawn.inspection.trace.came;
  const float bottom = drawn.area.y + drawn.area.height;
  for (int i = 0; i <= kTicks; ++i) {
    const float x = drawn.area.x + drawn.area.width * static_cast<float>(i) / kTicks;
    draw_line(screen, x, drawn.area.y, x, bottom, screen.colors.line);
    const std::string words = show(all * i / kTicks);
    const float width = text_width(screen, words, kLabelPx);
    const float left = i == 0 ? x : i == kTicks ? x - width : x - width / 2;
    draw_text(screen, left, bottom + 2, words, kLabelPx, screen.colors.muted);
  }
}

// Where it failed, if it did: at the end of the part that it waited for then.
void draw_failure(const Drawn& drawn) {
  const model::Trace& trace = drawn.inspection.trace;
  if (trace.failure == model::Failure::none || drawn.inspection.path.empty()) return;
  const Screen& screen = drawn.screen;
  const float x = drawn.area.x + drawn.area.width;
  const float y = drawn.y(row_of(drawn.inspection.path.back())) + drawn.row / 2;
  const float size = 5;
  draw_line(screen, x - size, y - size, x + size, y + size, screen.colors.bad, 2.5f);
  draw_line(screen, x - size, y + size, x + size, y - size, screen.colors.bad, 2.5f);
}

// What each row's part took of the whole, for the table.
std::vector<std::vector<std::string>> table_of(const Drawn& drawn) {
  std::vector<std::vector<std::string>> table{{"Part", "Waiting", "In service", "On the wire"}};
  for (const std::uint16_t part : drawn.rows) {
    model::StaySums sums;
    for (const model::Span& span : drawn.inspection.trace.spans) {
      if (row_of(span) != part) continue;
      const sim::Time to = std::min(span.to, drawn.inspection.trace.ended);
      sums.by_stay[static_cast<std::size_t>(stay_of(span.doing))] += to - span.from;
    }
    table.push_back({drawn.label(part), show(sums.of(Stay::waiting)), show(sums.of(Stay::service)),
                     show(sums.of(Stay::wire))});
  }
  return table;
}

// The signs in words, each beside its sign.
void draw_legend(const Drawn& drawn, float y) {
  const Screen& screen = drawn.screen;
  const Palette& c = screen.colors;
  float x = drawn.area.x;
  const auto words = [&](std::string_view text) {
    draw_text(screen, x + 24, y, text, kLabelPx, c.muted);
    x += 24 + text_width(screen, text, kLabelPx) + 14;
  };
  const Rect waiting{x, y + 2, 18, 10};
  draw_hatch(screen, waiting, c.strained);
  stroke_rect(screen, waiting, c.strained, 1, 2);
  words("waiting");
  fill_rect(screen, {x, y + 2, 18, 10}, c.accent, 2);
  words("in service");
  draw_line(screen, x, y + 7, x + 18, y + 7, c.muted, 2.5f);
  words("on the wire");
}

void draw_rows(Drawn& drawn, const Rect& rect) {
  constexpr float kLegend = 18;
  Screen& screen = drawn.screen;
  const float names = std::min(rect.width * 0.28f, 150.0f);
  list_table(screen, "waterfall", "Where one request’s time went", table_of(drawn), rect);
  const float room = rect.height - kAxis - kLegend;
  if (room < 10) return;
  drawn.row = std::min(room / static_cast<float>(drawn.rows.size()), kMostRow);
  drawn.area = {rect.x + names, rect.y + kLegend, rect.width - names - 8,
                drawn.row * static_cast<float>(drawn.rows.size())};
  draw_legend(drawn, rect.y);
  draw_axis(drawn);
  for (const std::uint16_t part : drawn.rows) {
    const float y = drawn.y(part) + (drawn.row - kLabelPx) / 2 - 1;
    draw_text(screen, rect.x, y, fit_text(screen, drawn.label(part), kLabelPx, names - 8), kLabelPx,
              screen.colors.text);
  }
  for (const model::Span& span : drawn.inspection.trace.spans) draw_span(drawn, span);
  draw_failure(drawn);
}

std::string words_of(const Inspection& inspection, const tutor::Track& track) {
  switch (inspection.state) {
    case Inspection::State::searching:
    case Inspection::State::following:
      return "Going through the run once more to see …";
    case Inspection::State::told:
      return story_of(inspection, track);
    case Inspection::State::absent:
      break;
  }
  return inspection.why_absent;
}

}  // namespace

void draw_ways_in(Screen& screen, const Rect& rect, const tutor::Run& run, std::size_t track,
                  std::vector<tutor::Action>& actions) {
  constexpr float kGap = 6;
  constexpr std::string_view kWords = "One request:";
  draw_text(screen, rect.x, rect.y + (rect.height - 13) / 2 - 1, kWords, 13, screen.colors.muted);
  const float names = text_width(screen, kWords, 13) + 10;
  constexpr auto kCount = static_cast<float>(tutor::kWantedNames.size());
  const float width = (rect.width - names - (kCount - 1) * kGap) / kCount;
  for (std::size_t i = 0; i < tutor::kWantedNames.size(); ++i) {
    const std::string name(tutor::kWantedNames[i]);
    const float x = rect.x + names + (width + kGap) * static_cast<float>(i);
    if (tool_button(screen, "request/" + name, name, "One request told: " + name,
                    {x, rect.y, width, rect.height}, !run.may_play())) {
      actions.push_back(tutor::FindRequest{static_cast<int>(track), static_cast<int>(i)});
    }
  }
}

void draw_waterfall(Screen& screen, const Rect& rect, const tutor::Run& run,
                    std::vector<tutor::Action>& actions) {
  const Inspection& inspection = *run.inspection;
  const tutor::Track& track = run.tracks[inspection.track];
  fill_rect(screen, rect, screen.colors.card);
  stroke_rect(screen, rect, screen.colors.accent, 2);
  OpenTerms none;
  const std::vector<lesson::Term> no_terms;
  const float close = 64;
  const float width = rect.width - 2 * kPad;
  Column column(screen, no_terms, none, rect.x + kPad, rect.y + 8, width - close - 8);
  column.heading(3, "Where one request’s time went");
  column.paragraph("waterfall/story", words_of(inspection, track), Tone::normal, 14);
  if (tool_button(screen, "waterfall/close", "Close", "Close the request",
                  {rect.x + rect.width - kPad - close, rect.y + 8, close, screen.target()})) {
    actions.push_back(tutor::LeaveRequest{});
  }
  // In a low card the rows come first; the ways in stand beside the run's plots as well.
  constexpr float kRoomForWays = 250;
  float bottom = rect.y + rect.height - 8;
  if (rect.height >= kRoomForWays || inspection.state == Inspection::State::absent) {
    bottom -= screen.target();
    draw_ways_in(screen, {rect.x + kPad, bottom, width, screen.target()}, run, inspection.track,
                 actions);
  }
  if (inspection.state != Inspection::State::told) return;
  Drawn drawn{screen, inspection, track, rows_of(inspection.trace)};
  draw_rows(drawn, {rect.x + kPad, column.y() + 2, width, bottom - column.y() - 6});
}

}  // namespace tenfold::ui
