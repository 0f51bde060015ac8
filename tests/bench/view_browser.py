"""A page in a browser of its own each time, and what it costs there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
#: Milliseconds after which nobody waits any longer.
PATIENCE: Final = 120_000

# Times are milliseconds since the page was opened. What has been drawn is seen one frame later: a
# message runs behind the painting of the frame in which it was sent.
_WATCH: Final = """
(() => {
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.splice(0).forEach(done => done(performance.now()));
  const painted = () => new Promise(done => requestAnimationFrame(() => {
    waiting.push(done); port2.postMessage(0);
  }));
  const until = async seen => { for (;;) { const at = await painted(); if (seen()) return at; } };
  window.bench = {
    painted, until,
    picture: until(() => window.finkg && finkg.labels().length),
    // What a step costs until its result can be seen.
    async cost(step) { const from = performance.now(); step(); return await painted() - from; },
    keys: [],
  };
  // A key counts from when it was pressed, a text that was put in from when it came.
  let pressed = 0;
  addEventListener("keydown", event => { pressed = event.timeStamp; }, true);
  addEventListener("input", async event => {
    const from = pressed || event.timeStamp;
    pressed = 0;
    bench.keys.push(await painted() - from);
  }, true);
  // pyvis keeps its network in a global variable; the picture is shown once it has come to rest.
  let network;
  bench.rested = new Promise(done => Object.defineProperty(window, "network", {
    get: () => network,
    set(made) {
      network = made;
      made.once("stabilizationIterationsDone", () =>
        made.once("afterDrawing", async () => done(await painted())));
    },
  }));
  for (const name of ["picture", "rested"])
    bench[name].then(at => { bench.at = at; console.info(`bench: ${name}`); });
})();
"""


class Opening(NamedTuple):
    """Seconds from opening a page to its first picture: by the page's clock, by ours, and of the
    processor in the thread that runs the page's script."""

    page: float
    wall: float
    cpu: float


@contextmanager
def chromium() -> Iterator[Browser]:
    """Raises SystemExit on a machine without chromium."""
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium")
    if found is None:
        raise SystemExit("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*ARGUMENTS])
        yield browser
        browser.close()


@contextmanager
def fresh(browser: Browser) -> Iterator[Page]:
    """A page without a network, in a context that knows nothing of earlier ones."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    context.set_default_timeout(PATIENCE)
    context.route("http*://**", lambda route: route.abort())
    context.add_init_script(_WATCH)
    yield context.new_page()
    context.close()


def opened(page: Page, path: Path, address: str = "", picture: str = "picture") -> Opening:
    """Opens a page and waits for its first picture. Raises TimeoutError of playwright."""
    clock = page.context.new_cdp_session(page)
    clock.send("Performance.enable", {"timeDomain": "threadTicks"})
    start = perf_counter()
    # A message costs the page nothing; what asks it again and again would be measured with it.
    with page.expect_console_message(lambda message: message.text == f"bench: {picture}"):
        page.goto(path.as_uri() + address, wait_until="commit")
    wall = perf_counter() - start
    metrics = clock.send("Performance.getMetrics")["metrics"]
    cpu = next(each["value"] for each in metrics if each["name"] == "TaskDuration")
    return Opening(page.evaluate("bench.at") / 1000, wall, cpu)


def clicked(page: Page) -> float:
    """Clicks on the weightiest node; seconds from opening the page to evidence in the panel: a
    quote, or a citation where that is all there is."""
    at = page.evaluate(
        """() => {
          bench.until(() => document.querySelector("#panel .evidence")).then(at => bench.seen = at);
          const { x, y } = finkg.place(finkg.inSight()[0]);
          const { left, top } = document.getElementById("network").getBoundingClientRect();
          return { x: left + x, y: top + y };
        }"""
    )
    page.mouse.click(at["x"], at["y"])
    page.wait_for_function("() => bench.seen")
    return float(page.evaluate("() => bench.seen")) / 1000


def typed(page: Page, text: str) -> list[float]:
    """Types into the search; milliseconds of each letter until its results can be seen."""
    page.locator("#search").fill("")
    page.locator("#search").focus()
    page.evaluate("() => bench.painted().then(() => { bench.keys = []; })")
    for letter in text:
        if letter.isascii():
            page.keyboard.press("Space" if letter == " " else letter)
        else:
            page.keyboard.insert_text(letter)
    done = f"() => bench.keys.length >= {len(text)}"
    page.wait_for_function(done)
    return [float(each) for each in page.evaluate("() => bench.keys")]


def cost(page: Page, step: str) -> float:
    """Milliseconds of an expression in the page until its result can be seen."""
    return float(page.evaluate(f"() => bench.cost(() => {step})"))


def frames(page: Page, drawn: int) -> dict[str, Any]:
    """Brings in about so many nodes and zooms for two seconds: nodes, edges and frames a second."""
    result: dict[str, Any] = page.evaluate(
        """async most => {
          const enough = () => finkg.inSight().length >= most;
          for (let round = 0; round < 9 && !enough(); round += 1)
            for (const id of finkg.inSight()) {
              if (enough()) break;
              finkg.expand(id);
              await bench.painted();
            }
          // What was drawn before is painted to the end before frames are counted.
          await new Promise(done => setTimeout(done, 500));
          await bench.painted();
          let count = 0;
          const start = performance.now();
          for (; performance.now() - start < 2000; count += 1) {
            finkg.zoom(0.5 + 0.3 * Math.sin(count / 10));
            await bench.painted();
          }
          return {
            nodes: finkg.inSight().length,
            edges: finkg.edges().length,
            frames: count * 1000 / (performance.now() - start),
          };
        }""",
        drawn,
    )
    return result
