// The drawn nodes along time: from left to right by the earliest day that is told of each, a lane for
// each kind; what has no date stands in a strip of its own.
const LANE = { row: 58, room: 118, margin: 16, undated: 2 }; // CSS pixels; nodes in a row of the strip
const YEAR = { least: 14, each: 34, most: 140 }; // widths: of an empty year, for each node, at most

// The day as a year with a fraction, if it is one: 2014, 2014-09 or 2014-09-26.
function timeOf(text) {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  return year ? Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372 : null;
}
const DATED = /^"(\d{4}(?:-\d\d)?(?:-\d\d)?)"\^\^<[^>]*#(?:date|gYearMonth|gYear)>$/;

// All days that claims tell of a node: { text, time, doubtful }.
function daysOf(id) {
  const node = nodeNumber(id);
  const own = [...statementsAt(node)].filter((s) => GRAPH.subject[s] === node && isLayerOn(s));
  return own.map(statementAt).flatMap(claimsOf).flatMap(daysIn);
}

function daysIn(claim) {
  const doubted = (part) =>
    claim.standing === "Doubtful" || claim.flags.some(({ doubts }) => doubts === part);
  return [
    [DATED.exec(claim.value.term)?.[1], "ValuePart"],
    [claim.valid_from, "ValidFromPart"],
    [claim.as_of, "AsOfPart"],
  ]
    .map(([text, part]) => ({ text, time: timeOf(text ?? ""), doubtful: doubted(part) }))
    .filter(({ time }) => time !== null);
}

// The earliest day that nothing doubts; else the earliest of those that are doubted.
function dayOf(id) {
  const days = daysOf(id).sort((a, b) => a.doubtful - b.doubtful || a.time - b.time);
  return days[0] ?? null;
}

function lanesStage(ids) {
  const days = new Map(ids.map((id) => [id, dayOf(id)]));
  const dated = ids.filter((id) => days.get(id));
  const axis = axisOf(dated.map((id) => [id, days.get(id).time]));
  const places = new Map();
  const lanes = [];
  let top = 0;
  for (const { id: kind } of SCENE.kinds) {
    const own = ids.filter((id) => NODES.get(id).kind === kind);
    if (!own.length) continue;
    const rows = Math.max(
      placeDated(
        own.filter((id) => days.get(id)),
        days,
        axis,
        top,
        places,
      ),
      placeUndated(
        own.filter((id) => !days.get(id)),
        top,
        places,
      ),
    );
    const bottom = top + rows * LANE.row + LANE.margin;
    lanes.push({ kind, top, bottom });
    top = bottom;
  }
  const doubted = new Set(dated.filter((id) => days.get(id).doubtful));
  const undated = ids.length - dated.length;
  return {
    ...NO_STAGE,
    places,
    lanes,
    axis,
    doubted,
    dated: { days, count: dated.length, undated },
  };
}

// Years in which many begin are wider than the others: { year, x } of each, and of the end.
function axisOf(dated) {
  if (!dated.length) return [];
  const years = dated.map(([, time]) => Math.floor(time));
  const most = new Map();
  for (const [id, time] of dated) {
    const key = `${Math.floor(time)} ${NODES.get(id).kind}`;
    most.set(key, (most.get(key) ?? 0) + 1);
  }
  const axis = [];
  let x = 0;
  for (let year = Math.min(...years); year <= Math.max(...years) + 1; year += 1) {
    axis.push({ year, x });
    const count = Math.max(0, ...SCENE.kinds.map(({ id }) => most.get(`${year} ${id}`) ?? 0));
    x += Math.min(YEAR.most, Math.max(YEAR.least, YEAR.each * count));
  }
  return axis;
}

function along(axis, time) {
  const at = axis.findIndex(({ year }) => year === Math.floor(time));
  const [from, to] = [axis[at].x, axis[at + 1].x];
  return Math.round(from + (to - from) * (time - Math.floor(time)));
}

const rowHeight = (top, row) => top + (row + 0.5) * LANE.row + LANE.margin / 2;

// Each in the first row with room; how many rows there are.
function placeDated(ids, days, axis, top, places) {
  const ends = [];
  for (const id of [...ids].sort((a, b) => days.get(a).time - days.get(b).time)) {
    const x = along(axis, days.get(id).time);
    const free = ends.findIndex((end) => x - end >= LANE.room);
    const row = free < 0 ? ends.length : free;
    ends[row] = x;
    places.set(id, { x, y: rowHeight(top, row) });
  }
  return ends.length;
}

// To the left of the years, by weight.
function placeUndated(ids, top, places) {
  inKind(ids).forEach((id, index) => {
    const column = LANE.undated - (index % LANE.undated);
    places.set(id, { x: -LANE.room * column, y: rowHeight(top, Math.floor(index / LANE.undated)) });
  });
  return Math.ceil(ids.length / LANE.undated);
}
