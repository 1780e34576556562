// Reads the mirror's nodes out of the program's memory, where each is a record of numbers. What these
// mean the program has described (src/ui/mirror_record.h): a line a field, with its name and its type.
(() => {
  // textAt(address): the text there. Gives a function of many records, one after the other, that gives
  // their nodes as objects.
  tenfold.makeRecordReader = (description, textAt) => {
    const types = {
      number: () => (word) => word,
      text: () => textAt,
      one: (names) => (word) => names[word],
    };
    const fields = description.split('\n').map((line) => {
      const [name, type, ...names] = line.split(' ');
      return { name, meaning: types[type](names) };
    });
    const nodeAt = (records, start) => {
      const node = {};
      fields.forEach(({ name, meaning }, i) => { node[name] = meaning(records[start + i]); });
      return node;
    };
    return (records) => Array.from({ length: records.length / fields.length },
      (_, i) => nodeAt(records, i * fields.length));
  };
})();
