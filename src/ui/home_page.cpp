// Home: a system that breaks as one looks, the button that leads to it, the road of stages, and
// doors to the rooms. On a wide screen the road lies on one line, on a narrow one it leads down.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "lesson/stages.h"
#include "tutor/facts.h"
#include "tutor/home_room.h"
#include "ui/icons.h"
#include "ui/miniature.h"
#include "ui/page.h"
#include "ui/pane.h"
#include "ui/rooms.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using tutor::RoomKind;

constexpr float kBeside = 900;  // px: from here words and run stand side by side
constexpr std::size_t kStations = 10;
constexpr std::size_t kDoors = 8;
constexpr float kHeroRound = 18;

// A stage as the road shows it.
struct Stop {
  const tutor::StageEntry* entry = nullptr;  // nullptr: not there yet
  const tutor::Station* station = nullptr;
  bool is_current = false;
  bool is_finished = false;
  bool is_begun = false;
};

class Home {
 public:
  explicit Home(Page& page)
      : page_(page),
        screen_(page.column.screen()),
        c_(screen_.colors),
        left_(page.column.x()),
        width_(page.column.width()),
        is_first_(tutor::is_first_visit(page.tutor)) {}

  void show() {
    const auto& state = page_.tutor.states.of<tutor::HomeState>();
    if (!state.is_seen) page_.act(tutor::SeeHome{!screen_.viewport.reduced_motion});
    const float top = page_.column.y();
    const bool is_wide = screen_.viewport.width >= kBeside;
    const float bottom = is_wide ? show_beside(top) : show_below(top - 4);
    const std::vector<Stop> stops = stops_of(state);
    const float road = is_wide ? show_road(bottom + 14, stops) : show_way_down(bottom + 24, stops);
    show_doors(road + (is_wide ? 18 : 28), is_wide);
  }

 private:
  float right() const { return left_ + width_; }

  // Words that wrap, drawn and told. Returns their bottom.
  float say(std::string_view key, Role role, int level, std::string_view text, const Rect& at,
            const TextStyle& style, float line, Color color) {
    const std::uint32_t id = node_id(key);
    const TextBlock& block = screen_.texts.get(screen_, id, text, at.width, style);
    draw_block(screen_, block, at.x, at.y, line, style, color);
    const float height = static_cast<float>(block.lines.count) * line;
    Node node;
    node.id = id;
    node.role = role;
    node.level = level;
    node.layer = screen_.layer;
    node.name = block.plain;
    node.font_px = style.px;
    node.bold = style.bold;
    node.rect = {at.x, at.y, at.width, height};
    screen_.mirror.add(std::move(node));
    return at.y + height;
  }
  float say_title(float y, float width, float px, float line) {
    const tutor::Tutor& tutor = page_.tutor;
    if (is_first_ || !tutor.at.open) {
      // Broken where the sense is, where there is room for it.
      constexpr std::string_view kBroken = "to\u00a0ten\u00a0million\u00a0readers";
      const bool fits = text_width(screen_, kBroken, px, true) <= width;
      const std::string rest(fits ? kBroken : "to ten million readers");
      return say("home/title", Role::heading, 1, "From one server " + rest, {left_, y, width, 0},
                 {.px = px, .bold = true}, line, c_.text);
    }
    const lesson::Lesson& lesson = tutor::current(tutor);
    return say("home/title", Role::heading, 1,
               "Stage " + lesson::stage_name(lesson.stage) + ": " + lesson.title,
               {left_, y, width, 0}, {.px = px * 0.85f, .bold = true}, line * 0.85f, c_.text);
  }
  float say_promise(float y, float width) {
    constexpr float kPx = 17;
    const std::string words =
        is_first_ || !page_.tutor.at.open
            ? "This server is about to fail its readers. Find out why and mend it. Then tenfold "
              "as many come, and the next thing breaks."
            : "Welcome back. " + tutor::current(page_.tutor).idea;
    return say("home/promise", Role::paragraph, 0, words, {left_, y, width, 0},
               {.px = kPx, .is_rich = false}, 26, c_.muted);
  }

  std::string main_words() const {
    if (is_first_ || !page_.tutor.at.open) return "Start: launch day";
    return "Continue: stage " + lesson::stage_name(tutor::current(page_.tutor).stage) + ", " +
           std::string(step_words(page_.tutor.at.step));
  }

