// The dots on the links: each stands for a request, which a finger on it asks for.
#include "ui/flights.h"

#include <doctest/doctest.h>

#include <vector>

#include "lesson/reader.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;

struct Drawn {
  ui::Flights flights;
  ui::DiagramPlaces places;
  std::vector<ui::Dot> dots;

  Drawn() {
    const auto read = lesson::read_lesson(test::small_lesson(), "small.json");
    REQUIRE(read.faults.empty());
    places = ui::lay_out(read.lesson.scenario, {0, 0, 600, 300});
    REQUIRE_FALSE(places.links.empty());
  }

  model::Hop hop(std::uint32_t request) const {
    const ui::LinkPlace& link = places.links.front();
    return {.at = 0,
            .request = request,
            .from = static_cast<std::uint16_t>(link.from),
            .to = static_cast<std::uint16_t>(link.to)};
  }

  void draw(double now_s) {
    dots.clear();
    flights.draw(places, ui::palette(false), 0, 0, now_s, dots);
  }
};

constexpr float kReach = 16;

TEST_CASE("a dot that is tapped gives the request that it stands for, the nearest of several") {
  Drawn drawn;
  drawn.flights.add(std::vector{drawn.hop(7)}, 0);
  drawn.flights.add(std::vector{drawn.hop(8)}, 0.2);
  drawn.draw(0.3);
  REQUIRE(drawn.dots.size() == 2);
  CHECK(drawn.flights.request_at(drawn.dots[0].x, drawn.dots[0].y, kReach) == 7);
  CHECK(drawn.flights.request_at(drawn.dots[1].x, drawn.dots[1].y, kReach) == 8);
  CHECK(drawn.flights.request_at(drawn.dots[0].x + 2, drawn.dots[0].y - 2, kReach) == 7);
}

TEST_CASE("where no dot is, a tap gives no request") {
  Drawn drawn;
  CHECK_FALSE(drawn.flights.request_at(0, 0, kReach));
  drawn.flights.add(std::vector{drawn.hop(7)}, 0);
  CHECK_FALSE(drawn.flights.request_at(0, 0, kReach));  // it has not been drawn yet
  drawn.draw(0.1);
  REQUIRE(drawn.dots.size() == 1);
  const ui::Dot dot = drawn.dots.front();
  CHECK_FALSE(drawn.flights.request_at(dot.x + 2 * kReach, dot.y, kReach));
  CHECK(drawn.flights.request_at(dot.x, dot.y, kReach));
  drawn.draw(60);
  CHECK(drawn.dots.empty());
  CHECK_FALSE(drawn.flights.request_at(dot.x, dot.y, kReach));
}

}  // namespace
