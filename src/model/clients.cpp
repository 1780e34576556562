// The users: requests come at random moments at a rate that follows the day's shape, and nobody
// waits for an answer longer than patience lasts.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/counting_part.h"
#include "model/dns.h"
#include "model/engine.h"
#include "model/load_shape.h"
#include "model/user_set.h"
#include "sim/zipf.h"

namespace tenfold::model {
namespace {

constexpr ParameterInfo share(std::string_view name) {
  return {.name = name, .unit = "of requests", .low = 0, .high = 1, .live = true, .is_load = true};
}

constexpr std::array kParameters = {
    ParameterInfo{.name = "users",
                  .unit = "people",
                  .initial = 1000,
                  .low = 1,
                  .high = 20'000'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "visitors",
                  .unit = "people",
                  .initial = 0,
                  .low = 0,
                  .high = 20'000'000,
                  .is_load = true},
    ParameterInfo{.name = "requests_per_user_day",
                  .unit = "requests",
                  .initial = 20,
                  .low = 0,
                  .high = 10'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "peak_factor",
                  .unit = "x",
                  .initial = 3,
                  .low = 1,
                  .high = 10'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "shape", .unit = "", .initial = 0, .choices = kShapes, .is_load = true},
    ParameterInfo{
        .name = "start_s", .unit = "s", .initial = 10, .low = 0, .high = 86'400, .is_load = true},
    ParameterInfo{
        .name = "ramp_s", .unit = "s", .initial = 30, .low = 0, .high = 86'400, .is_load = true},
    ParameterInfo{
        .name = "hold_s", .unit = "s", .initial = 0, .low = 0, .high = 86'400, .is_load = true},
    ParameterInfo{
        .name = "fall_s", .unit = "s", .initial = 30, .low = 0, .high = 86'400, .is_load = true},
    ParameterInfo{
        .name = "day_s", .unit = "s", .initial = 86'400, .low = 1, .high = 86'400, .is_load = true},
    ParameterInfo{.name = "night_share",
                  .unit = "of peak",
                  .initial = 0.2,
                  .low = 0,
                  .high = 1,
                  .is_load = true},
    ParameterInfo{
        .name = "calm_s", .unit = "s", .initial = 20, .low = 0.1, .high = 86'400, .is_load = true},
    ParameterInfo{
        .name = "burst_s", .unit = "s", .initial = 5, .low = 0.1, .high = 86'400, .is_load = true},
    ParameterInfo{.name = "traffic",
                  .unit = "x",
                  .initial = 1,
                  .low = 0,
                  .high = 10,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "patience_ms",
                  .unit = "ms",
                  .initial = 10'000,
                  .low = 1,
                  .high = 600'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "cancel_abandoned",
                  .unit = "",
                  .initial = 0,
                  .low = 0,
                  .high = 1,
                  .live = true,
                  .is_load = true},
    share("write_share"),
    share("page_file_share"),
    share("session_share"),
    share("job_share"),
    ParameterInfo{.name = "things",
                  .unit = "posts",
                  .initial = 0,
                  .low = 0,
                  .high = 10'000'000,
                  .is_load = true},
    ParameterInfo{.name = "popularity",
                  .unit = "",
                  .initial = 0.9,
                  .low = 0,
                  .high = 2,
                  .source = "Breslau and others, 1999, and later traces",
                  .evidence = Evidence::measured,
                  .is_load = true},
    ParameterInfo{.name = "tries",
                  .unit = "tries",
                  .initial = 1,
                  .low = 1,
                  .high = 20,
                  .live = true,
                  .is_load = true},
    ParameterInfo{
        .name = "backoff_ms", .unit = "ms", .initial = 0, .low = 0, .high = 600'000, .live = true},
    ParameterInfo{
        .name = "jitter", .unit = "of the pause", .initial = 0, .low = 0, .high = 1, .live = true},
    ParameterInfo{.name = "retry_budget",
                  .unit = "of requests",
                  .initial = 1000,
                  .low = 0,
                  .high = 1000,
                  .live = true},
};

constexpr std::array<std::string_view, 3> kMatters = {"traffic", "patience_ms", "tries"};

class Clients final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    load_.configure(settings);
    user_count_ = settings.count("users");
    patience_ns_ = settings.ms("patience_ms");
    patience_lane_ = engine_->lane(patience_ns_);
    cancels_ = settings.flag("cancel_abandoned");
    shares_ = {settings.number("write_share"), settings.number("page_file_share"),
               settings.number("session_share"), settings.number("job_share")};
    const std::uint32_t visitors = settings.count("visitors");
    here_count_ = visitors > 0 ? std::min(visitors, user_count_) : user_count_;
    const std::uint32_t things = settings.count("things");
    if (things > 0 && !popularity_) {
      popularity_ = engine_->popularity(things, settings.number("popularity"));
    }
    tries_ = settings.count("tries");
    backoff_ns_ = settings.ms("backoff_ms");
    jitter_ = settings.number("jitter");
    retry_budget_ = settings.number("retry_budget");
    // Arrivals have no memory, so the next one may be drawn anew under the new rate.
    if (is_running_) {
      make_room_for_names();
      schedule_next();
    }
  }

  void start() override {
    const LinkIndex dns_link = engine_->link_to(index(), Role::names);
    if (dns_link != kNoLink) {
      dns_link_ = dns_link;
      dns_ = static_cast<const Dns*>(&engine_->answerer(dns_link));
    }
    site_links_ = engine_->links_to(index(), Role::site);
    first_user_ = engine_->place_in_kind(index()) << kUserBits;
    is_running_ = true;
    make_room_for_names();
    schedule_next();
  }

  void ring(std::uint32_t) override {
    if (engine_->now() != next_ns_) return;  // drawn anew since
    const CallId root = engine_->open_request(index(), cancels_);
    make_wish(engine_->call(root));
    engine_->offer(root);
    count_arrival();
    enter();
    if (engine_->is_flooded()) {
      close(root, Failure::queue_full);
      schedule_next();
      return;
    }
    engine_->await(root, Awaits::deadline, patience_lane_, patience_ns_);
    schedule_next();
    ask(root);
  }

  // A further try, after its pause.
  void resume(CallId root) override {
    engine_->await(root, Awaits::deadline, patience_lane_, patience_ns_);
    ask(root);
  }

  void hear(CallId root, Failure failure) override {
    Call& call = engine_->call(root);
    if (call.stage == kLooksUp && failure == Failure::none) {
      name_known_until_[number_of(call)] = tick(now_s() + dns_->ttl_s());
      call.stage = kAsksSite;
      engine_->send(root, site_link(call));
      return;
    }
    if (call.demand.wish == Wish::session) {
      if (failure == Failure::none) signed_in_.add(number_of(call));
      if (failure == Failure::logged_out) signed_in_.remove(number_of(call));
    }
    if (failure == Failure::none || !try_again(root)) close(root, failure);
  }

  void give_up(CallId root) override {
    if (!try_again(root)) close(root, Failure::timed_out);
  }

  double requests_month() const override {
    constexpr double kSecondsInMonth = 365.25 / 12 * 86'400;
    return load_.average_rps() * kSecondsInMonth;
  }

  // What users wait for themselves is no call of others.
  bool is_inside(const Call&) const override { return true; }

  std::size_t bytes() const override {
    return sim::bytes_of(name_known_until_) + signed_in_.bytes();
  }

 private:
  void rewire() override {
    if (dns_ != nullptr) dns_ = static_cast<const Dns*>(&engine_->answerer(dns_link_));
  }

  // Marks of a root's progress. Its `left` counts its tries.
  static constexpr std::uint8_t kLooksUp = 0;
  static constexpr std::uint8_t kAsksSite = 1;

  // Each region has users of its own.
  static constexpr int kUserBits = 25;
  static_assert(1U << kUserBits > 20'000'000);

  // Of the asking user, among those of this region.
  std::uint32_t number_of(const Call& root) const { return root.demand.user - first_user_; }

  // Of several addresses each user is told one, and tries the next after a failure.
  LinkIndex site_link(const Call& root) const {
    return site_links_[(number_of(root) + root.left - 1) % site_links_.size()];
  }

  std::uint32_t now_s() const {
    return static_cast<std::uint32_t>(engine_->now() / sim::kSecond) + 1;
  }

  // What users know of names takes two bytes each. That is enough for every second of a run of 18
  // hours; in a longer one addresses are forgotten in steps of two seconds, or four.
  void make_room_for_names() {
    if (dns_ == nullptr) return;
    const double last_s = sim::to_seconds(engine_->end()) + 2.0 * dns_->ttl_s();
    while (last_s / tick_s_ > 65'000) tick_s_ *= 2;
    if (name_known_until_.size() < here_count_) name_known_until_.resize(here_count_);
  }
  std::uint16_t tick(std::uint32_t at_s) const {
    return static_cast<std::uint16_t>(at_s / tick_s_);
  }

  // What the request is about. Draws of its own, so that a mix changes nothing else.
  void make_wish(Call& root) {
    root.demand.user = first_user_ + root.draws.below(here_count_);
    sim::Random draws = wishes_.draws_for(root.key);
    double place = draws.uniform();
    constexpr std::array kWishes = {Wish::write, Wish::page_file, Wish::session, Wish::job};
    for (std::size_t i = 0; i < kWishes.size(); ++i) {
      if (place >= 0 && place < shares_[i]) root.demand.wish = kWishes[i];
      place -= shares_[i];
    }
    if (popularity_) root.demand.thing = next_thing();
    // Nobody else is asked: looking a user up among millions is what a request would wait for most.
    if (root.demand.wish == Wish::session) root.demand.signed_in = signed_in_.has(number_of(root));
  }

  // What is wanted lies anywhere in a large table, so a draw is one long wait for memory. The draws
  // of a few requests ahead wait together.
  std::uint32_t next_thing() {
    const auto place = static_cast<std::size_t>(arrivals() % things_.size());
    if (place == 0) {
      for (std::size_t i = 0; i < things_.size(); ++i) {
        sim::Random draws = wishes_.draws_for(engine_->key_of(index(), arrivals() + i));
        draws.bits();  // the wish's
        things_[i] = popularity_->draw(draws);
      }
    }
    return things_[place];
  }

  void ask(CallId root) {
    Call& call = engine_->call(root);
    ++call.left;
    if (dns_ != nullptr && name_known_until_[number_of(call)] <= tick(now_s())) {
      call.stage = kLooksUp;
      engine_->send(root, dns_link_);
    } else {
      call.stage = kAsksSite;
      engine_->send(root, site_link(call));
    }
  }

  // False when there is no further try.
  bool try_again(CallId root) {
    Call& call = engine_->call(root);
    if (call.left >= tries_) return false;
    if (retry_budget_ < 1000 &&
        static_cast<double>(retries_) >= retry_budget_ * static_cast<double>(arrivals())) {
      return false;
    }
    ++retries_;
    engine_->disregard(root);
    const double pause_ns = static_cast<double>(backoff_ns_) *
                            static_cast<double>(1U << std::min(call.left - 1, 20U)) *
                            (1 - jitter_ * (jitter_ > 0 ? call.draws.uniform() : 0));
    engine_->note(call, Doing::back_off);
    engine_->await(root, Awaits::pause, sim::round_to_ns(pause_ns));
    return true;
  }

  void close(CallId root, Failure failure) {
    leave(engine_->call(root));
    engine_->close_request(root, failure);
  }

  void schedule_next() {
    next_ns_ = load_.next(engine_->now(), engine_->end());
    if (next_ns_ != sim::kNever) engine_->set_timer(index(), 0, next_ns_);
  }

  std::uint32_t user_count_ = 1;
  std::uint32_t here_count_ = 1;  // those of them who are here
  sim::Duration patience_ns_ = 0;
  sim::EventQueue::Lane patience_lane_ = 0;
  bool cancels_ = false;

  std::uint32_t first_user_ = 0;  // of this region
  std::vector<LinkIndex> site_links_;
  LinkIndex dns_link_ = kNoLink;
  const Dns* dns_ = nullptr;
  std::vector<std::uint16_t> name_known_until_;  // by user, in ticks; 0: never looked up
  std::uint32_t tick_s_ = 1;

  std::array<double, 4> shares_{};  // of writes, page files, session requests, jobs
  std::optional<sim::Zipf> popularity_;
  sim::Stream wishes_ = engine_->stream(index()).child(1);
  std::array<std::uint32_t, 16> things_{};  // of this request and its neighbours, in their order
  UserSet signed_in_;                       // who believes to be
  std::uint32_t tries_ = 1;
  sim::Duration backoff_ns_ = 0;
  double jitter_ = 0;
  double retry_budget_ = 0;
  std::uint64_t retries_ = 0;

  bool is_running_ = false;
  LoadShape load_{engine_->stream(index())};
  sim::Time next_ns_ = sim::kNever;
};

// Requests are numbered with 32 bits, and each keeps its deadline in memory until that has passed.
constexpr double kMostRequests = 4e9;
constexpr double kMostDeadlines = 2e7;

void check_load(const Scenario& scenario, std::size_t index, const Settings& settings,
                std::vector<Fault>& faults) {
  const double rate_rps =
      peak_rps(settings.number("users"), settings.number("requests_per_user_day"),
               settings.number("peak_factor")) *
      settings.number("traffic");
  const std::string place = "parts[" + std::to_string(index) + "].";
  if (rate_rps * scenario.duration_s > kMostRequests) {
    faults.push_back({place + "users",
                      "ask for more than four thousand million requests in the "
                      "run: too many to simulate"});
  } else if (rate_rps * sim::to_seconds(settings.ms("patience_ms")) > kMostDeadlines) {
    faults.push_back({place + "patience_ms",
                      "lets more than twenty million requests wait at "
                      "once: too many to keep"});
  }
}

void check_clients(const Scenario& scenario, std::size_t index, std::vector<Fault>& faults) {
  const Settings settings(kClients.info, scenario.parts[index]);
  check_load(scenario, index, settings, faults);
  const double shares = settings.number("write_share") + settings.number("page_file_share") +
                        settings.number("session_share") + settings.number("job_share");
  if (shares <= 1) return;
  faults.push_back({"parts[" + std::to_string(index) + "].write_share",
                    "and the other shares must make at most 1 together"});
}

constexpr Need kNeeds[] = {{Role::site, 1}, {Role::names, 0, 1}};

}  // namespace

constinit const PartKind kClients = {
    .info = {.name = "clients",
             .title = "Users",
             .does = "People who ask for pages; each waits so long for an answer, then gives up or "
                     "tries again.",
             .matters = kMatters,
             .omits = "Everyone has the same patience, and nobody thinks between requests.",
             .parameters = kParameters,
             .is_users = true,
             .is_outside = true,
             .zone = Zone::people},
    .needs = kNeeds,
    .make = make_part<Clients>,
    .copy = copy_part<Clients>,
    .check = check_clients,
    .asks = [](const Settings& settings, Role) { return settings.number("tries"); },
};

}  // namespace tenfold::model
