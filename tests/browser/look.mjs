// Opens pictures (SVG, HTML) in headless Chromium and says as JSON what it saw: errors of scripts, requests to anywhere
// but the file itself, what axe-core finds, the texts with the boxes that they are drawn in, and the events behind marks.
//
//     node look.mjs FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { quiet } from "./quiet.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function look(browser, file) {
  const address = pathToFileURL(resolve(file)).href;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const seen = { file, errors: [], requests: [], violations: [], texts: [], events: [] };
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (said) => { if (["error", "warning"].includes(said.type())) seen.errors.push(said.text()); });
  page.on("request", (request) => { if (request.url() !== address) seen.requests.push(request.url().slice(0, 200)); });
  await page.goto(address, { waitUntil: "load" });
  Object.assign(seen, await page.evaluate(() => ({
    root: document.documentElement.localName,
    broken: document.getElementsByTagName("parsererror").length,
    scripts: document.getElementsByTagName("script").length,
    texts: [...document.querySelectorAll("svg text")].map((text) => {
      const { x, y, width, height } = text.getBoundingClientRect();
      return { text: text.textContent, class: text.getAttribute("class") ?? "", x, y, width, height };
    }),
    events: [...new Set([...document.querySelectorAll("[data-events]")]
      .flatMap((mark) => mark.getAttribute("data-events").split(" ")))].filter(Boolean).sort(),
  })));
  if (seen.root === "html") {
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run(document));
    seen.violations = found.violations.map(({ id, impact, help, nodes }) =>
      ({ id, impact, help, at: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)) }));
  }
  await page.close();
  return seen;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: false, args: quiet });
const answers = [];
for (const file of process.argv.slice(2)) answers.push(await look(browser, file));
await browser.close();
console.log(JSON.stringify(answers));