  // The one main button.
  void show_main(const Rect& rect, float px) {
    const std::string words = main_words();
    Node node;
    node.id = node_id("home/start");
    node.role = Role::button;
    node.name = words;
    node.rect = rect;
    const Pressed state = pressable(screen_, std::move(node));
    draw_shadow(screen_, rect, Depth::card, 12);
    fill_rect(screen_, rect, state.hovered ? mixed(c_.accent, c_.text, 0.15f) : c_.accent, 12);
    const float words_width = text_width(screen_, words, px, true);
    const float x = rect.x + (rect.width - words_width - 26) / 2;
    draw_text(screen_, x, rect.y + (rect.height - px) / 2 - 1, words, px, c_.on_accent, true);
    draw_icon(screen_, Icon::right, x + words_width + 8, rect.y + rect.height / 2 - 8, 16,
              c_.on_accent);
    if (state.pressed) page_.act(tutor::GoToRoom{&tutor::kLessonRoom});
  }

  // The stage's first step again, for who comes back to the middle of it.
  void show_again(float x, float y) {
    if (is_first_ || !page_.tutor.at.open || page_.tutor.at.step == tutor::Step::hook) return;
    const std::string_view words = "From the start";
    Node node;
    node.id = node_id("home/again");
    node.role = Role::button;
    node.name = words;
    node.rect = {x, y, text_width(screen_, words, size::kOption, true) + 24, 38};
    const Rect rect = node.rect;
    const Pressed state = pressable(screen_, std::move(node));
    if (state.hovered) fill_rect(screen_, rect, c_.accent_soft);
    draw_text(screen_, x + 12, y + 19 - size::kOption * 0.54f, words, size::kOption, c_.accent,
              true);
    if (state.pressed) page_.act(tutor::OpenStage{tutor::current(page_.tutor).stage});
  }

  static std::string_view step_words(tutor::Step step) {
    static constexpr std::array<std::string_view, tutor::kSteps> kWords = {
        "the failing system", "one request",  "your prediction", "the run",   "the comparison",
        "why it broke",       "your own fix", "what got worse",  "questions", "what breaks next"};
    return kWords[static_cast<std::size_t>(step)];
  }

  // Words to the left, the run to the right. Returns the bottom of both.
  float show_beside(float top) {
    const float words = std::min(width_ * 0.37f, 480.0f);
    float y = say_title(top + 22, words, size::kDisplay, 48);
    y = say_promise(y + 14, words - 8);
    const float px = 17;
    const float width = std::min(text_width(screen_, main_words(), px, true) + 74, words);
    show_main({left_, y + 20, width, 52}, px);
    show_again(left_ - 12, y + 78);
    if (is_first_) {
      say("home/terms", Role::paragraph, 0, "No account, nothing to install",
          {left_ + width + 18, y + 28, words - width - 18, 0}, {.px = size::kSmall}, 18, c_.muted);
    }
    const float x = left_ + words + 32;
    const float height = std::max(296.0f, y + (is_first_ ? 72.0f : 116.0f) - top);
    show_run({x, top, right() - x, height});
    return top + height;
  }

  // One below the other: title, run, promise, button.
  float show_below(float top) {
    float y = say_title(top + 8, width_, 30, 34);
    const float height = std::clamp(screen_.viewport.height * 0.29f, 200.0f, 300.0f);
    show_run({left_ - 8, y + 12, width_ + 16, height});
    y = say_promise(y + 12 + height + 14, width_);
    show_main({left_, y + 14, width_, 56}, 18);
    return y + 70;
  }

