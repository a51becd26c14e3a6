// Reads flow charts with Mermaid itself, in headless Chromium, and says as JSON what it made of them: of which kind they
// are, the ends, words and strokes of lines as it parsed them, and the words of boxes and lines as it drew them.
//
//     node mermaid.mjs FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { quiet } from "./quiet.mjs";

const mermaid = join(dirname(createRequire(import.meta.url).resolve("mermaid")), "mermaid.min.js");

async function read(page, file) {
  const told = { file, errors: [], requests: [] };
  const watch = {
    pageerror: (error) => told.errors.push(String(error)),
    console: (said) => { if (said.type() === "error") told.errors.push(said.text()); },
    request: (request) => told.requests.push(request.url().slice(0, 200)),
  };
  for (const [event, note] of Object.entries(watch)) page.on(event, note);
  Object.assign(told, await page.evaluate(async (text) => {
    const { mermaid } = globalThis;
    // As a page would have it that shows charts of any size: the usual limits are 50,000 letters and 500 lines.
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1e8, maxEdges: 1e6, securityLevel: "strict" });
    const { diagramType } = await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const { svg } = await mermaid.render("chart", text);
    document.body.innerHTML = svg;
    // A break is a line of its own, and blanks around it and between words are as wide as one.
    const words = (label) => {
      for (const end of label.querySelectorAll("br")) end.replaceWith("\n");
      return label.textContent;
    };
    return {
      kind: diagramType,
      title: document.querySelector(".flowchartTitleText")?.textContent ?? null,
      parsed: { nodes: [...db.getVertices().keys()],
        edges: db.getEdges().map(({ start, end, stroke, type }) => ({ start, end, stroke, type })) },
      nodes: [...document.querySelectorAll("g.node")].map((node) =>
        ({ id: node.id.match(/-(n\d+)-\d+$/)?.[1] ?? node.id, text: words(node.querySelector(".nodeLabel")) })),
      lines: document.querySelectorAll("path.flowchart-link").length,
      labels: [...document.querySelectorAll(".edgeLabel .label .edgeLabel")].map(words),
      foreign: document.querySelectorAll(["script", "img", "image", "iframe", "a", "form", "input"].map((one) => `svg ${one}`)).length,
    };
  }, readFileSync(file, "utf8")));
  for (const [event, note] of Object.entries(watch)) page.off(event, note);
  return told;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: false, args: quiet });
const page = await browser.newPage();
await page.setContent("<!DOCTYPE html><body></body>");
await page.addScriptTag({ path: mermaid });
const told = [];
for (const file of process.argv.slice(2)) told.push(await read(page, file));
await browser.close();
console.log(JSON.stringify(told));
