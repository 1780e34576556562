// Every sign the product draws, as one table of paths on a grid of 24: the kinds of parts first,
// named as the model names them, then the interface's. Drawn in lines, so that they take any colour
// and size.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/screen.h"

namespace tenfold::ui {

enum class Icon : std::uint8_t {
  clients,
  dns,
  cdn,
  load_balancer,
  rate_limiter,
  app_server,
  service,
  autoscaler,
  circuit_breaker,
  bulkhead,
  session_store,
  cache,
  shards,
  replica_set,
  database,
  replica,
  job_queue,
  worker,
  machine,
  play,
  pause,
  step,
  restart,
  right,
  left,
  down,
  up,
  check,
  cross,
  plus,
  minus,
  journey,
  build,
  quiz,
  sheet,
  more,
  menu,
  sun,
  moon,
  hint,
  kill,
  slow,
  heal,
  warn,
  search,
  share,
  undo,
  redo,
  print,
  calculator,
  interview,
  flag,
  target,
  choose,
  clock,
  coin,
  book,
  star,
  ring,
  connect,
  pencil,
  out,
  page,
  cart,
};
inline constexpr int kIconCount = static_cast<int>(Icon::cart) + 1;

std::string_view icon_name(Icon icon);
// The icon of a kind of part. REQUIRES: there is one of this name (a test holds every kind to it).
Icon icon_of_kind(std::string_view kind);

// Draws the icon `px` wide and high with its top left corner at `x`, `y`.
void draw_icon(const Screen& screen, Icon icon, float x, float y, float px, Color color);

}  // namespace tenfold::ui