  // The system as it runs, what became of its requests, and a button that stops it.
  void show_run(const Rect& rect) {
    fill_rect(screen_, rect, c_.pane, kHeroRound);
    stroke_rect(screen_, rect, c_.line, 1, kHeroRound);
    const tutor::Run& run = page_.tutor.room_run;
    if (run.is_empty()) return;
    constexpr float kPad = 16;
    const float x = rect.x + kPad;
    const float inner = rect.width - 2 * kPad;
    const float target = screen_.target();
    open_group(screen_, Role::region, "home/run", "Live system", rect);
    const std::string clock = tutor::show_clock(sim::to_seconds(run.now())) + " of " +
                              tutor::show_clock(sim::to_seconds(run.end()));
    const float pill = text_width(screen_, clock, size::kAxis, true) + 20 * 0.8f;
    draw_pill(screen_, rect.x + rect.width - kPad - pill, rect.y + 13, 20, clock, size::kAxis,
              c_.card, c_.text, c_.line);
    const std::string title =
        fit_text(screen_, "Live: " + run.track().label, 14, inner - pill - 12, true);
    say("home/run/title", Role::heading, 2, title, {x, rect.y + 13, inner - pill - 12, 0},
        {.px = 14, .bold = true, .is_rich = false}, 20, c_.text);
    const float foot = rect.y + rect.height - 10 - target;
    draw_run_picture(screen_, {x, rect.y + 38, inner, foot - rect.y - 42}, page_.pane);
    show_play({x, foot, target, target}, run);
    const model::Counts counts = counts_of(run);
    const float curve = inner > 420 ? 118 : 0;
    say("home/run/claim", Role::paragraph, 0, claim_of(run, counts),
        {x + target + 10, foot + (target - 20) / 2, inner - target - 10 - curve, 0},
        {.px = inner > 420 ? 14.0f : 13.0f, .bold = true, .is_rich = false}, 18, c_.text);
    if (curve > 0) draw_failed({x + inner - curve + 8, foot + 2, curve - 8, target - 4}, run);
    screen_.mirror.close();
  }

  static model::Counts counts_of(const tutor::Run& run) {
    model::Counts sum;
    for (const model::Sample& sample : run.system().series()) sum += sample.counts;
    return sum;
  }
  static std::string claim_of(const tutor::Run& run, const model::Counts& counts) {
    const std::string failed = tutor::show_count(static_cast<double>(counts.failed));
    const std::string offered = tutor::show_count(static_cast<double>(counts.offered));
    if (counts.failed == 0) {
      return offered + " requests so far, none failed";
    }
    return failed + " of " + offered +
           (run.finished() ? " requests failed" : " requests failed so far");
  }

  void show_play(const Rect& rect, const tutor::Run& run) {
    const bool is_playing = run.is_moving();
    Node node;
    node.id = node_id("home/play");
    node.role = Role::button;
    node.name = is_playing ? "Pause" : run.finished() ? "Run it again" : "Play";
    node.rect = rect;
    const Pressed state = pressable(screen_, std::move(node));
    const float radius = rect.height / 2;
    const ImVec2 at = screen_.at(rect.x + radius, rect.y + radius);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddCircleFilled(at, radius, state.hovered ? c_.accent_soft : c_.card);
    draw.AddCircle(at, radius - 0.5f, c_.control);
    const float icon = radius;
    draw_icon(screen_,
              is_playing       ? Icon::pause
              : run.finished() ? Icon::restart
                               : Icon::play,
              rect.x + radius - icon / 2, rect.y + radius - icon / 2, icon, c_.accent);
    if (!state.pressed) return;
    if (is_playing) {
      page_.act(tutor::Pause{});
      return;
    }
    if (run.finished()) page_.act(tutor::Restart{});
    page_.act(tutor::Play{});
  }

  // How many failed in each second so far.
  void draw_failed(const Rect& rect, const tutor::Run& run) {
    const std::vector<model::Sample>& series = run.system().series();
    const double end_s = sim::to_seconds(run.end());
    double most = 1;
    for (const model::Sample& one : series) {
      most = std::max(most, one.per_second(one.counts.failed));
    }
    constexpr float kWords = 46;
    draw_text(screen_, rect.x, rect.y + rect.height - 14, "failed/s", size::kAxis, c_.bad);
    const auto at = [&](const model::Sample& one) {
      const double share = one.per_second(one.counts.failed) / most;
      return ImVec2(rect.x + kWords + (rect.width - kWords) * static_cast<float>(one.at_s / end_s),
                    rect.y + rect.height - 4 - (rect.height - 8) * static_cast<float>(share));
    };
    for (std::size_t i = 1; i < series.size(); ++i) {
      const ImVec2 from = at(series[i - 1]);
      const ImVec2 to = at(series[i]);
      draw_line(screen_, from.x, from.y, to.x, to.y, c_.bad, 1.5f);
    }
  }

