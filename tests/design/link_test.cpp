// Drafts as links.
#include "design/link.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "design/bytes.h"
#include "design/file.h"
#include "design/link_form.h"
#include "design/step.h"
#include "lesson/lesson.h"
#include "lesson/reader.h"
#include "model/catalogue.h"
#include "tests/lesson/files.h"

namespace tenfold::design {
namespace {

std::vector<Draft> drafts_of_stages() {
  std::vector<Draft> drafts;
  for (const std::string& path : tenfold::test::stage_files()) {
    const lesson::ReadLesson read = lesson::read_lesson(tenfold::test::read_text(path), path);
    REQUIRE(read.faults.empty());
    drafts.push_back(draft_before(read.lesson));
    drafts.push_back(draft_after(read.lesson));
  }
  return drafts;
}

bool is_one_sentence(const std::string& fault) {
  return fault.size() > 10 && fault.ends_with('.') && fault.find('\n') == std::string::npos &&
         fault.find(". ") == std::string::npos;
}

Draft small_draft() {
  Draft draft = empty_draft();
  for (const Step& step :
       std::vector<Step>{AddPart{.kind = "clients"}, AddPart{.kind = "app_server"},
                         Connect{"clients", "app"}, SetValue{"clients", {"users", 1234567, ""}},
                         SetValue{"clients>app", {"round_trip_ms", 12.5, ""}}}) {
    REQUIRE(apply(draft, step).is_done());
  }
  return draft;
}

TEST_CASE(
    "every stage's system, as it fails and mended, is the same after a link and after a file") {
  std::size_t longest = 0;
  for (const Draft& draft : drafts_of_stages()) {
    const std::string link = link_of(draft);
    longest = std::max(longest, link.size());
    CAPTURE(draft.title);
    const ReadDraft by_link = read_link(link);
    REQUIRE(by_link.fault == "");
    CHECK(by_link.draft == draft);
    CHECK(link_of(by_link.draft) == link);
    const ReadDraft by_file = read_file(file_of(draft));
    REQUIRE(by_file.fault == "");
    CHECK(by_file.draft == draft);
    CHECK(file_of(by_file.draft) == file_of(draft));
  }
  MESSAGE("the longest link has " << longest << " characters");
  CHECK(longest <= 2'000);
}

TEST_CASE("a link holds nothing that an address would have to write in another way") {
  const std::string link = link_of(small_draft());
  CHECK(std::all_of(link.begin(), link.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  }));
}

TEST_CASE("a link that is cut anywhere is one sentence") {
  const std::string link = link_of(small_draft());
  for (std::size_t length = 0; length < link.size(); ++length) {
    const ReadDraft read = read_link(std::string_view(link).substr(0, length));
    CAPTURE(length);
    CAPTURE(read.fault);
    CHECK(is_one_sentence(read.fault));
  }
  CHECK(read_link(link.substr(0, link.size() / 2)).fault == "This link is cut short.");
}

TEST_CASE("a link with any letter mistyped is one sentence, or the same draft") {
  const Draft draft = small_draft();
  const std::string link = link_of(draft);
  for (std::size_t at = 0; at < link.size(); ++at) {
    for (const char letter : {'A', 'z', '0', '_', '%', ' ', '\0', '\xff'}) {
      std::string other = link;
      other[at] = letter;
      const ReadDraft read = read_link(other);
      CAPTURE(other);
      CAPTURE(read.fault);
      CHECK((read.is_read() ? read.draft == draft : is_one_sentence(read.fault)));
    }
  }
}

TEST_CASE(
    "a link whose draft has any byte changed, with a fitting checksum, is a sentence or a draft") {
  const std::string body = unframed(link_of(small_draft())).body;
  for (std::size_t at = 0; at < body.size(); ++at) {
    for (unsigned value = 0; value < 256; value += 5) {
      std::string other = body;
      other[at] = static_cast<char>(value);
      const ReadDraft read = read_link(framed(other));
      CAPTURE(read.fault);
      if (!read.is_read()) {
        CHECK(is_one_sentence(read.fault));
      } else {
        CHECK(fault_of_form(read.draft) == "");
        CHECK(read_link(link_of(read.draft)).draft == read.draft);
      }
    }
    CHECK(!read_link(framed(body.substr(0, at))).is_read());
  }
}

// The begin of a link's draft, up to its kinds.
ByteWriter beginning() {
  ByteWriter out;
  out.text("draft");
  out.text("My design");
  out.number(60);
  out.number(0);
  return out;
}

TEST_CASE("a link that says too much of anything says so in one sentence") {
  ByteWriter many = beginning();
  many.count(0);
  many.count(1'000'000);
  CHECK(read_link(framed(many.bytes())).fault ==
        "This link has 1000000 parts, and 100 are the most.");

  ByteWriter unknown = beginning();
  unknown.count(1);
  unknown.hash("time machine");
  CHECK(read_link(framed(unknown.bytes())).fault ==
        "This link has a kind of part that is not known here.");

  CHECK(read_link(std::string(1'000'000, 'A')).fault ==
        "This link is longer than that of any draft.");
  CHECK(read_link("").fault == "This link is empty.");
  std::string other_version = link_of(small_draft());
  other_version[0] = 'B';
  CHECK(read_link(other_version).fault ==
        "This link is of another version, or mistyped at its begin.");
  std::string spaced = link_of(small_draft());
  spaced.insert(20, " ");
  CHECK(read_link(spaced).fault == "This link has a sign in it that no link has, at letter 21.");
  CHECK(read_link(link_of(small_draft()) + "AAAA").fault ==
        "This link has something at its end that is not of it.");
}

TEST_CASE("a link to a draft that cannot be names the place") {
  Draft ring = small_draft();
  ring.links.push_back({.from = "app", .to = "app"});
  CHECK(read_link(link_of(ring)).fault ==
        "This link does not read: /links lead from \"clients\" in a circle.");

  Draft beyond = small_draft();
  beyond.parts.front().settings.front().number = 1e9;
  CHECK(read_link(link_of(beyond))
            .fault.starts_with(
                "This link does not read: /parts/0/users must be between 1 and 20000000"));

  Draft twins = small_draft();
  twins.parts.back().id = "clients";
  CHECK(is_one_sentence(read_link(link_of(twins)).fault));
}

TEST_CASE("text that looks like a page's is kept as text") {
  Draft draft = small_draft();
  const std::string text = "<img src=x onerror=alert(1)>\"'&";
  REQUIRE(apply(draft, RenamePart{"app", text}).is_done());
  REQUIRE(apply(draft, NameDraft{text}).is_done());
  const ReadDraft read = read_link(link_of(draft));
  CHECK(read.draft.title == text);
  CHECK(find_part(read.draft, "app")->label == text);
}

// So that a link can name each by its hash.
TEST_CASE("no two names of one list of the catalogue have the same hash") {
  const auto check = [](std::vector<std::string_view> names) {
    std::vector<std::uint16_t> hashes;
    for (const std::string_view name : names) hashes.push_back(hash_of(name));
    std::sort(hashes.begin(), hashes.end());
    CHECK(std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end());
  };
  std::vector<std::string_view> kinds;
  for (const model::KindInfo* kind : model::part_kinds()) {
    kinds.push_back(kind->name);
    std::vector<std::string_view> parameters;
    for (const model::ParameterInfo& parameter : kind->parameters) {
      parameters.push_back(parameter.name);
      check({parameter.choices.begin(), parameter.choices.end()});
    }
    check(parameters);
  }
  check(kinds);
  std::vector<std::string_view> metrics;
  for (std::size_t i = 0; i < model::kMetrics; ++i) {
    metrics.push_back(model::metric_name(static_cast<model::Metric>(i)));
  }
  check(metrics);
}

}  // namespace
}  // namespace tenfold::design
