// The capacity calculator: people → requests a second → servers → dollars, up and out side by side.
#include <algorithm>
#include <cmath>

#include "lesson/words.h"
#include "model/catalogue.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"

namespace tenfold::ui {

namespace {

constexpr std::size_t kPlanFields = 5;

void show_field(Page& page, std::size_t field) {
  const tutor::CapacityState& state = page.tutor.states.of<tutor::CapacityState>();
  const tutor::CapacityField limits = tutor::capacity_fields()[field];
  const std::string key = "capacity/" + std::to_string(field);
  if (auto typed = page.column.text_input(key, limits.name, state.typed[field])) {
    page.act(tutor::TypeCapacity{static_cast<int>(field), std::move(*typed)});
  }
  if (tutor::typed_number(state, field)) return;
  page.column.paragraph(key + "/fault",
                        "This must be a number between " + lesson::number_word(limits.low) +
                            " and " + lesson::number_word(limits.high) + ".",
                        Tone::bad);
}

std::string up_in_words(const tutor::ScaledUp& up) {
  if (up.size == nullptr) return "no machine is big enough";
  return std::string(up.size->name) + ", " + tutor::show_dollars(up.dollars) + ", " +
         tutor::show_share(up.busy) + " busy";
}

std::string out_in_words(const tutor::ScaledOut& out) {
  return tutor::show_count(out.servers) + " × " + std::string(out.size->name) +
         (out.servers > 1 ? " and a balancer, " : ", ") + tutor::show_dollars(out.dollars) + ", " +
         tutor::show_share(out.busy) + " busy";
}

// Both prices over the number of users, from a tenth of the plan's to a hundred times, each tenfold
// the same width; the crossover as a line.
struct PricePlot {
  static constexpr int kSteps = 240;
  static constexpr double kDecades = 3;

  const Screen& screen;
  const tutor::CapacityPlan& plan;
  Rect box;
  double dearest = 1;

