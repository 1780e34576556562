// Any text at all as a link: it is a draft that is the same by its own link and file, or one
// sentence. What is a draft is looked over for faults, and run for a moment when it can be.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "design/faults.h"
#include "design/file.h"
#include "design/link.h"
#include "design/link_form.h"
#include "short_run.h"

namespace {

using namespace tenfold;
using fuzz::must;

constexpr std::size_t kMostPartsTried = 12;  // looking for what mends takes its time

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

// Most changes are of what is in the frame, which is put round it again: few others would come
// past its checksum.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  const design::Unframed frame = design::unframed({reinterpret_cast<const char*>(data), size});
  if (!frame.fault.empty() || seed % 8 == 0) return LLVMFuzzerMutate(data, size, most);
  std::string body = frame.body;
  const std::size_t length = body.size();
  body.resize(length + 64);
  body.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(body.data()), length, body.size()));
  const std::string link = design::framed(body);
  if (link.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::copy(link.begin(), link.end(), data);
  return link.size();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  design::ReadDraft read = design::read_link({reinterpret_cast<const char*>(data), size});
  if (!read.is_read()) {
    must(read.fault.ends_with('.'), "a fault is a sentence");
    must(std::none_of(read.fault.begin(), read.fault.end(),
                      [](char c) { return static_cast<unsigned char>(c) < ' '; }),
         "a fault is told in one line");
    must(read.fault.size() < 1'000, "a fault is told in a line of bounded length");
    return 0;
  }
  must(design::fault_of_form(read.draft).empty(), "a draft that was read is sound in its form");
  const std::string link = design::link_of(read.draft);
  const design::ReadDraft again = design::read_link(link);
  must(again.is_read() && again.draft == read.draft, "a draft survives its link");
  must(design::link_of(again.draft) == link, "equal drafts have one link");
  must(design::read_file(design::file_of(read.draft)).draft == read.draft,
       "a draft survives its file");
  if (read.draft.parts.size() <= kMostPartsTried) design::faults(read.draft);
  if (model::check(read.draft).empty()) {
    fuzz::make_small(read.draft);
    fuzz::run_shortly(read.draft);
  }
  return 0;
}
