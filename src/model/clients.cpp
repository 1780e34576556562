// The users: requests come at random moments at a rate that follows the day's shape, and nobody
// waits for an answer longer than patience lasts.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/dns.h"
#include "model/engine.h"
#include "sim/zipf.h"

namespace tenfold::model {
namespace {

constexpr std::array<std::string_view, 2> kShapes = {"steady", "launch"};

constexpr ParameterInfo share(std::string_view name, std::string_view says) {
  return {.name = name,
          .unit = "of requests",
          .says = says,
          .low = 0,
          .high = 1,
          .live = true,
          .is_load = true};
}

constexpr std::array kParameters = {
    ParameterInfo{.name = "users",
                  .unit = "people",
                  .says = "How many people use the site.",
                  .initial = 1000,
                  .low = 1,
                  .high = 20'000'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "visitors",
                  .unit = "people",
                  .says = "How many of them are here at a time, and ask again and again; 0: anyone "
                          "may be next.",
                  .initial = 0,
                  .low = 0,
                  .high = 20'000'000,
                  .is_load = true},
    ParameterInfo{.name = "requests_per_user_day",
                  .unit = "requests",
                  .says = "How many requests one of them makes in a day.",
                  .initial = 20,
                  .low = 0,
                  .high = 10'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "peak_factor",
                  .unit = "x",
                  .says = "How many times the day's average rate the busiest moment has.",
                  .initial = 3,
                  .low = 1,
                  .high = 10'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "shape",
                  .unit = "",
                  .says = "Steady stays at the peak; launch is quiet, climbs to the peak, holds it "
                          "and falls back.",
                  .initial = 0,
                  .choices = kShapes,
                  .is_load = true},
    ParameterInfo{.name = "start_s",
                  .unit = "s",
                  .says = "When a launch begins to climb.",
                  .initial = 10,
                  .low = 0,
                  .high = 86'400,
                  .is_load = true},
    ParameterInfo{.name = "ramp_s",
                  .unit = "s",
                  .says = "How long a launch climbs to its peak.",
                  .initial = 30,
                  .low = 0,
                  .high = 86'400,
                  .is_load = true},
    ParameterInfo{.name = "hold_s",
                  .unit = "s",
                  .says = "How long a launch stays at its peak.",
                  .initial = 0,
                  .low = 0,
                  .high = 86'400,
                  .is_load = true},
    ParameterInfo{.name = "fall_s",
                  .unit = "s",
                  .says = "How long a launch takes to fall back to the day's average.",
                  .initial = 30,
                  .low = 0,
                  .high = 86'400,
                  .is_load = true},
    ParameterInfo{.name = "traffic",
                  .unit = "x",
                  .says = "Multiplies every rate: the traffic slider.",
                  .initial = 1,
                  .low = 0,
                  .high = 10,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "patience_ms",
                  .unit = "ms",
                  .says = "How long a user waits for an answer before leaving (the timeout).",
                  .initial = 10'000,
                  .low = 1,
                  .high = 600'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "cancel_abandoned",
                  .unit = "",
                  .says = "1: servers drop the work of users who have left. 0: they do it in vain, "
                          "as most do.",
                  .initial = 0,
                  .low = 0,
                  .high = 1,
                  .live = true,
                  .is_load = true},
    share("write_share", "The share of requests that change something, such as a new comment."),
    share("page_file_share", "The share that want a file that never changes: an image, a style."),
    share("session_share", "The share that need to know who is signed in, such as a cart."),
    share("job_share", "The share that start slow work, such as sending a newsletter."),
    ParameterInfo{
        .name = "things",
        .unit = "posts",
        .says = "How many different posts are asked for; 0: it makes no difference which.",
        .initial = 0,
        .low = 0,
        .high = 10'000'000,
        .is_load = true},
    ParameterInfo{.name = "popularity",
                  .unit = "",
                  .says =
                      "How unevenly posts are wanted: 0 all alike, 1 the second half as often as "
                      "the first.",
                  .initial = 0.9,
                  .low = 0,
                  .high = 2,
                  .source = "Breslau and others, 1999, and later traces",
                  .evidence = Evidence::measured,
                  .is_load = true},
    ParameterInfo{.name = "tries",
                  .unit = "tries",
                  .says = "How often a user, or the app on the phone, tries before giving up.",
                  .initial = 1,
                  .low = 1,
                  .high = 20,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "backoff_ms",
                  .unit = "ms",
                  .says = "The pause before a second try; it doubles with each further one.",
                  .initial = 0,
                  .low = 0,
                  .high = 600'000,
                  .live = true},
    ParameterInfo{.name = "jitter",
                  .unit = "",
                  .says = "How much of that pause is left to chance: 0 none, 1 all of it.",
                  .initial = 0,
                  .low = 0,
                  .high = 1,
                  .live = true},
    ParameterInfo{.name = "retry_budget",
                  .unit = "of requests",
                  .says = "Further tries are made only while they are at most this share of "
                          "requests; 1000 and more: always.",
                  .initial = 1000,
                  .low = 0,
                  .high = 1000,
                  .live = true},
};

class Clients final : public Part {
 public:
  using Part::Part;

