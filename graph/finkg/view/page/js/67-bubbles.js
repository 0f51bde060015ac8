// Where the bubbles of the overview stand: as many of the largest groups as the frame holds without
// one over another, the largest first, each at the free place nearest to those it is tied to most.
const MOST_GROUPS = 40;
const BUBBLE = {
  least: 12,
  most: 92,
  share: 0.3,
  smaller: 0.88,
  gap: 9,
  ring: 12,
  line: 15,
  size: 84,
};
const GROUP_FONT = `500 12px ${FACE}`;

// A name of lines of nearly one length: of as many of its parts as it holds uncut, and no wider than
// a third of the frame if that can be.
function groupLines(group, frame) {
  const names = namesOf(group);
  for (let count = names.length; count > 0; count -= 1) {
    const shapes = wrappingsOf(listed(names.slice(0, count)), GROUP_FONT);
    const best = shapes.find(({ width }) => width <= frame.width / 3) ?? shapes[0];
    if (best && (!best.cut || count === 1)) return best;
  }
  return { lines: [], width: 0 };
}

// The bubbles { group, x, y, radius, lines, room } in CSS pixels of a frame.
function bubblesIn(width, height) {
  const all = groups().all.slice(0, MOST_GROUPS);
  const ties = tiesAmong(all.length);
  for (let count = all.length; count > 0; count = Math.floor(count * 0.92)) {
    const some = all.slice(0, count);
    const members = sum(some.map((group) => group.members.length));
    const largest = Math.sqrt(some[0].members.length);
    const widest = Math.min(BUBBLE.most, Math.min(width, height) / 4) / largest;
    let unit = Math.min(widest, Math.sqrt((BUBBLE.share * width * height) / (Math.PI * members)));
    for (; unit * largest >= BUBBLE.least * 1.5; unit *= BUBBLE.smaller) {
      const bubbles = placedBubbles(some, ties, unit, { width, height });
      if (bubbles) return { bubbles, ties };
    }
  }
  return { bubbles: [], ties };
}

function placedBubbles(some, ties, unit, frame) {
  const bubbles = [];
  for (const group of some) {
    const radius = Math.max(BUBBLE.least, unit * Math.sqrt(group.members.length));
    const name = groupLines(group, frame);
    const place = freeBubble({ group, radius, ...name }, bubbles, ties, frame);
    if (!place) return null;
    bubbles.push(place);
  }
  return bubbles;
}

const roomAround = ({ radius, width, lines }, x, y) => {
  const high = 2 * radius + 4 + BUBBLE.line * (lines.length + 1);
  const wide = Math.max(2 * radius, width, BUBBLE.size);
  return { left: x - wide / 2, top: y - radius, width: wide, height: high };
};

function freeBubble(bubble, bubbles, ties, frame) {
  const wish = wishOf(bubble.group, bubbles, ties, frame);
  const [across, down] = [
    Math.max(1, frame.width / frame.height),
    Math.max(1, frame.height / frame.width),
  ];
  const far = Math.hypot(frame.width, frame.height);
  for (let radius = 0; radius < far; radius += BUBBLE.ring) {
    const steps = Math.max(1, Math.round((2 * Math.PI * radius) / BUBBLE.ring));
    for (let step = 0; step < steps; step += 1) {
      const angle = (step * 2 * Math.PI) / steps;
      const x = Math.round(wish.x + radius * across * Math.cos(angle));
      const y = Math.round(wish.y + radius * down * Math.sin(angle));
      const room = roomAround(bubble, x, y);
      const inside =
        room.left >= BUBBLE.gap &&
        room.top >= BUBBLE.gap &&
        room.left + room.width <= frame.width - BUBBLE.gap &&
        room.top + room.height <= frame.height - BUBBLE.gap;
      if (inside && !bubbles.some((other) => overlap(room, other.room, BUBBLE.gap)))
        return { ...bubble, x, y, room };
    }
  }
  return null;
}

// In the middle of those that stand and that it is tied to, by how much; the largest in the middle.
function wishOf({ number }, bubbles, ties, { width, height }) {
  let [x, y, weight] = [0, 0, 0];
  for (const { a, b, n } of ties) {
    const there = bubbles[a === number ? b : b === number ? a : -1];
    if (!there) continue;
    x += there.x * n;
    y += there.y * n;
    weight += n;
  }
  return weight ? { x: x / weight, y: y / weight } : { x: width / 2, y: height / 2 };
}

// The lines that are drawn at any time: of each bubble the strongest; the others with the bubble that
// is pointed at.
const STRONGEST = 3;
function mainTies(ties, count) {
  const of = new Map();
  return ties.filter(({ a, b }) => {
    if (a >= count || b >= count) return false;
    const among = [a, b].map((end) => of.get(end) ?? 0);
    of.set(a, among[0] + 1);
    of.set(b, among[1] + 1);
    return Math.min(...among) < STRONGEST;
  });
}
