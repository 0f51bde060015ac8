// Opens the blocks of the page, and from two of them vis-network and the script of the page, which the
// page's policy knows by their hashes. A block is deflated (RFC 1950), in base64.
function bytesOf(base64) {
  // Newer browsers read base64 by themselves.
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

async function inflated(id) {
  const bytes = bytesOf(document.getElementById(id).textContent);
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const response = new Response(readable);
  written.catch(() => {}); // whoever reads is told
  return response;
}

const opened = async (id) => (await inflated(id)).json();

async function run(text) {
  const script = document.createElement("script");
  script.textContent = await text;
  document.head.append(script);
}

async function begin() {
  const texts = ["drawing-block", "script-block"].map(async (id) => (await inflated(id)).text());
  for (const text of texts) await run(text);
}

const isNewEnough = "DecompressionStream" in window;
// While vis-network is read, the graph is inflated.
const graphOpening = isNewEnough && opened("graph-block");
if (isNewEnough) begin();
else document.getElementById("old").hidden = false;