  void configure(const Settings& settings) override {
    const double users = settings.number("users");
    const double requests = settings.number("requests_per_user_day");
    user_count_ = settings.count("users");
    peak_rps_ = peak_rps(users, requests, settings.number("peak_factor"));
    average_rps_ = peak_rps(users, requests, 1);
    is_launch_ = settings.text("shape") == "launch";
    start_ns_ = settings.seconds("start_s");
    ramp_ns_ = settings.seconds("ramp_s");
    hold_ns_ = settings.seconds("hold_s");
    fall_ns_ = settings.seconds("fall_s");
    traffic_ = settings.number("traffic");
    patience_ns_ = settings.ms("patience_ms");
    patience_lane_ = engine_->lane(patience_ns_);
    cancels_ = settings.flag("cancel_abandoned");
    shares_ = {settings.number("write_share"), settings.number("page_file_share"),
               settings.number("session_share"), settings.number("job_share")};
    const std::uint32_t visitors = settings.count("visitors");
    here_count_ = visitors > 0 ? std::min(visitors, user_count_) : user_count_;
    const std::uint32_t things = settings.count("things");
    if (things > 0 && !popularity_) popularity_.emplace(things, settings.number("popularity"));
    tries_ = settings.count("tries");
    backoff_ns_ = settings.ms("backoff_ms");
    jitter_ = settings.number("jitter");
    retry_budget_ = settings.number("retry_budget");
    if (signed_in_.size() < user_count_) signed_in_.resize(user_count_);
    if (name_known_until_s_.size() < user_count_) name_known_until_s_.resize(user_count_);
    // Arrivals have no memory, so the next one may be drawn anew under the new rate.
    if (is_running_) schedule_next();
  }

  void start() override {
    const LinkIndex dns_link = engine_->link_to(index(), Role::names);
    if (dns_link != kNoLink) {
      dns_link_ = dns_link;
      dns_ = static_cast<const Dns*>(&engine_->far_end(dns_link));
    }
    site_links_ = engine_->links_to(index(), Role::site);
    first_user_ = engine_->place_in_kind(index()) << kUserBits;
    is_running_ = true;
    schedule_next();
  }

  void ring(std::uint32_t) override {
    if (engine_->now() != next_ns_) return;  // drawn anew since
    const CallId root = engine_->open_request(index(), cancels_);
    ++arrivals_;
    inside_.rise(engine_->now());
    if (engine_->is_flooded()) {
      close(root, Failure::queue_full);
      schedule_next();
      return;
    }
    engine_->await(root, Awaits::deadline, patience_lane_, patience_ns_);
    schedule_next();
    make_wish(engine_->call(root));
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
      name_known_until_s_[number_of(call)] = now_s() + dns_->ttl_s();
      call.stage = kAsksSite;
      engine_->send(root, site_link(call));
      return;
    }
    if (call.demand.wish == Wish::session) {
      if (failure == Failure::none) signed_in_[number_of(call)] = true;
      if (failure == Failure::logged_out) signed_in_[number_of(call)] = false;
    }
    if (failure == Failure::none || !try_again(root)) close(root, failure);
  }

  void give_up(CallId root) override {
    if (!try_again(root)) close(root, Failure::timed_out);
  }

  bool can_die() const override { return false; }
  double requests_month() const override {
    constexpr double kSecondsInMonth = 365.25 / 12 * 86'400;
    return average_rps_ * traffic_ * kSecondsInMonth;
  }

  Reading reading() const override {
    Reading reading;
    reading.arrivals = arrivals_;
    reading.left = left_;
    reading.left_time_ns = left_time_ns_;
    reading.inside_ns = inside_.up_to(engine_->now());
    return reading;
  }

  void describe(PartState& state) const override {
    state.in_service = static_cast<std::uint32_t>(inside_.level());
  }

