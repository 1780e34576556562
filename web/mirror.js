// Keeps a real element for each thing on the canvas. The program hands over its list, as the ids of
// all nodes in reading order and the nodes that are new or changed; elements persist by id, so focus,
// selection and a screen reader's place survive.
(() => {
  const announceAfterMs = 100;  // a live region speaks only of changes made after it is known
  const placing = ['parent', 'layer', 'x', 'y', 'width', 'height', 'fontPx'];  // what says where a node is

  // layers: an element for each layer's name. fontRatio: see font_metrics.js.
  // program: activate(id), change(id, value, text), focus(id, visible).
  tenfold.makeMirror = ({ layers, fontRatio, program }) => {
    const entries = new Map();   // id → entry
    const owners = new WeakMap();  // element or control → entry
    let order = [];  // entries
    let read;        // see mirror_record.js
    let fixedTop = 0;
    let fixedBottom = 0;
    let columnLeft = 0;
    let columnRight = 0;
    let pageHeightPx = 0;
    let quiet = false;  // a focus that the mouse brought

    const put = (state) => {
      const { id, role, level } = state;
      const kind = tenfold.mirrorKinds[role];
      if (!kind) throw new Error(`the page has no element for the role ${role}`);
      let entry = entries.get(id);
      if (entry && (entry.kind !== kind || entry.state.level !== level)) {
        entry.element.remove();
        entry = undefined;
      }
      if (!entry) {
        const element = kind.make(state);
        const control = kind.control ? kind.control(element) : element;
        entry = { kind, element, control, words: null, said: null, fontPx: 0 };
        element.className = ['node', kind.text && 'text', kind.holder && 'holder',
          kind.native && 'native', kind.drawn && 'drawn', kind.over && 'over'].filter(Boolean).join(' ');
        entries.set(id, entry);
        owners.set(element, entry);
        owners.set(control, entry);
      }
      entry.moved = !entry.state || placing.some((field) => entry.state[field] !== state[field]);
      entry.state = state;
      return entry;
    };

    const setStyle = (entry, property, value) => {
      const key = `style-${property}`;
      if (entry[key] === value) return;
      entry[key] = value;
      entry.element.style[property] = value;
    };

    // The words of a text: `value` holds them again with **bold** marked, where any are.
    const write = (entry) => {
      const { name, value } = entry.state;
      const rich = entry.kind.rich && value !== '';
      const said = rich ? value : name;
      if (entry.said === said) return;
      // A number that changes takes the lines it took: to measure them anew, the browser would have to lay out.
      if (!entry.said || entry.said.length !== said.length) entry.unmeasured = true;
      entry.said = said;
      for (const word of entry.words || []) word.remove();
      entry.words = (rich ? said.split('**') : [said]).map((part, i) => {
        if (i % 2 === 0) return document.createTextNode(part);
        const strong = document.createElement('strong');
        strong.textContent = part;
        return strong;
      });
      entry.element.prepend(...entry.words);
    };

    const announce = (entry) => {
      if (entry.said === entry.state.name) return;
      const delay = entry.said === null ? announceAfterMs : 0;
      entry.said = entry.state.name;
      setTimeout(() => { entry.element.textContent = entry.said; }, delay);
    };

    const fill = (entry) => {
      const { kind, element, state } = entry;
      if (kind.fill) kind.fill(element, state);
      if (kind.text) write(entry);
      if (kind.live) announce(entry);
      element.classList.toggle('bold', state.bold);
      element.classList.toggle('unseen', state.fontPx === 0);
      if (state.fontPx > 0 && entry.fontPx !== state.fontPx) {
        entry.fontPx = state.fontPx;
        entry.unmeasured = true;
        setStyle(entry, 'fontSize', `${state.fontPx * fontRatio}px`);
      }
    };

    // A button over a text, such as a glossary term, takes its clicks itself: the text below it, which
    // can be selected, would not let them through to the canvas.
    const overText = (entry, text) => {
      if (!entry.kind.press || !text || text.state.layer !== entry.state.layer) return false;
      const [a, b] = [entry.state, text.state];
      return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    };

    const place = (entry) => {
      const { state } = entry;
      const parent = entries.get(state.parent);
      const origin = parent ? parent.state : { x: 0, y: 0 };
      setStyle(entry, 'left', `${state.x - origin.x}px`);
      setStyle(entry, 'top', `${state.y - origin.y}px`);
      // A little room, so that a rounding difference does not wrap a line that fits.
      setStyle(entry, 'width', `${state.width + (entry.kind.text ? 1 : 0)}px`);
      setStyle(entry, 'height', `${state.height}px`);
      const size = `${state.width} ${state.height}`;
      if (entry.size !== size) entry.unmeasured = true;
      entry.size = size;
    };

    // Spreads a text's lines over its rectangle, as they are drawn. Of a text that is high enough for two the
    // browser is asked how many it has: reads all, then writes all, so that it lays out once.
    const spreadLines = (changed) => {
      const spread = (entry, lines) => {
        setStyle(entry, 'lineHeight', `${entry.state.height / lines}px`);
        entry.unmeasured = false;
      };
      const mayHaveSeveral = ({ state }) => state.height >= 2 * state.fontPx;
      changed.filter((entry) => !mayHaveSeveral(entry)).forEach((entry) => spread(entry, 1));
      const asked = changed.filter(mayHaveSeveral);
      for (const entry of asked) setStyle(entry, 'lineHeight', `${entry.state.fontPx}px`);
      const range = document.createRange();
      const heights = asked.map((entry) => {
        range.setStartBefore(entry.words[0]);
        range.setEndAfter(entry.words[entry.words.length - 1]);
        return range.getBoundingClientRect().height;
      });
      asked.forEach((entry, i) => spread(entry, Math.max(1, Math.round(heights[i] / entry.state.fontPx))));
    };

    const arrange = () => {
      const next = new Map();  // parent element → the child expected next
      for (const entry of order) {
        const parent = entries.get(entry.state.parent);
        const box = parent ? parent.element : (layers[entry.state.layer]);
        if (!next.has(box)) {
          const words = parent && parent.words;
          next.set(box, words ? words[words.length - 1].nextSibling : box.firstChild);
        }
        // One that moves to another parent leaves a place that was the next there.
        const left = entry.element.parentElement;
        if (left !== box && next.get(left) === entry.element) next.set(left, entry.element.nextSibling);
        if (next.get(box) !== entry.element) box.insertBefore(entry.element, next.get(box));
        next.set(box, entry.element.nextSibling);
      }
    };

    const clip = () => {
      const hidden = window.scrollY + fixedTop;
      const right = columnRight > 0 ? `calc(100% - ${columnRight}px)` : '0';
      const below = fixedBottom > 0 ? pageHeightPx - window.scrollY - window.innerHeight + fixedBottom : 0;
      layers.page.style.clipPath = `inset(${hidden}px ${right} ${Math.max(below, 0)}px ${columnLeft}px)`;
    };

    // Takes over the ids; true where they or their order are others than before.
    const reorder = (ids) => {
      if (ids.length === order.length && order.every((entry, i) => entry === entries.get(ids[i]))) return false;
      order = Array.from(ids, (id) => entries.get(id));
      const listed = new Set(order);
      for (const [id, entry] of entries) {
        if (listed.has(entry)) continue;
        entry.element.remove();
        entries.delete(id);
      }
      return true;
    };

    const placeAll = () => {
      arrange();
      let text;
      for (const entry of order) {
        place(entry);
        if (entry.kind.placed) entry.kind.placed(entry.element);
        if (entry.kind.text && entry.state.fontPx > 0) text = entry;
        entry.element.classList.toggle('over-text', overText(entry, text));
      }
    };

    const frame = (...extent) => {
      const known = [pageHeightPx, fixedTop, fixedBottom, columnLeft, columnRight];
      if (extent.every((px, i) => px === known[i])) return;
      [pageHeightPx, fixedTop, fixedBottom, columnLeft, columnRight] = extent;
      layers.page.style.height = `${pageHeightPx}px`;
      document.documentElement.style.scrollPaddingTop = `${fixedTop}px`;
      document.documentElement.style.scrollPaddingBottom = `${fixedBottom}px`;
      clip();
    };

    // The description comes once, before the first list.
    const describe = (description, textAt) => { read = tenfold.makeRecordReader(description, textAt); };

    // While a run plays, four lists a second change some words and nothing else: only those are touched then,
    // and nothing is asked that would make the browser lay out.
    const list = (ids, records, ...extent) => {
      const changed = read(records).map(put);
      const held = document.activeElement;
      const reordered = reorder(ids);
      changed.forEach(fill);
      if (reordered || changed.some((entry) => entry.moved)) placeAll();
      spreadLines(changed.filter((entry) => entry.kind.text && entry.unmeasured && entry.state.fontPx > 0));
      if (held !== document.activeElement && owners.has(held) && held.isConnected) focus(owners.get(held).state.id);
      frame(...extent);
    };

    // Gives a node the focus, without scrolling to it; by the mouse: without a ring.
    const focus = (id, byMouse = false) => {
      const entry = entries.get(id);
      if (!entry) return;
      if (entry.kind.text && !entry.kind.native) entry.element.tabIndex = -1;
      quiet = byMouse;
      entry.control.focus({ preventScroll: true });
      quiet = false;
    };

    // The node that can be pressed at a point of the viewport, or undefined.
    const pressableAt = (x, y) => {
      let found;
      const covered = order.some((entry) => entry.kind.over);
      for (const entry of order) {
        if (!entry.kind.press || (covered && entry.state.layer !== 'bar')) continue;
        if (entry.element.closest('[hidden]')) continue;
        const scrolls = entry.state.layer === 'page';
        if (scrolls && (y < fixedTop || y >= window.innerHeight - fixedBottom)) continue;
        const top = entry.state.y - (scrolls ? window.scrollY : 0);
        const inside = x >= entry.state.x && x < entry.state.x + entry.state.width &&
          y >= top && y < top + entry.state.height;
        if (inside) found = entry;
      }
      return found && found.state.id;
    };

    const onClick = (event) => {
      const entry = owners.get(event.target.closest('.node'));
      if (!entry || !entry.kind.press) return;
      // What is checked is the program's to say: it redraws and the element follows.
      if (entry.control.type !== 'button') event.preventDefault();
      if (!entry.state.disabled) program.activate(entry.state.id);
    };
    const onInput = (event) => {
      const entry = owners.get(event.target);
      if (entry && entry.kind.native) {
        program.change(entry.state.id, event.target.valueAsNumber || 0, event.target.value);
      }
    };
    const onFocus = (event) => {
      const entry = owners.get(event.target);
      if (entry) program.focus(entry.state.id, !quiet && event.target.matches(':focus-visible'));
    };
    // A slider with a stride moves by that, ten times as far with Shift; and while it has the focus, buttons
    // can be pressed by their shortcuts.
    const onKey = (event) => {
      const entry = owners.get(event.target);
      if (!entry || !entry.state.stride || entry.state.disabled) return;
      const { id, now, low, high, stride } = entry.state;
      const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      const pressed = !way && order.find(({ state }) => state.shortcut === event.key && !state.disabled);
      if (!way && !pressed) return;
      event.preventDefault();
      if (pressed) program.activate(pressed.state.id);
      else program.change(id, Math.min(high, Math.max(low, now + way * stride * (event.shiftKey ? 10 : 1))), '');
    };
    // Wherever the focus is, Escape puts away what can be put away so; and where nothing is typed, Delete and
    // what is held with Control or ⌘ do what there is for them; so do arrows on a part that is picked.
    const shortcutOf = ({ key, ctrlKey, metaKey, shiftKey, altKey, target }) => {
      if (key === 'Escape') return key;
      if (altKey || target.matches?.('input[type="text"], textarea, [contenteditable]')) return undefined;
      if (ctrlKey || metaKey) return `Control+${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`;
      if (key.startsWith('Arrow')) return owners.get(target)?.state.expanded === 1 ? key : undefined;
      return key === 'Delete' || key === 'Backspace' ? 'Delete' : undefined;
    };
    document.addEventListener('keydown', (event) => {
      if (event.defaultPrevented) return;
      const keys = shortcutOf(event);
      const way = keys && order.find(({ state }) => state.shortcut === keys && !state.disabled);
      if (!way) return;
      event.preventDefault();
      program.activate(way.state.id);
    });
    for (const layer of Object.values(layers)) {
      layer.addEventListener('keydown', onKey);
      layer.addEventListener('click', onClick);
      layer.addEventListener('input', onInput);
      layer.addEventListener('beforematch', ({ target }) => program.activate(owners.get(target).state.id));
      layer.addEventListener('focusin', onFocus);
      layer.addEventListener('focusout', () => program.focus(0, false));
    }
    window.addEventListener('scroll', clip, { passive: true });
    window.addEventListener('resize', clip);

    return { describe, list, focus, pressableAt };
  };
})();
