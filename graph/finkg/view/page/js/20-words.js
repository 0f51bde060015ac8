// The words of the page in the language chosen, and sentences made of them.
const word = (key, values = {}) =>
  WORDS[key][state.lang].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

// A closed list's local name in words; an unknown one stands as it is.
const term = (list, name) => (WORDS[`${list}.${name}`] ? word(`${list}.${name}`) : name);

// Editors write a note in one language, or in Chinese and, behind a slash, in English.
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
function ownHalf(text) {
  const [zh, en, ...more] = text.split(" / ");
  const both = en && !more.length && HAN.test(zh) && !HAN.test(en);
  return both ? { zh, en }[state.lang] : text;
}

const other = (lang) => (lang === "zh" ? "en" : "zh");
const say = (text) => text[state.lang] || text[other(state.lang)];
// Who has no name is called by the id.
const labelOf = (id) => say(NODES.get(id).label) || id;
const relationLabel = (id) => say(RELATIONS.get(id).label);
const comma = () => (state.lang === "zh" ? "、" : ", ");
const listed = (items) => items.join(comma());
const valueOf = (statement) =>
  isEdge(statement) ? labelOf(statement.value) : say(statement.value);

// “蚂蚁集团 提供 花呗” reads as a sentence; where a label has a gap (受…影响) the value fills it.
const around = (relation) => [...relationLabel(relation).split("…"), ""].slice(0, 2);
function phrase(subject, relation, value) {
  const [before, after] = around(relation);
  return [subject, before, value, after].filter(Boolean).join(" ");
}
const sentence = (statement) =>
  phrase(labelOf(statement.subject), statement.relation, valueOf(statement));

// A claim as a sentence, with what it says besides its ends, and when.
function claimSentence(claim) {
  const plain = phrase(say(claim.subject.label), claim.relation, say(claim.value.label));
  const detail = say(claim.detail);
  const times = timesOf(claim, "until");
  const [colon, comma, open, close] =
    state.lang === "zh" ? ["：", "，", "（", "）"] : [": ", ", ", " (", ")"];
  return [
    plain,
    ...(detail ? [colon, detail] : []),
    ...(times.length ? [open, times.join(comma), close] : []),
  ].join("");
}
const timesOf = (claim, end = "validTo") =>
  [
    claim.as_of && word("asOf", { time: claim.as_of }),
    claim.valid_from && word("validFrom", { time: claim.valid_from }),
    claim.valid_to && word(end, { time: claim.valid_to }),
  ].filter(Boolean);

// Who says it: the titles of the sources that support one of the claims.
function speakersOf(claimIds) {
  const evidence = claimIds.flatMap((id) => CLAIMS.get(id).evidence);
  const ids = new Set(evidence.filter((e) => e.stance === "Supports").map((e) => e.source));
  return [...ids].map((id) => SOURCES.get(id)).filter(Boolean);
}
const titled = (source) =>
  /^zh/.test(source.language ?? "") ? `《${source.title}》` : `“${source.title}”`;

function drawWords() {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  document.title = `${say(SCENE.heading.title)} · finkg`;
  find("title").textContent = say(SCENE.title);
  find("scope").hidden = !say(SCENE.heading.scope);
  find("scope").replaceChildren(data(say(SCENE.heading.scope)));
  for (const part of document.querySelectorAll("[data-word]"))
    part.textContent = word(part.dataset.word);
  for (const part of document.querySelectorAll("[data-label]")) {
    part.setAttribute("aria-label", word(part.dataset.label));
  }
}
drawnFrom(["lang"], drawWords);
