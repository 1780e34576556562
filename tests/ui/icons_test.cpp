#include "ui/icons.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "model/catalogue.h"

namespace {

using tenfold::ui::Icon;
using tenfold::ui::icon_name;
using tenfold::ui::icon_of_kind;
using tenfold::ui::kIconCount;

TEST_CASE("every kind of part has an icon of its own") {
  for (const tenfold::model::KindInfo* kind : tenfold::model::part_kinds()) {
    CAPTURE(std::string(kind->name));
    CHECK(icon_name(icon_of_kind(kind->name)) == kind->name);
  }
}

TEST_CASE("no two icons have one name") {
  std::set<std::string_view> names;
  for (int i = 0; i < kIconCount; ++i) {
    const std::string_view name = icon_name(static_cast<Icon>(i));
    CAPTURE(std::string(name));
    CHECK_FALSE(name.empty());
    CHECK(names.insert(name).second);
  }
}

}  // namespace
