// Looking names up: no queue, only time.
#include "model/dns.h"

#include <array>

#include "model/engine.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "ttl_s",
                  .words = "TTL",
                  .unit = "s",
                  .initial = 300,
                  .low = 0,
                  .high = 86'400,
                  .source = "a common choice for sites that may move"},
    ParameterInfo{.name = "lookup_ms",
                  .unit = "ms",
                  .initial = 50,
                  .low = 0,
                  .high = 10'000,
                  .source = "routervia.com, dns.k5z.net: under 200 ms in 95 of 100 lookups",
                  .evidence = Evidence::measured,
                  .live = true},
    kSlowness,
};

constexpr std::array<std::string_view, 2> kMatters = {"lookup_ms", "slowness"};

}  // namespace

void Dns::configure(const Settings& settings) {
  ttl_s_ = settings.count("ttl_s");
  // A long tail: an scv of 1 puts 95 of 100 lookups under three times the mean.
  lookup_ = sim::Distribution::lognormal(
      settings.number("lookup_ms") * settings.number("slowness") * sim::kMillisecond, 1);
}

void Dns::arrive(CallId id) {
  if (!admit(id)) return;
  Call& call = engine_->call(id);
  engine_->note(call, Doing::look_up);
  engine_->await(id, Awaits::pause, lookup_.draw(call.draws));
}

void Dns::resume(CallId id) { finish(id, Failure::none); }

constinit const PartKind kDns = {
    .info = {.name = "dns",
             .title = "DNS",
             .does = "Turns the name of the site into an address; whoever has asked remembers the "
                     "answer for a while.",
             .matters = kMatters,
             .omits = "The chain of name servers behind one lookup; each user asks for itself.",
             .parameters = kParameters,
             .is_outside = true,
             .zone = Zone::edge},
    .role = Role::names,
    .make = make_part<Dns>,
    .copy = copy_part<Dns>,
};

}  // namespace tenfold::model