  std::vector<Stop> stops_of(const tutor::HomeState& state) const {
    const tutor::Tutor& tutor = page_.tutor;
    std::vector<Stop> stops;
    for (const tutor::StageEntry* entry : tutor::stages_of(tutor)) {
      Stop stop{.entry = entry};
      stop.is_current = tutor::is_in_stage(tutor, *entry);
      for (const tutor::Station& station : state.stations) {
        if (station.stage == stop.entry->stage) stop.station = &station;
      }
      const tutor::StageProgress so_far = tutor::progress_in(tutor, *entry);
      stop.is_finished = so_far.finished;
      stop.is_begun = !so_far.finished && so_far.step > 0;
      stops.push_back(stop);
    }
    if (stops.size() < kStations) stops.resize(kStations);
    return stops;
  }

  static std::string name_of(const Stop& stop) {
    std::string name = "Stage " + lesson::stage_name(stop.entry->stage) + ": " + stop.entry->title +
                       ", " + tutor::show_people(stop.entry->lesson.users) + " readers";
    if (stop.is_finished) name += ", finished";
    if (stop.is_begun) name += ", begun";
    return name;
  }

  // The button over all of a stop.
  Pressed press(const Stop& stop, const Rect& rect) {
    Node node;
    node.id = node_id("home/stage/" + lesson::stage_name(stop.entry->stage));
    node.role = Role::button;
    node.name = name_of(stop);
    node.rect = rect;
    const Pressed state = pressable(screen_, std::move(node));
    if (state.pressed) {
      // Where the learner is, the lesson stands as it was left.
      if (stop.is_current) {
        page_.act(tutor::GoToRoom{&tutor::kLessonRoom});
      } else {
        page_.act(tutor::OpenStage{stop.entry->stage});
      }
    }
    return state;
  }

  void draw_number(float x, float y, const Stop& stop) {
    constexpr float kRadius = 11;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 at = screen_.at(x, y);
    if (stop.is_current) draw.AddCircleFilled(at, kRadius + 4, c_.accent_soft);
    const bool is_filled = stop.is_current || stop.is_finished;
    draw.AddCircleFilled(at, kRadius, is_filled ? c_.accent : c_.page);
    if (!is_filled) {
      draw.AddCircle(at, kRadius - 0.5f, stop.is_begun ? c_.accent : c_.control, 0, 1.5f);
    }
    if (stop.is_finished && !stop.is_current) {
      draw_icon(screen_, Icon::check, x - 7, y - 7, 14, c_.on_accent);
      return;
    }
    const std::string number = lesson::stage_name(stop.entry->stage);
    draw_text(screen_, x - text_width(screen_, number, size::kCaption, true) / 2, y - 6.5f, number,
              size::kCaption, is_filled ? c_.on_accent : c_.muted, true);
  }

  void draw_stop_card(const Rect& rect, const Stop& stop, bool is_hovered) {
    constexpr float kRound = 10;
    if (stop.is_current) {
      fill_rect(screen_, {rect.x - 4, rect.y - 4, rect.width + 8, rect.height + 8}, c_.accent_soft,
                kRound + 4);
    }
    draw_card(screen_, rect, Depth::card, kRound);
    if (stop.is_current || is_hovered) {
      stroke_rect(screen_, rect, stop.is_current ? c_.accent : faded(c_.accent, 0.5f), 2, kRound);
    }
  }

  float say_section(std::string_view key, float y, std::string_view title, std::string_view note) {
    const float aside = note.empty() ? 0 : text_width(screen_, note, size::kSmall) + 2;
    say(key, Role::heading, 2, title, {left_, y, width_ - aside - 8, 0}, {.px = 17, .bold = true},
        24, c_.text);
    if (!note.empty()) {
      say(std::string(key) + "/note", Role::paragraph, 0, note, {right() - aside, y + 3, aside, 0},
          {.px = size::kSmall}, 18, c_.muted);
    }
    return y + 24;
  }
  std::string done_words(const std::vector<Stop>& stops) const {
    const auto done = std::count_if(stops.begin(), stops.end(),
                                    [](const Stop& stop) { return stop.is_finished; });
    return std::to_string(done) + " of " + std::to_string(stops.size()) + " stages finished";
  }

