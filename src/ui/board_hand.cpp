// The pointer is read where the diagram stands, over what is drawn there; a finger is let through
// by the page only where the mirror has a drawing, so that beside the cards it goes on scrolling.
#include "ui/board_hand.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/shapes.h"

namespace tenfold::ui {
inline namespace later {
namespace {

using Grip = BoardHand::Grip;

constexpr float kStray = 6;  // px: a press goes no further
constexpr float kDash = 5;
constexpr float kGap = 4;

ImVec2 pointer(const Board& board) { return ImGui::GetIO().MousePos - board.screen.origin; }

bool is_inside(const Rect& rect, ImVec2 at) {
  return at.x >= rect.x && at.x < rect.x + rect.width && at.y >= rect.y &&
         at.y < rect.y + rect.height;
}

const model::PartSpec& part_of(const Board& board, const CardPlace& card) {
  return board.draft.parts[static_cast<std::size_t>(card.part)];
}

const CardPlace* card_at(const Board& board, ImVec2 at) {
  for (const CardPlace& card : board.places.cards) {
    if (is_inside(card.rect, at)) return &card;
  }
  return nullptr;
}

// Where the picked card can be taken to connect it; nothing where it asks nobody.
std::optional<Rect> handle_of(const Board& board) {
  constexpr float kTarget = 24;
  const CardPlace* card = find_card(board.places, part_index(board.draft, board.picked));
  if (card == nullptr) return std::nullopt;
  if (!model::kind_info(part_of(board, *card).kind).takes_calls) return std::nullopt;
  const float target = board.screen.viewport.touch ? size::kTouchTarget : kTarget;
  const float most = board.space.x + board.space.width - target;
  const float x = std::min(card->rect.x + card->rect.width - target / 2, most);
  return Rect{x, card->rect.y + (card->rect.height - target) / 2, target, target};
}

ImVec2 middle_of(const Rect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

void list_drawing(const Board& board, const std::string& key, std::string name, const Rect& rect) {
  Node node;
  node.id = node_id(key);
  node.role = Role::drawing;
  node.layer = board.screen.layer;
  node.name = std::move(name);
  node.rect = rect;
  board.screen.mirror.add(std::move(node));
}

// What a finger can take hold of. The keyboard has the inspector's buttons for all of it.
void list_grips(const Board& board, const std::optional<Rect>& handle) {
  if (board.screen.viewport.touch) {
    for (const CardPlace& card : board.places.cards) {
      const model::PartSpec& part = part_of(board, card);
      list_drawing(board, "hand/card/" + part.id, "Drag " + part.label, card.rect);
    }
  }
  if (!handle) return;
  const std::string name = design::name_of(board.draft, board.picked);
  list_drawing(board, "hand/handle", "Connect " + name + " to …: drag from here", *handle);
}

void draw_handle(const Board& board, const Rect& handle) {
  constexpr float kRadius = 9;
  const Palette& c = board.screen.colors;
  const ImVec2 at = middle_of(handle);
  draw_disc(board.screen, Icon::connect, at.x, at.y, kRadius, c.accent, c.on_accent);
}

void let_go(BoardHand& hand) {
  hand.grip = Grip::none;
  hand.is_dragging = false;
  hand.part.clear();
  hand.targets.clear();
}

void take_hold(const Board& board, const std::optional<Rect>& handle, BoardHand& hand) {
  const bool is_over = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left) || !is_over) return;
  let_go(hand);
  const ImVec2 at = pointer(board);
  hand.from = ImGui::GetIO().MousePos;
  if (handle && is_inside(*handle, at)) {
    hand.grip = Grip::handle;
    hand.part = board.picked;
  } else if (const CardPlace* card = card_at(board, at)) {
    hand.grip = Grip::card;
    hand.part = part_of(board, *card).id;
  }
}

// Follows the pointer, until it is let go or Escape puts back what it holds.
void follow(const Board& board, BoardHand& hand) {
  const ImVec2 way = ImGui::GetIO().MousePos - hand.from;
  const bool strays = ImGui::IsMousePosValid() && std::hypot(way.x, way.y) >= kStray;
  if (hand.grip == Grip::put_back) return;
  if (!hand.is_dragging && strays) {
    hand.is_dragging = true;
    if (hand.grip == Grip::handle)
      hand.targets = design::connection_targets(board.draft, hand.part);
  }
  if (!hand.is_dragging) return;
  Node node;
  node.id = node_id("hand/put-back");
  node.role = Role::button;
  node.layer = board.screen.layer;
  node.name = "Let " + design::name_of(board.draft, hand.part) + " be";
  node.shortcut = "Escape";
  node.rect = {board.space.x, board.space.y, size::kTarget, size::kTarget};
  const std::vector<std::uint32_t>& activated = board.screen.input.activated;
  if (std::find(activated.begin(), activated.end(), node.id) != activated.end()) {
    hand.grip = Grip::put_back;
  }
  board.screen.mirror.add(std::move(node));
}

// A sentence beside the pointer; above it where that is a finger.
void say_there(const Board& board, const std::string& words) {
  constexpr float kWidest = 260;
  constexpr float kPadding = 8;
  const Screen& screen = board.screen;
  const ImVec2 at = pointer(board);
  ImFont* const font = screen.fonts.regular;
  const float wrap = std::min(kWidest, board.space.width - 2 * kPadding);
  const ImVec2 text = font->CalcTextSizeA(size::kSmall, wrap, wrap, words.c_str());
  const float width = text.x + 2 * kPadding;
  const float height = text.y + 2 * kPadding;
  const float x = std::min(at.x + 14, board.space.x + board.space.width - width);
  const float below = board.space.y + board.space.height - height;
  const float y = screen.viewport.touch ? at.y - height - 32 : at.y + 18;
  const Rect rect{std::max(x, board.space.x), std::clamp(y, board.space.y, below), width, height};
  fill_rect(screen, rect, screen.colors.card);
  stroke_rect(screen, rect, screen.colors.control);
  ImGui::GetWindowDrawList()->AddText(font, size::kSmall,
                                      screen.at(rect.x + kPadding, rect.y + kPadding),
                                      screen.colors.text, words.c_str(), nullptr, wrap);
}

// The cell below the pointer.
std::optional<model::GridPlace> cell_at(const Board& board, ImVec2 at) {
  const Cells& cells = board.places.cells;
  if (!is_inside(board.space, at)) return std::nullopt;
  return model::GridPlace{cells.left + std::floor((at.x - board.space.x) / cells.width),
                          cells.top + std::floor((at.y - board.space.y) / cells.height)};
}

// The card as it would stand there.
void draw_ghost(const Board& board, const model::PartSpec& part, model::GridPlace place) {
  const Screen& screen = board.screen;
  const Palette& c = screen.colors;
  const CardPlace* card = find_card(board.places, part_index(board.draft, part.id));
  if (card == nullptr) return;
  const bool may = design::is_free(board.draft, place, part.id);
  const Cells& cells = board.places.cells;
  Rect rect = card->rect;
  rect.x += static_cast<float>(place.column - part.place.column) * cells.width;
  rect.y += static_cast<float>(place.row - part.place.row) * cells.height;
  const Color color = may ? c.accent : c.bad;
  fill_rect(screen, rect, faded(may ? c.accent_soft : c.bad_soft, 0.85f), size::kCardRound);
  draw_dashed_rect(screen, rect, color, 2, kDash, kGap, size::kCardRound);
  const std::string label = fit_text(screen, part.label, size::kSmall, rect.width - 8, true);
  const float width = text_width(screen, label, size::kSmall, true);
  draw_text(screen, rect.x + (rect.width - width) / 2,
            rect.y + (rect.height - size::kSmall) / 2 - 1, label, size::kSmall, color, true);
  if (!may) say_there(board, "Another part stands there.");
}

const design::ConnectionTarget* target_at(const Board& board, const BoardHand& hand, ImVec2 at) {
  const CardPlace* card = card_at(board, at);
  if (card == nullptr) return nullptr;
  const std::string& id = part_of(board, *card).id;
  const auto found = std::find_if(hand.targets.begin(), hand.targets.end(),
                                  [&id](const auto& target) { return target.part == id; });
  return found == hand.targets.end() ? nullptr : &*found;
}

// Who can be asked lights up, the others fade and say why not.
void draw_line_to_be(const Board& board, const BoardHand& hand) {
  const Screen& screen = board.screen;
  const Palette& c = screen.colors;
  const ImVec2 to = pointer(board);
  const design::ConnectionTarget* over = target_at(board, hand, to);
  for (const design::ConnectionTarget& target : hand.targets) {
    const CardPlace* card = find_card(board.places, part_index(board.draft, target.part));
    if (card == nullptr) continue;
    if (!target.is_possible()) {
      fill_rect(screen, card->rect, faded(c.pane, 0.65f), size::kCardRound);
    } else {
      if (&target == over) {
        fill_rect(screen, card->rect, faded(c.accent, 0.15f), size::kCardRound);
      }
      stroke_rect(screen, card->rect, c.accent, &target == over ? 4.0f : 2.0f, size::kCardRound);
    }
  }
  const CardPlace* card = find_card(board.places, part_index(board.draft, hand.part));
  const float x = card->rect.x + card->rect.width;
  draw_dashed_line(screen, x, card->rect.y + card->rect.height / 2, to.x, to.y, c.accent, 2.5f,
                   kDash, kGap);
  ImGui::GetWindowDrawList()->AddCircleFilled(screen.at(to.x, to.y), 5, c.accent);
  if (over != nullptr && !over->is_possible()) say_there(board, over->why_not);
}

// Lets go of what is held, there.
void drop(const Board& board, const BoardHand& hand, const model::PartSpec& part) {
  const ImVec2 at = pointer(board);
  if (hand.grip == Grip::handle) {
    const design::ConnectionTarget* target = target_at(board, hand, at);
    if (target == nullptr || !target->is_possible()) return;
    board.actions.push_back(tutor::EditDraft{design::Connect{hand.part, target->part}});
  } else if (hand.grip == Grip::card) {
    const std::optional<model::GridPlace> cell = cell_at(board, at);
    if (!cell || !design::is_free(board.draft, *cell, hand.part)) return;
    if (cell->column == part.place.column && cell->row == part.place.row) return;
    board.actions.push_back(tutor::EditDraft{design::MovePart{hand.part, *cell}});
  }
}

// Something lies over the board, or it is folded to rows.
bool is_out_of_reach(const Board& board) {
  const Rect& r = board.space;
  return board.places.cells.width <= 0 ||
         !ImGui::IsRectVisible(board.screen.at(r.x, r.y),
                               board.screen.at(r.x + r.width, r.y + r.height));
}

}  // namespace

bool use_hand(const Board& board, BoardHand& hand) {
  if (is_out_of_reach(board)) {
    let_go(hand);
    return false;
  }
  const std::optional<Rect> handle = handle_of(board);
  list_grips(board, handle);
  if (handle) draw_handle(board, *handle);
  take_hold(board, handle, hand);
  const model::PartSpec* part = design::find_part(board.draft, hand.part);
  if (part == nullptr) {  // it may be gone meanwhile
    let_go(hand);
    return false;
  }
  follow(board, hand);
  const bool is_at_work = hand.is_dragging || hand.grip == Grip::handle;
  const bool is_held = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (is_held && hand.is_dragging && hand.grip == Grip::handle) draw_line_to_be(board, hand);
  if (is_held && hand.is_dragging && hand.grip == Grip::card) {
    const std::optional<model::GridPlace> cell = cell_at(board, pointer(board));
    if (cell) draw_ghost(board, *part, *cell);
  }
  if (is_held) return is_at_work;
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && hand.is_dragging) drop(board, hand, *part);
  let_go(hand);
  return is_at_work;
}

}  // namespace later
}  // namespace tenfold::ui
