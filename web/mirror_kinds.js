// What element stands for each role of src/ui/mirror.h.
//   text:   it holds words; where they have a font size they are drawn at the same place
//   rich:   some of the words may be bold
//   holder: it holds other nodes
//   native: it takes the pointer itself; everything else leaves the mouse to the canvas
//   drawn:  it takes the pointer for the canvas, so that a finger in it draws and does not scroll
//   press:  it can be activated
//   over:   while it is there, nothing but what it holds and the bar answers
// make gives the element, control what in it takes the focus where that is not itself, fill writes the
// node's words and state into it, placed runs when it has its place among the others.
(() => {
  const labelled = (element, node) => element.setAttribute('aria-label', node.name);
  const make = (tag, role, attributes = {}) => () => {
    const element = document.createElement(tag);
    if (role) element.setAttribute('role', role);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const state = (element, name, value) => {
    if (value < 0) element.removeAttribute(name);
    else element.setAttribute(name, value ? 'true' : 'false');
  };
  // The words stand in the element, not in aria-label, so that the browser finds and translates them.
  const makeChoice = (type) => () => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = type;
    label.append(input, document.createElement('span'));
    return label;
  };
  const fillChoice = (element, node) => {
    const [input, words] = element.children;
    input.name = `group-${node.parent}`;
    input.checked = node.checked === 1;
    state(input, 'aria-disabled', node.disabled ? 1 : -1);
    words.textContent = node.name;
  };
  const firstChild = (element) => element.firstChild;

  tenfold.mirrorKinds = {
    region: { holder: true, make: make('section', 'region'), fill: labelled },
    navigation: { holder: true, make: make('nav'), fill: labelled },
    panel: { holder: true, over: true, make: make('div', 'group'), fill: labelled },
    fold: {
      holder: true, make: make('div', 'none'),
      fill: (element, node) => {
        if (node.expanded === 0) element.setAttribute('hidden', 'until-found');
        else element.removeAttribute('hidden');
      },
    },
    heading: { text: true, make: (node) => document.createElement(`h${node.level || 2}`) },
    paragraph: { text: true, rich: true, make: make('p') },
    code: { text: true, make: make('pre') },
    button: {
      press: true, make: make('button', '', { type: 'button' }),
      fill: (element, node) => {
        element.textContent = node.name;
        state(element, 'aria-pressed', node.pressed);
        state(element, 'aria-expanded', node.expanded);
        state(element, 'aria-disabled', node.disabled ? 1 : -1);
        if (node.shortcut) element.setAttribute('aria-keyshortcuts', node.shortcut === ' ' ? 'Space' : node.shortcut);
        else element.removeAttribute('aria-keyshortcuts');
      },
    },
    link: {
      text: true, native: true, make: make('a'),
      fill: (element, node) => {
        const inlined = tenfold.inlined[node.value];
        if (inlined === undefined) element.href = node.value;
        else if (!element.href) element.href = URL.createObjectURL(new Blob([inlined], { type: 'text/html' }));
        const outside = element.origin !== location.origin;
        element.target = outside ? '_blank' : '';
        element.rel = outside ? 'noopener' : '';
      },
    },
    slider: {
      native: true, make: make('input', '', { type: 'range' }),
      fill: (element, node) => {
        labelled(element, node);
        element.min = node.low;
        element.max = node.high;
        element.step = node.step || 'any';
        element.disabled = node.disabled;
        element.setAttribute('aria-valuetext', node.value);
        // While it is dragged the hand is ahead of the program.
        if (!element.matches(':active')) element.value = node.now;
      },
    },
    radio_group: { holder: true, make: make('div', 'radiogroup'), fill: labelled },
    radio: { press: true, make: makeChoice('radio'), control: firstChild, fill: fillChoice },
    checkbox: { press: true, make: makeChoice('checkbox'), control: firstChild, fill: fillChoice },
    list: {
      holder: true, make: make('ul', 'list'),
      fill: (element, node) => (node.name ? labelled(element, node) : element.removeAttribute('aria-label')),
    },
    list_item: { text: true, rich: true, make: make('li', 'listitem') },
    table: { holder: true, make: make('table', 'table'), fill: labelled },
    row: { holder: true, make: make('tr', 'row') },
    cell: { text: true, make: make('td', 'cell') },
    header_cell: {
      text: true, make: make('th'),
      placed: (element) => {
        const firstRow = element.parentElement.previousElementSibling === null;
        element.setAttribute('role', firstRow ? 'columnheader' : 'rowheader');
      },
    },
    image: { make: make('div', 'img'), fill: labelled },
    drawing: { drawn: true, make: make('div', 'img'), fill: labelled },
    status: { live: true, make: make('div', 'status') },
    text_input: {
      native: true, make: make('input', '', { type: 'text' }),
      fill: (element, node) => {
        labelled(element, node);
        element.disabled = node.disabled;
        if (document.activeElement !== element) element.value = node.value;
      },
    },
  };
})();
