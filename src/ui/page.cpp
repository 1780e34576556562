// What pages say and ask alike.
#include "ui/page.h"

#include <string>

namespace tenfold::ui {

using tutor::Step;

void Page::say(std::string_view key, const lesson::Paragraphs& text, Tone tone) const {
  for (std::size_t i = 0; i < text.size(); ++i) {
    column.paragraph(std::string(key) + "/" + std::to_string(i), tutor::filled(tutor, text[i]),
                     tone);
  }
}

void Page::proceed(Step step, std::string_view label) const {
  if (!is_current(step)) return;
  if (column.button("proceed/" + std::string(tutor::step_name(step)), label, Weight::primary)) {
    act(tutor::Proceed{});
  }
}

}  // namespace tenfold::ui
