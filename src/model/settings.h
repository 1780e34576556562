// The values of one part's parameters: those that the scenario gives, else the kind's defaults.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/catalogue.h"
#include "model/scenario.h"
#include "sim/clock.h"

namespace tenfold::model {

class Settings {
 public:
  // Keeps references to both.
  Settings(const KindInfo& kind, const PartSpec& part) : kind_(kind), part_(part) {}

  // Require that the kind has a parameter of that name. None is asked for often, and all are asked
  // for in many places: inlined there, they would be a large share of the download.
  [[gnu::noinline]] double number(std::string_view name) const;
  [[gnu::noinline]] std::uint32_t count(std::string_view name) const;  // rounded down
  [[gnu::noinline]] bool flag(std::string_view name) const { return number(name) != 0; }
  [[gnu::noinline]] std::string_view text(std::string_view name) const;

  // Of a parameter named in that unit ("ttl_s", "cpu_ms").
  [[gnu::noinline]] sim::Duration seconds(std::string_view name) const {
    return sim::from_seconds(number(name));
  }
  [[gnu::noinline]] sim::Duration ms(std::string_view name) const {
    return sim::from_ms(number(name));
  }
  // The same, times the part's slowness. REQUIRES: its kind has kSlowness.
  [[gnu::noinline]] sim::Duration slowed_ms(std::string_view name) const {
    return sim::from_ms(number(name) * number("slowness"));
  }

 private:
  const Setting* given(std::string_view name) const;
  const ParameterInfo& info(std::string_view name) const;

  const KindInfo& kind_;
  const PartSpec& part_;
};

// What is wrong with a value for a parameter, as the end of a sentence about it ("must be at most
// 10; is 11"). Empty when nothing is.
std::string fault_of(const ParameterInfo& parameter, const Setting& setting);

}  // namespace tenfold::model
