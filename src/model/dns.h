// The name system: turns the site's name into its address, which users then remember for a while.
#pragma once

#include <cstdint>

#include "model/part.h"
#include "sim/distribution.h"
#include "sim/time_integral.h"

namespace tenfold::model {

class Dns final : public Part {
 public:
  using Part::Part;

  void configure(const Settings& settings) override;
  void arrive(CallId call) override;
  void resume(CallId call) override;
  void crash() override;
  Failure failure_when_down() const override { return Failure::name_not_found; }
  Reading reading() const override;
  void describe(PartState& state) const override;

  // How long users may remember an address.
  std::uint32_t ttl_s() const { return ttl_s_; }

 private:
  std::uint32_t ttl_s_ = 0;
  sim::Distribution lookup_;
  std::uint64_t arrivals_ = 0;
  sim::TimeIntegral inside_;
};

}  // namespace tenfold::model
