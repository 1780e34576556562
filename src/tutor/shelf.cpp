#include "tutor/shelf.h"

#include <algorithm>
#include <cstdlib>

#include "lesson/text.h"
#include "model/shards.h"
#include "model/system.h"

namespace tenfold::tutor {
const RoomEntry* find_room(const Shelf& shelf, std::string_view name) {
  const auto found =
      std::find_if(shelf.rooms.begin(), shelf.rooms.end(),
                   [name](const RoomEntry& entry) { return entry.room.name == name; });
  return found == shelf.rooms.end() ? nullptr : &*found;
}

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

std::array<CapacityField, kCapacityFields> capacity_fields() {
  return {{{"People who use the site", 100'000, 1, 1e9},
           {"Requests each of them makes in a day", 20, 0.01, 1e5},
           {"Peak factor: the busiest moment against the day's average", 3, 1, 1e4},
           {"CPU time of one request, ms", 2.4, 0.001, 1e5},
           {"How busy the CPUs may be at the peak, %", 60, 1, 100},
           {"Time until an answer, ms", 80, 0.001, 1e6},
           {"Workers: requests that can be inside at once", 32, 1, 1e6}}};
}

std::optional<double> typed_number(const CapacityState& state, std::size_t field) {
  const CapacityField limits = capacity_fields()[field];
  std::string digits;
  for (const char c : state.typed[field]) {
    if (c != ',' && c != ' ') digits += c;  // "100,000" is how the page itself writes it
  }
  if (digits.empty()) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(digits.c_str(), &end);
  const bool good = *end == '\0' && number >= limits.low && number <= limits.high;
  return good ? std::optional(number) : std::nullopt;
}

std::optional<CapacityPlan> plan_of(const CapacityState& state) {
  std::array<double, 5> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::optional<double> number = typed_number(state, i);
    if (!number) return std::nullopt;
    numbers[i] = *number;
  }
  return CapacityPlan{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] / 100};
}

MovedKeys moved_keys(int servers) {
  constexpr std::uint32_t kPoints = 100;  // of each server on the ring
  constexpr std::uint64_t kKeys = 20'000;
  const auto count = static_cast<std::uint32_t>(servers);
  const sim::Stream luck(1);
  const model::HashRing before(count, kPoints, luck);
  const model::HashRing after(count + 1, kPoints, luck);
  int by_remainder = 0;
  int by_ring = 0;
  for (std::uint64_t key = 0; key < kKeys; ++key) {
    by_remainder += key % count != key % (count + 1) ? 1 : 0;
    by_ring += before.node_of(key) != after.node_of(key) ? 1 : 0;
  }
  return {static_cast<double>(by_remainder) / kKeys, static_cast<double>(by_ring) / kKeys};
}

}  // namespace tenfold::tutor
