// Elements are made here only. Text goes in as text, so that markup in it stays harmless.
const find = (id) => document.getElementById(id);

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
}

// Text of the graph, isolated: a right-to-left mark in it does not turn the words around it.
const data = (text, attributes = {}) => element("bdi", attributes, text);
const tag = (name, text, kind = "") => element(name, { class: kind || null }, text);

// A word that leads into a text; a fullwidth colon needs no space after it.
const lead = (key, name = "span", values = {}) => [
  tag(name, word(key, values), name === "b" ? "" : "tag"),
  state.lang === "zh" ? "" : " ",
];

const button = (label, act, attributes = {}) =>
  element("button", { type: "button", onclick: act, ...attributes }, label);

// A link that runs on in its sentence, as a button would not; its address leads there, too.
const inlineLink = (words, act, content) =>
  element(
    "a",
    {
      href: `#${new URLSearchParams(words)}`,
      class: "link",
      onclick: (event) => {
        event.preventDefault();
        act();
      },
    },
    content,
  );

// Only addresses of the web become links.
const webLink = (address, content) =>
  /^https?:\/\//.test(address)
    ? element("a", { href: address, rel: "noreferrer", target: "_blank" }, content)
    : content;

const announce = (text) => find("status").replaceChildren(data(text));
