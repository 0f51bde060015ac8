// Where statements stand as of the last day of a year, which the graph was asked for beforehand.
const AXIS = SCENE.years?.axis ?? [];
const COURSES = CONTENT.courses ?? [];

// A course has for each year the number of a layer, or one that is none where it does not stand.
const layerThen = (s, year) => LAYERS[COURSES[CONTENT.course[s]][AXIS.indexOf(year)]];
// The same by number, for many statements: as of the year that is looked at, or in the whole graph.
function layerNumbers() {
  const place = AXIS.indexOf(state.year);
  return state.year === null
    ? (s) => GRAPH.layer[s]
    : (s) => Number(COURSES[CONTENT.course[s]][place]);
}
const wholeLayer = (s) => LAYERS[GRAPH.layer[s]];

// How many statements stand in each layer that year, in the whole graph.
const standThen = kept((year) => {
  const place = AXIS.indexOf(year);
  const counts = new Array(LAYERS.length + 1).fill(0);
  for (const course of CONTENT.course) counts[COURSES[course][place]] += 1;
  return counts;
});