  // The stops on one base line, whose cards rise. Returns the bottom.
  float show_road(float y, const std::vector<Stop>& stops) {
    constexpr float kGap = 9;
    constexpr float kLow = 62;
    constexpr float kRise = 94;
    y = say_section("home/road", y,
                    is_first_ ? "The journey: ten stages, ten things that break" : "Your journey",
                    is_first_ ? "readers grow from a thousand to ten million" : done_words(stops));
    const auto count = static_cast<float>(stops.size());
    const float cell = (width_ - kGap * (count - 1)) / count;
    const float base = y + 20 + kLow + kRise;
    const float line = base + 21;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddTriangleFilled(screen_.at(left_, base - kLow + 8),
                           screen_.at(right() - cell / 2, base - kLow - kRise - 10),
                           screen_.at(right(), base), mixed(c_.page, c_.text, 0.035f));
    draw_line(screen_, left_ + cell / 2, line, right() - cell / 2, line,
              mixed(c_.page, c_.control, 0.45f), 2.5f);
    float bottom = line;
    for (std::size_t i = 0; i < stops.size(); ++i) {
      const auto place = static_cast<float>(i);
      const float x = left_ + place * (cell + kGap);
      const float height = kLow + kRise * place / std::max(count - 1, 1.0f);
      const Rect card{x, base - height, cell, height};
      bottom = std::max(bottom, show_stop(card, line, stops[i]));
    }
    return bottom;
  }

  // Card, number, readers and title, one below the other.
  float show_stop(const Rect& card, float line, const Stop& stop) {
    constexpr float kWords = 66;
    const float bottom = line + kWords;
    if (stop.entry == nullptr) {
      stroke_rect(screen_, card, c_.line, 1, 10);
      return bottom;
    }
    const Pressed state = press(stop, {card.x, card.y, card.width, bottom - card.y});
    draw_stop_card(card, stop, state.hovered);
    if (stop.station != nullptr) {
      draw_miniature(screen_, *stop.station,
                     {card.x + 7, card.y + 7, card.width - 14, card.height - 14});
    }
    const float middle = card.x + card.width / 2;
    if (stop.is_finished) {
      draw_line(screen_, middle, line, middle + card.width + 9, line, c_.accent, 2.5f);
    }
    draw_number(middle, line, stop);
    const std::string readers = tutor::show_people(stop.entry->lesson.users);
    draw_text(screen_, middle - text_width(screen_, readers, size::kSmall, true) / 2, line + 19,
              readers, size::kSmall, c_.text, true);
    const TextStyle style{.px = size::kCaption, .bold = stop.is_current, .is_rich = false};
    draw_centred(stop.entry->title, middle, line + 37, card.width, style,
                 stop.is_current ? c_.accent : c_.muted);
    return bottom;
  }

  // At most two lines, each in the middle.
  void draw_centred(std::string_view text, float middle, float y, float width,
                    const TextStyle& style, Color color) {
    const auto put = [&](std::string_view line, float at) {
      const std::string shown = fit_text(screen_, line, style.px, width, style.bold);
      draw_text(screen_, middle - text_width(screen_, shown, style.px, style.bold) / 2, at, shown,
                style.px, color, style.bold);
    };
    std::size_t cut = text.size();
    while (cut != std::string_view::npos &&
           text_width(screen_, text.substr(0, cut), style.px, style.bold) > width) {
      cut = text.rfind(' ', cut - 1);
    }
    if (cut == text.size() || cut == std::string_view::npos) {
      put(text, y);
      return;
    }
    put(text.substr(0, cut), y);
    put(text.substr(cut + 1), y + 15);
  }

  // The stops one below the other. Returns the bottom.
  float show_way_down(float y, const std::vector<Stop>& stops) {
    constexpr float kRow = 66;
    constexpr float kPitch = 76;
    constexpr float kNumber = 44;
    y = say_section("home/road", y, is_first_ ? "The journey" : "Your journey",
                    is_first_ ? "" : done_words(stops)) +
        10;
    const float middle = left_ + 16;
    const auto count = static_cast<float>(stops.size());
    draw_line(screen_, middle, y + kRow / 2, middle, y + kPitch * (count - 1) + kRow / 2,
              mixed(c_.page, c_.control, 0.45f), 2.5f);
    for (const Stop& stop : stops) {
      const Rect card{left_ + kNumber, y, width_ - kNumber, kRow};
      show_stop_line(card, middle, stop);
      y += kPitch;
    }
    return y - (kPitch - kRow);
  }

