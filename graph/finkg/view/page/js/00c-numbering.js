// What is made when it is first asked for, and ids by number.
function once(make) {
  let made = null;
  return () => (made ??= make());
}

// Ids by number, and numbers by id. What is asked for by its id was mostly drawn before; the numbers
// of all are made only when it was not.
const NUMBERED = 10_000; // in a piece
function numbering(count, idAt) {
  const spoken = new Map();
  const all = inPieces(function* () {
    const numbers = new Map();
    for (let n = 0; n < count(); n += 1) {
      if (n % NUMBERED === 0) yield;
      numbers.set(idAt(n), n);
    }
    return numbers;
  });
  return {
    all,
    idOf(number) {
      const id = idAt(number);
      spoken.set(id, number);
      return id;
    },
    numberOf: (id) => spoken.get(id) ?? ((id ?? null) === null ? -1 : (all.get().get(id) ?? -1)),
  };
}
