// A column's widgets on a screen without pixels: what is drawn stays inside, and what is listed is
// what is shown.
#include "ui/column.h"

#include <functional>

#include "tests/ui/bench.h"

namespace {

using namespace tenfold::test;
using tenfold::ui::Column;
using tenfold::ui::Tone;

// A column of its own, as wide as a narrow phone leaves it.
class ColumnBench {
 public:
  static constexpr float kLeft = 16;
  static constexpr float kWidth = 288;
  static constexpr float kRight = kLeft + kWidth;

  void draw(const std::function<void(Column&)>& show, float width = kWidth) {
    ImGui::GetIO().DisplaySize = ImVec2(viewport_.width, viewport_.height);
    ImGui::NewFrame();
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(viewport_.width, viewport_.height));
    ImGui::Begin("column", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
    mirror_.begin();
    texts_.begin_frame();
    tenfold::ui::Screen screen{mirror_,     input,       tenfold::ui::palette(false),
                               fonts_,      texts_,      viewport_,
                               Layer::page, ImVec2(0, 0)};
    Column column(screen, glossary, open_terms_, kLeft, 20, width);
    show(column);
    ImGui::End();
    ImGui::Render();
    context_.keep_textures();
    input = {};
  }

  const std::vector<Node>& nodes() const { return mirror_.nodes(); }
  const Node* find(Role role, std::string_view name) const {
    return find_node(mirror_, role, name);
  }
  // The right end of everything that was drawn.
  float drawn_right() const {
    float right = 0;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
      for (const ImDrawVert& vertex : list->VtxBuffer) right = std::max(right, vertex.pos.x);
    }
    return right;
  }

  std::vector<tenfold::lesson::Term> glossary;
  MirrorInput input;

 private:
  ImGuiBench context_;
  tenfold::ui::Fonts fonts_ = tenfold::ui::load_fonts(context_.regular, context_.bold);
  tenfold::ui::Mirror mirror_;
  tenfold::ui::TextBlocks texts_;
  tenfold::ui::OpenTerms open_terms_;
  Viewport viewport_{.width = 640, .height = 800};
};

constexpr const char* kLongWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter";

TEST_CASE("a long word goes on in the next line and never leaves the column") {
  ColumnBench bench;
  bench.draw([](Column& column) {
    column.heading(2, kLongWord);
    column.paragraph("text", std::string("It says **") + kLongWord + "**, and more.");
    const std::string items[] = {kLongWord};
    column.list("list", items);
    column.options("options", "Which?",
                   std::vector<Column::Option>{{.text = kLongWord, .note = ""}});
    column.table("table", "Words", {{{"Name"}, {kLongWord}}, {{kLongWord}, {"1"}}});
  });
  CHECK(bench.drawn_right() <= ColumnBench::kRight + 0.5f);
  const Node* heading = bench.find(Role::heading, kLongWord);
  REQUIRE(heading != nullptr);
  CHECK(heading->rect.height > 2 * tenfold::ui::size::kHeading2);
}

TEST_CASE("a text that changes, or whose column does, is shown as it is now") {
  ColumnBench bench;
  const auto show = [](std::string_view text) {
    return [text](Column& column) { column.paragraph("text", text); };
  };
  const std::string many = "one two three four five six seven eight nine ten eleven twelve";
  bench.draw(show("first"));
  CHECK(bench.find(Role::paragraph, "first") != nullptr);
  bench.draw(show("**second**"));
  const Node* second = bench.find(Role::paragraph, "second");
  REQUIRE(second != nullptr);
  CHECK(second->value == "**second**");
  bench.draw(show(many), 300);
  const float wide = bench.find(Role::paragraph, many)->rect.height;
  bench.draw(show(many), 100);
  CHECK(bench.find(Role::paragraph, many)->rect.height > wide);
  CHECK(bench.drawn_right() <= ColumnBench::kLeft + 100.5f);
}

