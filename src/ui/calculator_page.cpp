// The capacity calculator: people → requests a second → servers → dollars, up and out side by side.
#include <algorithm>
#include <cmath>

#include "lesson/words.h"
#include "model/catalogue.h"
#include "tutor/calculator_room.h"
#include "ui/cards.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"
#include "ui/shapes.h"

namespace tenfold::ui {
inline namespace later {

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
  // Below 0 or beyond the width: not on the plot.
  float x_of_users(double users) const {
    return box.x + box.width * static_cast<float>((std::log10(users / plan.users) + 1) / kDecades);
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

Color up_color(const Palette& c) { return c.zone(model::Zone::data); }
Color out_color(const Palette& c) { return c.zone(model::Zone::edge); }

// What lies between the two is what is saved. Each is named where it ends on the plot.
void draw_price_curves(const PricePlot& plot) {
  const Screen& screen = plot.screen;
  const Palette& c = screen.colors;
  ImVec2 up_end(plot.box.x, plot.box.y);
  for (int step = 0; step < PricePlot::kSteps; ++step) {
    const float x = plot.x_of(step);
    const float next_x = plot.x_of(step + 1);
    const tutor::ScaledUp up = tutor::scale_up(plot.at_step(step));
    const tutor::ScaledUp next_up = tutor::scale_up(plot.at_step(step + 1));
    const double out = tutor::scale_out(plot.at_step(step)).dollars;
    const double next_out = tutor::scale_out(plot.at_step(step + 1)).dollars;
    if (up.size != nullptr && next_up.size != nullptr) {
      up_end = ImVec2(next_x, plot.y_of(next_up.dollars));
      if (out < up.dollars) {
        fill_below(screen, x, plot.y_of(up.dollars), next_x, up_end.y, plot.y_of(out),
                   faded(up_color(c), 0.08f));
      }
      draw_line(screen, x, plot.y_of(up.dollars), next_x, up_end.y, up_color(c), 2.5f);
    }
    const bool is_dash = step % 6 < 4;
    if (is_dash && out < plot.dearest) {
      draw_line(screen, x, plot.y_of(out), next_x, plot.y_of(next_out), out_color(c), 2.5f);
    }
  }
  constexpr std::string_view kUp = "Up: one machine";
  constexpr std::string_view kOut = "Out: small ones";
  const float up_x = up_end.x - text_width(screen, kUp, size::kSmall, true) - 4;
  draw_text(screen, std::max(up_x, plot.box.x), up_end.y - 19, kUp, size::kSmall, up_color(c),
            true);
  const float width = text_width(screen, kOut, size::kSmall, true);
  draw_text(screen, plot.box.x + plot.box.width - width, plot.y_of(0) - 19, kOut, size::kSmall,
            out_color(c), true);
}

void draw_axes(const PricePlot& plot) {
  constexpr int kLines = 4;
  const Screen& screen = plot.screen;
  const Palette& c = screen.colors;
  const Rect& box = plot.box;
  for (int i = 0; i <= kLines; ++i) {
    const double dollars = plot.dearest / 1.15 * i / kLines;
    const float y = plot.y_of(dollars);
    draw_line(screen, box.x, y, box.x + box.width, y, i == 0 ? c.control : c.line);
    const std::string words = tutor::show_dollars(std::round(dollars));
    draw_text(screen, box.x - 6 - text_width(screen, words, size::kAxis), y - 7, words, size::kAxis,
              c.muted);
  }
  for (int i = 0; i <= 3; ++i) {
    const int step = PricePlot::kSteps * i / 3;
    const std::string words = tutor::show_count(std::round(plot.at_step(step).users));
    const float width = text_width(screen, words, size::kAxis);
    const float x = std::min(plot.x_of(step) - width / 2, box.x + box.width - width);
    draw_text(screen, x, box.y + box.height + 6, words, size::kAxis, c.muted);
  }
  constexpr std::string_view kPeople = "people, each step tenfold";
  draw_text(screen, box.x + box.width - text_width(screen, kPeople, size::kCaption),
            box.y + box.height + 22, kPeople, size::kCaption, c.muted);
}

// A place on the plot, ringed, with words in a pill above it.
void draw_mark_at(const PricePlot& plot, float x, float y, std::string_view words, bool is_now) {
  const Screen& screen = plot.screen;
  const Palette& c = screen.colors;
  constexpr float kPill = 20;
  const float width = text_width(screen, words, size::kAxis, true) + kPill * 0.8f;
  const float left = std::clamp(x - width / 2, plot.box.x,
                                std::max(plot.box.x + plot.box.width - width, plot.box.x));
  const float top = is_now ? plot.box.y - 2 : std::max(y - 62, plot.box.y + 24);
  draw_line(screen, x, top + kPill, x, is_now ? plot.box.y + plot.box.height : y - 8, c.text,
            is_now ? 1.5f : 1);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (!is_now) draw.AddCircle(screen.at(x, y), 8, c.text, 0, 2);
  draw_pill(screen, left, top, kPill, words, size::kAxis, is_now ? c.text : c.card,
            is_now ? c.card : c.text, c.text);
}

void draw_prices(Page& page, const tutor::CapacityPlan& plan) {
  constexpr float kHeight = 300;
  constexpr float kAxis = 52;
  constexpr float kFoot = 44;
  Column& column = page.column;
  Screen& screen = column.screen();
  const double crossover = tutor::crossover_users(plan);
  PricePlot plot{screen, plan, {}};
  const std::string low = tutor::show_count(plot.at_step(0).users) + " users";
  const std::string high = tutor::show_count(plot.at_step(PricePlot::kSteps).users);
  const Rect rect = column.picture("capacity/plot",
                                   "Dollars a month over users, from " + low + " to " + high +
                                       ": one bigger machine climbs in steps and ends at the "
                                       "largest; more small ones climb in a "
                                       "straight line. They cross at " +
                                       tutor::show_count(std::floor(crossover)) + " users.",
                                   kHeight + kFoot);
  plot.box = {rect.x + kAxis, rect.y, rect.width - kAxis, kHeight};
  plot.dearest = dearest_of(plot);
  draw_axes(plot);
  draw_price_curves(plot);
  const float right = plot.box.x + plot.box.width;
  draw_mark_at(plot, plot.x_of_users(plan.users), plot.box.y, "you", true);
  const float x = plot.x_of_users(crossover);
  if (x < plot.box.x || x > right) return;
  tutor::CapacityPlan there = plan;
  there.users = crossover;
  draw_mark_at(plot, x, plot.y_of(tutor::scale_out(there).dollars),
               "they part at " + tutor::show_count(std::floor(crossover)), false);
}

// One of the two ways: its price, what it takes, and that drawn as tiles as full as they are.
void show_way(Column& card, std::string_view key, std::string_view title, double dollars,
              const std::string& words, int machines, double busy, bool is_cheaper) {
  constexpr float kTile = 28;
  constexpr int kMost = 10;
  Screen& screen = card.screen();
  const Palette& c = screen.colors;
  const float top = card.y();
  card.heading(2, title, size::kBody);
  if (machines > 0) {
    const std::string price = tutor::show_dollars(dollars);
    draw_text(screen, card.x() + card.width() - text_width(screen, price, 18, true), top, price, 18,
              is_cheaper ? c.good : c.text, true);
  }
  card.paragraph(std::string(key) + "/words", words, Tone::muted, size::kSmall);
  const Rect rect = card.picture(std::string(key) + "/tiles", words, 2 * kTile + 6);
  for (int i = 0; i < std::min(machines, kMost); ++i) {
    const float pitch = std::min(kTile + 5, rect.width / 5);
    const Rect tile{rect.x + static_cast<float>(i % 5) * pitch,
                    rect.y + static_cast<float>(i / 5) * (kTile + 5), pitch - 5, pitch - 5};
    draw_tile(screen, {.icon = Icon::app_server, .level = static_cast<float>(busy)}, tile,
              tile.width * 0.6f);
  }
  if (machines > kMost) {
    card.paragraph(std::string(key) + "/more", "… " + tutor::show_count(machines) + " in all",
                   Tone::muted, size::kSmall);
  }
}

void show_sum(Page& page, const tutor::CapacityPlan& plan) {
  Column& column = page.column;
  const double rate = tutor::requests_per_second(plan);
  const float top = column.y();
  Column sum = column.within(column.x() + 16, top + 14, column.width() - 32);
  const std::string key = "capacity/rate";
  // Its ground comes before its words, so that their height is asked for first.
  const std::string terms = tutor::show_count(plan.users) + " people × " +
                            lesson::number_word(plan.requests_per_user_day) + " requests × " +
                            lesson::number_word(plan.peak_factor) + " ÷ 86,400 s =";
  const std::string result = "**" + tutor::show_count(std::round(rate * 10) / 10) +
                             " requests a second** in the busiest moment";
  const float height = sum.paragraph_height(key, terms, size::kButton) +
                       sum.paragraph_height(key + "/sum", result, size::kHeading2) + 20;
  fill_rect(column.screen(), {column.x(), top, column.width(), height},
            column.screen().colors.accent_soft, size::kCardRound);
  sum.paragraph(key, terms, Tone::normal, size::kButton);
  sum.paragraph(key + "/sum", result, Tone::normal, size::kHeading2);
  column.space(height + 16);
  const tutor::ScaledUp up = tutor::scale_up(plan);
  const tutor::ScaledOut out = tutor::scale_out(plan);
  const bool out_wins = up.size == nullptr || out.dollars < up.dollars;
  Cards cards(column, 150, 2);
  show_way(cards.begin(), "capacity/up", "Up", up.dollars, up_in_words(up),
           up.size == nullptr ? 0 : 1, up.busy, !out_wins);
  cards.end(!out_wins);
  show_way(cards.begin(), "capacity/out", "Out", out.dollars, out_in_words(out), out.servers,
           out.busy, out_wins);
  cards.end(out_wins);
}

void show_growth(Page& page, const tutor::CapacityPlan& plan) {
  Column& column = page.column;
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

void show_cost(Page& page, const tutor::CapacityPlan& plan) {
  {
    Cards cards(page.column, page.column.width(), 1);
    Page card = page.in(cards.begin());
    card.column.heading(2, "Up or out: what it costs a month", 18);
    draw_prices(card, plan);
    card.column.paragraph("capacity/crossover",
                          "**The crossover.** Up to " +
                              tutor::show_count(std::floor(tutor::crossover_users(plan))) +
                              " people one machine is as cheap as any, and simpler. From there on "
                              "more small ones cost "
                              "less, and one of them may die.");
    cards.end();
  }
  show_growth(page, plan);
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
  constexpr float kFields = 396;
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  Column& column = page.column;
  // What is asked for stands beside what it costs, where there is room.
  const bool is_beside = column.width() > 2 * kFields;
  Column fields = column.within(column.x(), column.y(), is_beside ? kFields : column.width());
  Page left = page.in(fields);
  for (std::size_t field = 0; field < kPlanFields; ++field) show_field(left, field);
  const auto plan = tutor::plan_of(page.tutor.states.of<tutor::CapacityState>());
  if (plan) show_sum(left, *plan);
  const float x = is_beside ? column.x() + kFields + 32 : column.x();
  const float y = is_beside ? column.y() : fields.y();
  Column wide = column.within(x, y, column.x() + column.width() - x);
  Page right = page.in(wide);
  if (plan) show_cost(right, *plan);
  show_little(right);
  show_sections(right, *room);
  Cards::reach(column, std::max(fields.y(), wide.y()));
}

}  // namespace later
}  // namespace tenfold::ui
