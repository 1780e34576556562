// Sorting where the page's download counts for more than the time: a sixth of std::sort's code.
#pragma once

#include <algorithm>

namespace tenfold::sim {

// As std::sort: `before` must order the items strictly, and equal ones end in any order.
template <typename Items, typename Before>
void heap_sort(Items& items, const Before& before) {
  std::make_heap(items.begin(), items.end(), before);
  std::sort_heap(items.begin(), items.end(), before);
}

}  // namespace tenfold::sim
