// The path that an answer waited for, cut out of traces that are written by hand.
#include "model/trace.h"

#include <doctest/doctest.h>

#include <set>

#include "traces.h"

namespace tenfold::model::test {

namespace {

Span does(std::uint16_t call, Doing doing, sim::Time from, sim::Time to) {
  return {from, to, call, call, call, doing};
}

// Over at `ended`, with so many calls made by the root, none of which has been answered.
Trace over_at(sim::Time ended, std::size_t calls) {
  Trace trace;
  trace.ended = ended;
  trace.over = true;
  trace.calls.resize(1 + calls);
  trace.calls.front().ended = ended;
  return trace;
}

// "1:wait 0-3, …": each piece's call, doing and times.
std::string in_words(const std::vector<Span>& path) {
  std::string words;
  for (const Span& span : path) {
    words += (words.empty() ? "" : ", ") + std::to_string(span.call) + ":" +
             std::string(doing_name(span.doing)) + " " + std::to_string(span.from) + "-" +
             std::to_string(span.to);
  }
  return words;
}

}  // namespace

TEST_CASE("of calls made at once the path takes the one whose answer came last") {
  Trace trace = over_at(10, 3);
  trace.calls[1] = {.began = 2, .ended = 5};
  trace.calls[2] = {.began = 2, .ended = 8};
  trace.calls[3] = {.began = 2, .ended = 4};
  trace.spans = {does(0, Doing::cpu, 0, 2), does(1, Doing::cpu, 2, 5),  does(2, Doing::wait, 2, 6),
                 does(3, Doing::cpu, 2, 4), does(2, Doing::disk, 6, 8), does(0, Doing::cpu, 8, 10)};
  CHECK(in_words(waited_path(trace)) == "0:cpu 0-2, 2:wait 2-6, 2:disk 6-8, 0:cpu 8-10");
  CHECK(fault_of_path(trace) == "");
}

TEST_CASE("a failure that ends the wait for the others is what was waited for") {
  Trace trace = over_at(5, 2);
  trace.calls[1] = {.began = 0, .ended = 5, .failure = Failure::server_down};
  trace.calls[2] = {.began = 0};
  trace.spans = {does(1, Doing::cpu, 0, 5), does(2, Doing::cpu, 0, 5)};
  CHECK(in_words(waited_path(trace)) == "1:cpu 0-5");
}

TEST_CASE("a try that was given up fills the time until then, and its late answer none") {
  Trace trace = over_at(9, 2);
  trace.calls[1] = {.began = 0, .ended = 7};
  trace.calls[2] = {.began = 5, .ended = 9};
  trace.spans = {does(1, Doing::wait, 0, 7), does(0, Doing::back_off, 3, 5),
                 does(2, Doing::cpu, 5, 9)};
  CHECK(in_words(waited_path(trace)) == "1:wait 0-3, 0:back_off 3-5, 2:cpu 5-9");
  const StaySums sums = sums_of(waited_path(trace));
  CHECK(sums.of(Stay::waiting) == 3);
  CHECK(sums.of(Stay::backoff) == 2);
  CHECK(sums.of(Stay::service) == 4);
  CHECK(sums.of(Stay::wire) == 0);
}

TEST_CASE("of two tries without an answer the second was the one still hoped for") {
  Trace trace = over_at(8, 2);
  trace.calls[1] = {.began = 0};
  trace.calls[2] = {.began = 4};
  trace.spans = {does(1, Doing::wait, 0, 8), does(2, Doing::wait, 4, 8)};
  CHECK(in_words(waited_path(trace)) == "1:wait 0-4, 2:wait 4-8");
}

TEST_CASE("a path invents nothing where the trace says nothing") {
  Trace trace = over_at(9, 1);
  trace.calls[1] = {.began = 2, .ended = 9};
  trace.spans = {does(0, Doing::cpu, 0, 2), does(1, Doing::cross, 2, 4), does(1, Doing::cpu, 6, 9)};
  CHECK(in_words(waited_path(trace)) == "0:cpu 0-2, 1:cross 2-4, 1:cpu 6-9");
  CHECK(fault_of_path(trace) != "");
}

TEST_CASE("every doing and every stay has a name of its own") {
  CHECK(std::set<std::string_view>(kDoingNames.begin(), kDoingNames.end()).size() ==
        kDoingNames.size());
  std::set<std::string_view> names;
  std::set<Stay> stays;
  for (std::size_t i = 0; i < kDoingNames.size(); ++i) {
    stays.insert(stay_of(static_cast<Doing>(i)));
    names.insert(stay_name(stay_of(static_cast<Doing>(i))));
  }
  CHECK(stays.size() == kStays);
  CHECK(names.size() == kStays);
  CHECK_FALSE(names.contains(""));
}

}  // namespace tenfold::model::test
