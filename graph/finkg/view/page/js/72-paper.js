// On paper: the day beside the title, and the colours of light, whatever the screen has.
function drawPaper() {
  find("paper").textContent = `${word("date", { date: SCENE.date })} · finkg`;
}
document.querySelector("header").append(element("p", { id: "paper" }));
drawnFrom(["lang"], drawPaper);

let screenTheme = null; // while it is printed
matchMedia("print").addEventListener("change", ({ matches }) => {
  if (matches) screenTheme = state.theme;
  set({ theme: matches ? "light" : screenTheme });
});