  void show_stop_line(const Rect& card, float middle, const Stop& stop) {
    if (stop.entry == nullptr) {
      stroke_rect(screen_, card, c_.line, 1, 10);
      return;
    }
    const float line = card.y + card.height / 2;
    const Pressed state = press(stop, {left_, card.y, width_, card.height});
    draw_stop_card(card, stop, state.hovered);
    draw_number(middle, line, stop);
    const float small = std::min(104.0f, card.width * 0.34f);
    const float room = card.width - small - 28;
    draw_text(screen_, card.x + 14, card.y + 14,
              fit_text(screen_, stop.entry->title, 15, room, true), 15, c_.text, true);
    std::string readers = tutor::show_people(stop.entry->lesson.users) + " readers";
    if (stop.is_finished) readers += " · finished";
    draw_text(screen_, card.x + 14, card.y + 37, fit_text(screen_, readers, size::kSmall, room),
              size::kSmall, c_.muted);
    if (stop.station != nullptr) {
      draw_miniature(screen_, *stop.station,
                     {card.x + card.width - small - 10, card.y + 5, small, card.height - 10});
    }
  }

  void show_doors(float y, bool is_wide) {
    if (!is_wide) y = say_section("home/doors", y, "Other doors", "") + 10;
    std::vector<const RoomKind*> rooms;
    for (const RoomPage& page : room_pages()) {
      const bool has_door = page.kind->door != tutor::Door::none && rooms.size() < kDoors;
      if (has_door) rooms.push_back(page.kind);
    }
    const float least = is_wide ? 140 : 160;
    constexpr float kGap = 9;
    std::size_t columns = rooms.size();
    const auto cell_of = [&] {
      const auto count = static_cast<float>(columns);
      return (width_ - kGap * (count - 1)) / count;
    };
    while (columns > 1 && cell_of() < least) columns = (columns + 1) / 2;
    const float cell = cell_of();
    const float height = is_wide ? 94 : 64;
    for (std::size_t i = 0; i < rooms.size(); ++i) {
      const auto column = static_cast<float>(i % columns);
      const auto row = static_cast<float>(i / columns);
      show_door({left_ + column * (cell + kGap), y + row * (height + kGap), cell, height},
                *rooms[i], is_wide);
    }
    const auto rows = static_cast<float>((rooms.size() + columns - 1) / columns);
    page_.column.space(y + rows * (height + kGap) - page_.column.y());
  }

  void show_door(const Rect& rect, const RoomKind& room, bool is_tall) {
    Node node;
    node.id = node_id("home/door/" + std::string(room.name));
    node.role = Role::button;
    node.name = std::string(room.title) + ": " + std::string(room.line);
    node.rect = rect;
    const Pressed state = pressable(screen_, std::move(node));
    draw_card(screen_, rect, Depth::card, 12);
    if (state.hovered) stroke_rect(screen_, rect, faded(c_.accent, 0.5f), 2, 12);
    constexpr float kTile = 30;
    const Rect tile{rect.x + 12, is_tall ? rect.y + 9 : rect.y + (rect.height - kTile) / 2, kTile,
                    kTile};
    fill_rect(screen_, tile, c_.accent_soft, 8);
    draw_icon(screen_, icon_of_kind(room.icon), tile.x + 7, tile.y + 7, 16, c_.accent);
    const float x = is_tall ? rect.x + 12 : tile.x + kTile + 11;
    const float room_left = rect.x + rect.width - x - 8;
    const float y = is_tall ? rect.y + 43 : rect.y + rect.height / 2 - 8;
    draw_text(screen_, x, y, fit_text(screen_, room.title, size::kButton, room_left, true),
              size::kButton, c_.text, true);
    if (is_tall) {
      const TextStyle style{.px = size::kCaption, .is_rich = false};
      const TextBlock& words =
          screen_.texts.get(screen_, node_id("home/door/words/" + std::string(room.name)),
                            room.line, room_left, style);
      draw_block(screen_, words, x, y + 18, 14, style, c_.muted);
    }
    if (state.pressed) page_.act(tutor::GoToRoom{&room});
  }

  Page& page_;
  Screen& screen_;
  const Palette& c_;
  float left_;
  float width_;
  bool is_first_;
};

}  // namespace

void show_home(Page& page) { Home(page).show(); }

}  // namespace tenfold::ui
