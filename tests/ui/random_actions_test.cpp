// Any action at any time, in every room: nothing breaks, and what is on screen can be drawn. Kinds
// come from the action's own variants and rooms from the list, so that a new one is tried unasked.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>
#include <type_traits>
#include <variant>

#include "sim/random.h"
#include "tests/ui/bench.h"
#include "ui/rooms.h"

namespace {

using namespace tenfold;
using test::Bench;

class Luck {
 public:
  explicit Luck(std::uint64_t seed) : random_(sim::Stream(seed).draws_for(0)) {}

  std::uint32_t below(std::size_t count) {
    return random_.below(static_cast<std::uint32_t>(count));
  }
  template <typename Values>
  auto one_of(const Values& values) {
    return values[below(std::size(values))];
  }

  // What a field of an action can hold: mostly what makes sense, and what never does.
  void draw(int& number) {
    number = below(4) == 0 ? one_of(std::array{-1, 99, std::numeric_limits<int>::max(),
                                               std::numeric_limits<int>::min()})
                           : static_cast<int>(below(6));
  }
  void draw(double& number) {
    number = one_of(std::array{-1.0, 0.0, 0.25, 1.0, 4.0, 16.0, 1e9, std::nan(""),
                               std::numeric_limits<double>::infinity()});
  }
  void draw(bool& flag) { flag = below(2) == 1; }
  void draw(std::string& text) {
    text = one_of(std::array<std::string, 10>{"app", "app", "box", "users>app", "workers", "size",
                                              "2,4", "12", "", "ø<b>"});
  }
  // What is made of more than one value: a step on the bench.
  template <typename... Alternatives>
  void draw(std::variant<Alternatives...>& variant);
  template <typename Other>
  void draw(Other&) {}
  void draw(const tutor::RoomKind*& room) {
    const auto rooms = ui::room_pages();
    const std::uint32_t index = below(rooms.size() + 1);
    room = index < rooms.size() ? rooms[index].kind : &tutor::kLessonRoom;
  }

 private:
  sim::Random random_;
};

// The fields of an action of one to four; by how many values it can be made from.
struct Any {
  template <typename Field>
  operator Field() const {
    std::abort();  // it is only asked whether there is one
  }
};
template <typename Record>
void draw_fields(Luck& luck, Record& record) {
  if constexpr (std::is_empty_v<Record>) {
    return;
  } else if constexpr (requires { Record{Any{}, Any{}, Any{}, Any{}}; }) {
    auto& [a, b, c, d] = record;
    luck.draw(a), luck.draw(b), luck.draw(c), luck.draw(d);
  } else if constexpr (requires { Record{Any{}, Any{}, Any{}}; }) {
    auto& [a, b, c] = record;
    luck.draw(a), luck.draw(b), luck.draw(c);
  } else if constexpr (requires { Record{Any{}, Any{}}; }) {
    auto& [a, b] = record;
    luck.draw(a), luck.draw(b);
  } else {
    auto& [a] = record;
    luck.draw(a);
  }
}

// Any alternative, and any of its own alternatives.
template <typename... Alternatives>
void draw(Luck& luck, std::variant<Alternatives...>& variant) {
  const std::uint32_t which = luck.below(sizeof...(Alternatives));
  std::uint32_t index = 0;
  const auto choose = [&]<typename One>() {
    if (index++ != which) return;
    One one{};
    if constexpr (requires { draw(luck, one); }) {
      draw(luck, one);
    } else {
      draw_fields(luck, one);
    }
    variant = std::move(one);
  };
  (choose.template operator()<Alternatives>(), ...);
}

template <typename... Alternatives>
void Luck::draw(std::variant<Alternatives...>& variant) {
  ::draw(*this, variant);
}

tutor::Action random_action(Luck& luck) {
  tutor::Action action{tutor::Proceed{}};
  tutor::AnyAction& any = action;
  draw(luck, any);
  return action;
}

void give_files(Bench& bench) {
  for (const ui::RoomPage& page : ui::room_pages()) {
    if (!page.kind->has_file) continue;
    const std::string file = "lessons/" + std::string(page.kind->name) + ".json";
    tutor::add_room(bench.tutor, page.kind->name, test::read_text(file), file);
  }
}

}  // namespace

TEST_CASE("10,000 actions of every kind, in every room, do no harm") {
  constexpr int kActions = 10'000;
  constexpr int kStay = 25;  // actions in a room before the next is entered
  Bench bench;
  give_files(bench);
  Luck luck(7);
  const auto rooms = ui::room_pages();
  std::size_t entered = 0;
  for (int i = 0; i < kActions; ++i) {
    if (i % kStay == 0) {
      const std::size_t room = entered++ % (rooms.size() + 2);
      bench.act(tutor::GoToRoom{room < rooms.size() ? rooms[room].kind : &tutor::kLessonRoom});
    }
    bench.act(random_action(luck));
    // A run goes on a little, and what came of it all is drawn now and then.
    if (i % 5 == 0) {
      int slices = 20;
      tutor::advance(
          bench.tutor, 0.05,
          {[](const void* left) { return (*static_cast<int*>(const_cast<void*>(left)))-- > 0; },
           &slices});
    }
    if (i % 50 == 0) bench.draw();
  }
  CHECK(bench.tutor.at.open);
  bench.draw();
  CHECK_FALSE(bench.nodes().empty());
}
