// What parts have in common.
#include "model/part.h"

#include <cassert>

#include "model/engine.h"
#include "model/machine.h"

namespace tenfold::model {

// A part that gets one of these without having asked for it is wired wrongly.
void Part::arrive(CallId) { assert(false && "this kind of part takes no calls"); }
void Part::resume(CallId) { assert(false && "this kind of part lets no call wait"); }
void Part::hear(CallId, Failure) { assert(false && "this kind of part makes no calls"); }
void Part::give_up(CallId) { assert(false && "this kind of part holds no roots"); }
void Part::ring(std::uint32_t) { assert(false && "this kind of part sets no timers"); }

void Part::describe(PartState&) const {}

bool Part::is_up() const {
  return !killed_ && !restarting_ && !off_ && (machine_ == nullptr || machine_->is_up());
}

bool Part::is_restarting() const {
  if (killed_) return false;
  return restarting_ || (machine_ != nullptr && machine_->is_restarting());
}

void Part::lodge(const Settings& settings) {
  assert(machine_ == nullptr);
  machine_ = engine_->machine(settings.text("machine"));
  machine_->take_in(*this);
}

void Part::move_to(Engine& engine) {
  engine_ = &engine;
  if (machine_ != nullptr) machine_ = engine_->part(machine_->index()).as_machine();
  rewire();
}

void Part::count_leaving(const Call& call) {
  ++left_;
  left_time_ns_ += static_cast<std::uint64_t>(engine_->now() - call.came_ns);
}

}  // namespace tenfold::model
