// The name system: turns the site's name into its address, which users then remember for a while.
#pragma once

#include <cstdint>

#include "model/counting_part.h"
#include "sim/distribution.h"

namespace tenfold::model {

class Dns final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override;
  void arrive(CallId call) override;
  void resume(CallId call) override;
  Failure failure_when_down() const override { return Failure::name_not_found; }

  // How long users may remember an address.
  std::uint32_t ttl_s() const { return ttl_s_; }

 private:
  std::uint32_t ttl_s_ = 0;
  sim::Distribution lookup_;
};

}  // namespace tenfold::model
