#include "ui/failure_labels.h"

#include <doctest/doctest.h>

namespace {

using tenfold::model::Failure;
using tenfold::model::Hop;
using tenfold::model::Sample;
using tenfold::ui::failure_labels;
using tenfold::ui::FailureLabel;
using tenfold::ui::FailureSites;

Hop failed_at(std::uint16_t part, Failure failure) {
  Hop hop;
  hop.from = part;
  hop.failure = failure;
  return hop;
}

std::vector<Sample> two_seconds(std::uint64_t first, std::uint64_t second) {
  std::vector<Sample> samples(2);
  const auto reason = static_cast<std::size_t>(Failure::queue_full);
  samples[0].counts.by_reason[reason] = first;
  samples[1].counts.by_reason[reason] = second;
  return samples;
}

TEST_CASE("a label counts the last second of a run that goes on, and all of one that is over") {
  FailureSites sites;
  sites.add(std::vector<Hop>{failed_at(3, Failure::queue_full), failed_at(3, Failure::queue_full)});
  const std::vector<Sample> samples = two_seconds(100, 39);
  const std::vector<FailureLabel> now = failure_labels(sites, samples, false);
  REQUIRE(now.size() == 1);
  CHECK(now[0].part == 3);
  CHECK(now[0].words.find("×39") != std::string::npos);
  const std::vector<FailureLabel> whole = failure_labels(sites, samples, true);
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].words.find("×139") != std::string::npos);
}

TEST_CASE("a reason that was seen at two parts is named at both, without a number of either") {
  FailureSites sites;
  sites.add(std::vector<Hop>{failed_at(1, Failure::queue_full), failed_at(2, Failure::queue_full)});
  const std::vector<FailureLabel> labels = failure_labels(sites, two_seconds(0, 7), false);
  REQUIRE(labels.size() == 2);
  for (const FailureLabel& label : labels) {
    CHECK(label.words.find('7') == std::string::npos);
    CHECK(label.told.find(std::string(tenfold::model::failure_name(Failure::queue_full))) !=
          std::string::npos);
  }
}

TEST_CASE("where nothing failed in the last second, nothing is said of failures") {
  FailureSites sites;
  sites.add(std::vector<Hop>{failed_at(1, Failure::queue_full), failed_at(1, Failure::none)});
  CHECK(failure_labels(sites, two_seconds(5, 0), false).empty());
  CHECK(failure_labels(sites, {}, false).empty());
}

}  // namespace
