// What takes long to make is made piece by piece while nobody asks for anything, so that no key waits
// for it; who asks first has the rest made at once.
const PIECE = 8; // milliseconds that nobody notices
const waitingPieces = [];

// `make` is a generator function that yields where it may be left; its return value is what is made.
function inPieces(make) {
  let [running, made, isMade] = [null, undefined, false];
  const step = () => {
    running ??= make();
    const { done, value } = running.next();
    if (done) [running, made, isMade] = [null, value, true];
    return !isMade;
  };
  const get = () => {
    while (!isMade) step();
    return made;
  };
  const forget = () => {
    [running, made, isMade] = [null, undefined, false];
  };
  return { get, step, forget, isMade: () => isMade };
}

const whenIdle = window.requestIdleCallback ?? setTimeout;

// One after another, in the order in which they are given; `done` is called when one is made.
function makeWhenIdle(slow, done = () => {}) {
  waitingPieces.push({ slow, done });
  if (waitingPieces.length === 1) whenIdle(makePieces);
}

function makePieces() {
  const start = performance.now();
  while (waitingPieces.length && performance.now() - start < PIECE) {
    const [{ slow, done }] = waitingPieces;
    if (!slow.isMade() && slow.step()) continue;
    waitingPieces.shift();
    done();
  }
  if (waitingPieces.length) whenIdle(makePieces);
}