TEST_CASE("an option is marked, tells its note below it, and returns when it is pressed") {
  for (const bool several : {false, true}) {
    ColumnBench bench;
    int pressed = -1;
    const auto show = [&](Column& column) {
      pressed = column.options("options", "Which?",
                               std::vector<Column::Option>{
                                   {.text = "The **first**", .note = ""},
                                   {.text = "The second",
                                    .note = "It is **right**.",
                                    .tone = Tone::good,
                                    .checked = true},
                               },
                               several);
    };
    bench.draw(show);
    CHECK(pressed == -1);
    const Role role = several ? Role::checkbox : Role::radio;
    const Node* first = bench.find(role, "The first");
    const Node* second = bench.find(role, "The second");
    const Node* note = bench.find(Role::paragraph, "It is right.");
    REQUIRE((first != nullptr && second != nullptr && note != nullptr));
    CHECK(first->checked == 0);
    CHECK(first->value.empty());
    CHECK(second->checked == 1);
    CHECK(second->value == "It is right.");
    // On the same card, below its words.
    CHECK(note->rect.y > second->rect.y + tenfold::ui::size::kBody * tenfold::ui::size::kLine);
    CHECK(note->rect.x > second->rect.x);
    CHECK(second->parent == first->parent);
    bench.input.activated.push_back(first->id);
    bench.draw(show);
    CHECK(pressed == 0);
  }
}

TEST_CASE("a table of seven columns stays inside a phone's column, each cell beside the last") {
  ColumnBench bench;
  const std::vector<Column::TableCell> row{
      {"Uncompromising"}, {"Asynchronously"},  {"1,234,567"}, {"Unavailability"}, {"2"},
      {"Percentile"},     {"Reconfigurations"}};
  bench.draw([&row](Column& column) { column.table("table", "Seven", {row, row, row}); });
  CHECK(bench.drawn_right() <= ColumnBench::kRight + 0.5f);
  std::map<std::uint32_t, float> ends;  // by row, of the last cell
  int cells = 0;
  for (const Node& node : bench.nodes()) {
    if (node.role != Role::cell && node.role != Role::header_cell) continue;
    ++cells;
    CAPTURE(node.name);
    CHECK(node.rect.width > 0);
    CHECK(node.rect.x >= std::max(ends[node.parent], ColumnBench::kLeft));
    ends[node.parent] = node.rect.x + node.rect.width;
    CHECK(ends[node.parent] <= ColumnBench::kRight);
  }
  CHECK(cells == 3 * 7);
  CHECK(ends.size() == 3);
}

TEST_CASE("buttons that do not fit beside one another go on below, large enough to be hit") {
  ColumnBench bench;
  std::vector<Column::RowButton> row;
  for (std::size_t i = 0; i < 12; ++i) {
    row.push_back({std::to_string(i), std::string(1 + 4 * i, 'm')});
  }
  bench.draw([&row](Column& column) { column.buttons(row); });
  REQUIRE(bench.nodes().size() == row.size());
  const Node* before = nullptr;
  int rows = 1;
  for (const Node& node : bench.nodes()) {
    CHECK(node.rect.height >= 24);
    CHECK(node.rect.width >= 24);
    CHECK(node.rect.x >= ColumnBench::kLeft);
    CHECK(node.rect.x + node.rect.width <= ColumnBench::kRight);
    if (before != nullptr && node.rect.y == before->rect.y) {
      CHECK(node.rect.x >= before->rect.x + before->rect.width);
    } else if (before != nullptr) {
      CHECK(node.rect.y >= before->rect.y + before->rect.height);
      ++rows;
    }
    before = &node;
  }
  CHECK(rows > 2);
}

TEST_CASE("a term is explained also at a sentence's start, other words are not") {
  ColumnBench bench;
  bench.glossary.push_back({.term = "queue", .meaning = "Who waits."});
  const auto show = [](Column& column) {
    column.paragraph("text", "[Queue] up: a [queue] is a line; [queued] is no word of ours.");
  };
  bench.draw(show);
  CHECK(bench.find(Role::button, "Meaning of queue") != nullptr);
  CHECK(bench.find(Role::button, "Meaning of queued") == nullptr);
  const Node* term = bench.find(Role::button, "Meaning of Queue");
  REQUIRE(term != nullptr);
  bench.input.activated.push_back(term->id);
  bench.draw(show);
  bench.draw(show);
  CHECK(bench.find(Role::paragraph, "queue: Who waits.") != nullptr);
}

}  // namespace

TEST_CASE("code keeps its lines, is listed as code, and a line too wide goes on in the next") {
  ColumnBench bench;
  const std::string code =
      "handle(request) {\n  cart = carts.find(request.token, one_more_argument, and_another);\n}";
  float narrow = 0;
  bench.draw([&](Column& column) {
    column.code("code", code);
    narrow = column.y();
  });
  CHECK(bench.find(Role::code, code) != nullptr);
  CHECK(bench.drawn_right() <= ColumnBench::kRight + 1);
  float wide = 0;
  bench.draw(
      [&](Column& column) {
        column.code("code", code);
        wide = column.y();
      },
      1200);
  CHECK(narrow > wide);
}
