// The learner's hand on the bench's board: a card is dragged from cell to cell, and from the picked
// card's handle a line is drawn to the part that it is to ask. Nothing is done before it is let go.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "design/connections.h"
#include "model/scenario.h"
#include "tutor/action.h"
#include "ui/diagram_layout.h"
#include "ui/screen.h"

namespace tenfold::ui {

// What the hand is over, in this frame.
struct Board {
  Screen& screen;
  const Rect& space;  // of the diagram
  const model::Scenario& draft;
  std::string_view picked;  // the part that has the handle; empty: none has
  const DiagramPlaces& places;
  std::vector<tutor::Action>& actions;
};

// What the hand holds from frame to frame.
struct BoardHand {
  enum class Grip : std::uint8_t { none, card, handle, put_back };
  Grip grip = Grip::none;
  bool is_dragging = false;                       // it has gone further than a press may stray
  std::string part;                               // the id of what it holds
  ImVec2 from;                                    // where it took hold, on the screen
  std::vector<design::ConnectionTarget> targets;  // for the handle: who can be asked
  // Set by a room that has a board, whose code comes later than the diagram's (tutor/room_kind.h).
  // Whether the hand is at work: what is pressed of the diagram then is not meant.
  bool (*use)(const Board& board, BoardHand& hand) = nullptr;
};

inline namespace later {

bool use_hand(const Board& board, BoardHand& hand);

}  // namespace later
}  // namespace tenfold::ui