 private:
  void rewire() override {
    if (dns_ != nullptr) dns_ = static_cast<const Dns*>(&engine_->far_end(dns_link_));
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

  // What the request is about. Draws of its own, so that a mix changes nothing else.
  void make_wish(Call& root) {
    root.demand.user = first_user_ + root.draws.below(here_count_);
    sim::Random draws = engine_->stream(index()).child(1).draws_for(root.key);
    double place = draws.uniform();
    constexpr std::array kWishes = {Wish::write, Wish::page_file, Wish::session, Wish::job};
    for (std::size_t i = 0; i < kWishes.size(); ++i) {
      if (place >= 0 && place < shares_[i]) root.demand.wish = kWishes[i];
      place -= shares_[i];
    }
    if (popularity_) root.demand.thing = popularity_->draw(draws);
    root.demand.signed_in = signed_in_[number_of(root)];
  }

  void ask(CallId root) {
    Call& call = engine_->call(root);
    ++call.left;
    if (dns_ != nullptr && name_known_until_s_[number_of(call)] <= now_s()) {
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
        static_cast<double>(retries_) >= retry_budget_ * static_cast<double>(arrivals_)) {
      return false;
    }
    ++retries_;
    engine_->disregard(root);
    const double pause_ns = static_cast<double>(backoff_ns_) *
                            static_cast<double>(1U << std::min(call.left - 1, 20U)) *
                            (1 - jitter_ * (jitter_ > 0 ? call.draws.uniform() : 0));
    engine_->await(root, Awaits::pause, sim::round_to_ns(pause_ns));
    return true;
  }

  void close(CallId root, Failure failure) {
    count_leaving(engine_->call(root));
    inside_.fall(engine_->now());
    engine_->close_request(root, failure);
  }

  double rate_rps(sim::Time at) const {
    if (!is_launch_) return peak_rps_;
    const auto part_of = [](sim::Duration passed_ns, sim::Duration whole_ns) {
      return static_cast<double>(passed_ns) / static_cast<double>(whole_ns);
    };
    double height = 0;
    sim::Duration since_ns = at - start_ns_;
    if (since_ns < 0) {
      height = 0;
    } else if (since_ns < ramp_ns_) {
      height = part_of(since_ns, ramp_ns_);
    } else if (since_ns -= ramp_ns_ + hold_ns_; since_ns < 0) {
      height = 1;
    } else if (since_ns < fall_ns_) {
      height = 1 - part_of(since_ns, fall_ns_);
    }
    return average_rps_ + (peak_rps_ - average_rps_) * height;
  }

  // Poisson arrivals of a changing rate by thinning (Lewis and Shedler, 1979): candidates come at
  // the highest rate, and one counts with the chance of (rate then) / (highest rate).
  void schedule_next() {
    next_ns_ = sim::kNever;
    const double highest_rps = std::max(peak_rps_, average_rps_);
    if (highest_rps * traffic_ <= 0) return;
    const double mean_gap_ns = sim::gap_ns(highest_rps * traffic_);
    sim::Time at = engine_->now();
    do {
      at += sim::round_to_ns(mean_gap_ns * arrival_draws_.exponential());
      if (at > engine_->end()) return;
    } while (is_launch_ && !arrival_draws_.chance(rate_rps(at) / highest_rps));
    next_ns_ = at;
    engine_->set_timer(index(), 0, at);
  }

  std::uint32_t user_count_ = 1;
  std::uint32_t here_count_ = 1;  // those of them who are here
  double peak_rps_ = 0;
  double average_rps_ = 0;
  double traffic_ = 1;
  bool is_launch_ = false;
  sim::Duration start_ns_ = 0;
  sim::Duration ramp_ns_ = 0;
  sim::Duration hold_ns_ = 0;
  sim::Duration fall_ns_ = 0;
  sim::Duration patience_ns_ = 0;
  sim::EventQueue::Lane patience_lane_ = 0;
  bool cancels_ = false;

  std::uint32_t first_user_ = 0;  // of this region
  std::vector<LinkIndex> site_links_;
  LinkIndex dns_link_ = kNoLink;
  const Dns* dns_ = nullptr;
  std::vector<std::uint32_t> name_known_until_s_;  // by user; 0: never looked up

  std::array<double, 4> shares_{};  // of writes, page files, session requests, jobs
  std::optional<sim::Zipf> popularity_;
  std::vector<bool> signed_in_;  // by user: believes to be
  std::uint32_t tries_ = 1;
  sim::Duration backoff_ns_ = 0;
  double jitter_ = 0;
  double retry_budget_ = 0;
  std::uint64_t retries_ = 0;

  bool is_running_ = false;
  sim::Random arrival_draws_ = engine_->stream(index()).child(0).draws();
  sim::Time next_ns_ = sim::kNever;
  std::uint64_t arrivals_ = 0;
  sim::TimeIntegral inside_;
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
  check_links(scenario, index, Role::site, 1, kAnyNumber, faults);
  check_links(scenario, index, Role::names, 0, 1, faults);
  const Settings settings(kClients.info, scenario.parts[index]);
  check_load(scenario, index, settings, faults);
  const double shares = settings.number("write_share") + settings.number("page_file_share") +
                        settings.number("session_share") + settings.number("job_share");
  if (shares <= 1) return;
  faults.push_back({"parts[" + std::to_string(index) + "].write_share",
                    "and the other shares must make at most 1 together"});
}

}  // namespace

constinit const PartKind kClients = {
    .info = {.name = "clients",
             .title = "Users",
             .says = "People whose requests come at random moments, and who leave when they have "
                     "waited too long.",
             .omits = "Everyone has the same patience, and nobody thinks between requests.",
             .parameters = kParameters},
    .make = make_part<Clients>,
    .copy = copy_part<Clients>,
    .check = check_clients,
};

}  // namespace tenfold::model
