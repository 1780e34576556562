// Searching, filtering, and the two runs of a row.
#include "tutor/sheet_room.h"

#include <algorithm>

#include "lesson/text.h"
#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

SheetState& state_of(Tutor& tutor) { return tutor.states.of<SheetState>(); }

const lesson::SheetRow* find_row(const lesson::Room& room, std::string_view id) {
  const auto row = std::find_if(room.rows.begin(), room.rows.end(),
                                [id](const lesson::SheetRow& one) { return one.id == id; });
  return row == room.rows.end() ? nullptr : &*row;
}

void run_row(Tutor& tutor, const lesson::SheetRow& row) {
  const lesson::RunPairScenarios pair =
      lesson::scenarios_of(row.run, lesson_of(tutor, row.run.stage));
  if (!pair.known) return;
  SheetState& sheet = state_of(tutor);
  sheet.row = row.id;
  std::erase_if(sheet.results,
                [&](const SheetState::Result& result) { return result.row == row.id; });
  show_in_room(tutor, pair.before_label, pair.before, true);
  add_track(tutor.room_run, pair.after_label, pair.after, tutor.at.seed);
}

void on(Tutor& tutor, const SearchSheet& search) { state_of(tutor).search = search.text; }

void on(Tutor& tutor, const FilterSheet& filter) {
  const bool known = is_index(filter.sign, room_now(tutor)->signs.size());
  state_of(tutor).sign = known ? filter.sign : -1;
}

void act(Tutor& tutor, const Action& action) {
  const lesson::Room* room = room_now(tutor);
  if (room == nullptr) return;
  deal_with<SheetAction>(action, [&](const auto& own) { on(tutor, own); });
  deal_with<RowAction>(action, [&](const RunRow& run) {
    if (const lesson::SheetRow* row = find_row(*room, run.row)) run_row(tutor, *row);
  });
}

// The number that the row is proved by.
std::string proof(const lesson::SheetRow& row, const Track& track) {
  const Facts facts = facts_of(track.system(), track.scenario);
  const Fact* fact = find_fact(facts, row.fact);
  return fact == nullptr ? "" : fact->shown;
}

// The number second by second, where a second has it.
std::vector<double> curve_of(std::string_view fact, const Track& track) {
  double (*value)(const model::Sample&) = nullptr;
  if (fact == "failed")
    value = [](const model::Sample& s) { return s.per_second(s.counts.failed); };
  if (fact == "good_share")
    value = [](const model::Sample& s) { return s.per_second(s.counts.good); };
  if (fact == "p99_ms") value = [](const model::Sample& s) { return s.p99_ms; };
  std::vector<double> curve;
  if (value == nullptr) return curve;
  for (const model::Sample& sample : track.system().series()) curve.push_back(value(sample));
  return curve;
}

void settle(Tutor& tutor) {
  const lesson::Room* room = room_now(tutor);
  const Run& run = tutor.room_run;
  if (room == nullptr || run.tracks.size() < 2) return;
  SheetState& sheet = state_of(tutor);
  const lesson::SheetRow* row = find_row(*room, sheet.row);
  if (row == nullptr || result_of(sheet, row->id) != nullptr) return;
  sheet.results.push_back({.row = row->id,
                           .before = proof(*row, run.tracks[0]),
                           .after = proof(*row, run.tracks[1]),
                           .was = curve_of(row->fact, run.tracks[0]),
                           .is = curve_of(row->fact, run.tracks[1])});
}

void draw_pictures(Tutor& tutor) {
  const lesson::Room* room = room_now(tutor);
  SheetState& sheet = state_of(tutor);
  sheet.pictures.clear();
  sheet.lessons = tutor.lessons.size();
  if (room == nullptr) return;
  for (const lesson::SheetRow& row : room->rows) {
    SheetState::Picture& picture = sheet.pictures.emplace_back();
    const lesson::RunPairScenarios pair =
        lesson::scenarios_of(row.run, lesson_of(tutor, row.run.stage));
    if (!pair.known) continue;
    picture.before = sketch_of(pair.before, pair.before);
    mark_sufferers(picture.before, pair.before, row.suffers);
    picture.after = sketch_of(pair.after, pair.before);
  }
}

// Lessons come one after another.
double work(Tutor& tutor, double) {
  if (state_of(tutor).lessons != tutor.lessons.size()) draw_pictures(tutor);
  return 0;
}

}  // namespace
}  // namespace later

const SheetState::Result* result_of(const SheetState& sheet, std::string_view row) {
  const auto found =
      std::find_if(sheet.results.begin(), sheet.results.end(),
                   [row](const SheetState::Result& result) { return result.row == row; });
  return found == sheet.results.end() ? nullptr : &*found;
}

constinit const RoomKind kSheet = {.name = "sheet",
                                   .title = "Cheat sheet",
                                   .line = "Symptoms and their fixes, which run",
                                   .icon = "sheet",
                                   .door = Door::bar,
                                   .measure = 1216,
                                   .has_file = true,
                                   .enter = draw_pictures,
                                   .act = act,
                                   .work = work,
                                   .settle = settle};

bool is_shown(const lesson::Room& room, const lesson::SheetRow& row, const SheetState& sheet) {
  if (sheet.sign >= 0) {
    const std::string& sign = room.signs[static_cast<std::size_t>(sheet.sign)].id;
    if (std::find(row.signs.begin(), row.signs.end(), sign) == row.signs.end()) return false;
  }
  const std::string words = lesson::lower(row.bottleneck + ' ' + row.symptom + ' ' + row.fix + ' ' +
                                          row.cost + ' ' + row.metric);
  const std::string search = lesson::lower(sheet.search) + ' ';
  std::size_t begin = 0;
  for (std::size_t end; (end = search.find(' ', begin)) != std::string::npos; begin = end + 1) {
    if (words.find(search.substr(begin, end - begin)) == std::string::npos) return false;
  }
  return true;
}

}  // namespace tenfold::tutor