  tutor::CapacityPlan at_step(int step) const {
    tutor::CapacityPlan other = plan;
    other.users = plan.users * std::pow(10, kDecades * step / kSteps - 1);
    return other;
  }
  float x_of(int step) const {
    return box.x + box.width * static_cast<float>(step) / static_cast<float>(kSteps);
  }
  float y_of(double dollars) const {
    return box.y + box.height * (1 - static_cast<float>(std::min(dollars / dearest, 1.0)));
  }
};

double dearest_of(const PricePlot& plot) {
  double dearest = 1;
  for (int step = 0; step <= PricePlot::kSteps; ++step) {
    const tutor::ScaledUp up = tutor::scale_up(plot.at_step(step));
    if (up.size != nullptr) dearest = std::max(dearest, up.dollars);
  }
  return dearest * 1.15;
}

void draw_price_curves(const PricePlot& plot) {
  const Palette& c = plot.screen.colors;
  for (int step = 0; step < PricePlot::kSteps; ++step) {
    const auto draw = [&](double from, double to, Color color) {
      draw_line(plot.screen, plot.x_of(step), plot.y_of(from), plot.x_of(step + 1), plot.y_of(to),
                color, 2);
    };
    const tutor::ScaledUp up = tutor::scale_up(plot.at_step(step));
    const tutor::ScaledUp next_up = tutor::scale_up(plot.at_step(step + 1));
    if (up.size != nullptr && next_up.size != nullptr) draw(up.dollars, next_up.dollars, c.accent);
    const double out = tutor::scale_out(plot.at_step(step)).dollars;
    const double next_out = tutor::scale_out(plot.at_step(step + 1)).dollars;
    const bool is_dash = step % 6 < 4;
    if (is_dash && out < plot.dearest) draw(out, next_out, c.zone(model::Zone::app));
  }
}

void draw_crossover(const PricePlot& plot, double users) {
  const double place = (std::log10(users / plot.plan.users) + 1) / PricePlot::kDecades;
  if (place < 0 || place > 1) return;
  const float x = plot.box.x + plot.box.width * static_cast<float>(place);
  draw_line(plot.screen, x, plot.box.y, x, plot.box.y + plot.box.height, plot.screen.colors.text,
            1);
}

void draw_prices(Page& page, const tutor::CapacityPlan& plan) {
  constexpr float kHeight = 150;
  Column& column = page.column;
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const Rect box{column.x(), column.y() + 22, column.width(), kHeight};
  PricePlot plot{screen, plan, box};
  plot.dearest = dearest_of(plot);
  const double crossover = tutor::crossover_users(plan);
  stroke_rect(screen, box, c.line);
  draw_price_curves(plot);
  draw_crossover(plot, crossover);
  draw_text(screen, box.x, column.y(), "— one bigger machine", 13, c.accent, true);
  draw_text(screen, box.x + box.width / 2, column.y(), "– – more small ones", 13,
            c.zone(model::Zone::app), true);
  const std::string low = tutor::show_count(plot.at_step(0).users) + " users";
  const std::string high = tutor::show_count(plot.at_step(PricePlot::kSteps).users);
  draw_text(screen, box.x, box.y + box.height + 4, low, 13, c.muted);
  draw_text(screen, box.x + box.width - text_width(screen, high, 13), box.y + box.height + 4, high,
            13, c.muted);
  Node node;
  node.id = node_id("capacity/plot");
  node.role = Role::image;
  node.layer = screen.layer;
  node.name = "Dollars a month over users, from " + low + " to " + high +
              ": one bigger machine climbs in steps and ends at the largest; more small ones climb "
              "in a straight line. They cross at " +
              tutor::show_count(std::floor(crossover)) + " users.";
  node.rect = {box.x, column.y(), box.width, kHeight + 44};
  screen.mirror.add(std::move(node));
  column.space(kHeight + 52);
}

void show_plan(Page& page, const tutor::CapacityPlan& plan) {
  Column& column = page.column;
  const double rate = tutor::requests_per_second(plan);
  column.paragraph("capacity/rate", tutor::show_count(plan.users) + " people × " +
                                        lesson::number_word(plan.requests_per_user_day) +
                                        " requests × " + lesson::number_word(plan.peak_factor) +
                                        " ÷ 86,400 s = **" +
                                        tutor::show_count(std::round(rate * 10) / 10) +
                                        " requests a second** in the busiest moment.");
  std::vector<std::vector<Column::TableCell>> rows;
  rows.push_back({{"Growth"}, {"Requests/s"}, {"Up: one machine"}, {"Out: small machines"}});
  for (const double growth : {1.0, 2.0, 5.0, 10.0, 30.0, 100.0}) {
    tutor::CapacityPlan grown = plan;
    grown.users *= growth;
    const tutor::ScaledUp up = tutor::scale_up(grown);
    rows.push_back({{tutor::show_count(growth) + "×"},
                    {tutor::show_count(std::round(tutor::requests_per_second(grown)))},
                    {up_in_words(up), up.size == nullptr ? Tone::bad : Tone::normal},
                    {out_in_words(tutor::scale_out(grown))}});
  }
  column.table("capacity/table", "What each way takes, and its price a month", rows);
  draw_prices(page, plan);
  column.paragraph("capacity/crossover",
                   "**The crossover.** Up to " +
                       tutor::show_count(std::floor(tutor::crossover_users(plan))) +
                       " people one machine is as cheap as any, and simpler. From there on more "
                       "small ones cost less, and one of them may die.");
  std::string sizes = "Prices a month: ";
  for (const model::MachineSize& size : model::machine_sizes()) {
    if (!size.name.starts_with("general-")) continue;
    sizes += std::string(size.name) + " " + tutor::show_dollars(size.dollars_month) + " (" +
             std::string(size.source) + "); ";
  }
  column.paragraph("capacity/prices",
                   sizes + "a balancer " + tutor::show_dollars(tutor::balancer_dollars()) + ".",
                   Tone::muted, size::kSmall);
}

void show_little(Page& page) {
  Column& column = page.column;
  const tutor::CapacityState& state = page.tutor.states.of<tutor::CapacityState>();
  column.heading(2, "Little’s law, both ways");
  for (std::size_t field = kPlanFields; field < tutor::kCapacityFields; ++field) {
    show_field(page, field);
  }
  const auto plan = tutor::plan_of(state);
  const auto time_ms = tutor::typed_number(state, kPlanFields);
  const auto places = tutor::typed_number(state, kPlanFields + 1);
  if (!time_ms || !places) return;
  const auto rounded = [](double value) { return tutor::show_count(std::round(value * 10) / 10); };
  if (plan) {
    const double rate = tutor::requests_per_second(*plan);
    column.paragraph("capacity/inside",
                     "**L = λ · W.** " + rounded(rate) + " requests a second that stay " +
                         tutor::show_ms(*time_ms) + " each: **" +
                         rounded(tutor::inside(rate, *time_ms)) + " are inside at once.**");
  }
  column.paragraph("capacity/most", "**λ = L ÷ W.** " + rounded(*places) +
                                        " workers, each taken for " + tutor::show_ms(*time_ms) +
                                        ": **at most " +
                                        rounded(tutor::most_rps(*places, *time_ms)) +
                                        " requests a second**, however many wait.");
}

}  // namespace

void show_calculator(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  for (std::size_t field = 0; field < kPlanFields; ++field) show_field(page, field);
  if (const auto plan = tutor::plan_of(page.tutor.states.of<tutor::CapacityState>()))
    show_plan(page, *plan);
  show_little(page);
  show_sections(page, *room);
}

}  // namespace tenfold::ui
