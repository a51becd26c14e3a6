// Touches pages with pictures in headless Chromium, with one finger and with two, and says as JSON what each touch shows of
// the picture: the box of it that is seen, how far the page is scrolled, and what is at the point between two fingers.
//
//     node touch.mjs FILE…
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { quiet } from "./quiet.mjs";

// Fingers, each a list of places, that go down together and move step by step.
async function touch(client, fingers) {
  const points = (step) => fingers.map((finger, id) => ({ x: finger[step][0], y: finger[step][1], id }));
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(0) });
  for (let step = 1; step < fingers[0].length; step += 1) {
    await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(step) });
  }
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

const line = ([x, y], [right, down]) => Array.from({ length: 11 }, (_, n) => [x + right * n / 10, y + down * n / 10]);

async function touched(browser, file) {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, hasTouch: true });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (said) => { if (["error", "warning"].includes(said.type())) errors.push(said.text()); });
  await page.goto(pathToFileURL(resolve(file)).href);
  const client = await context.newCDPSession(page);
  const middle = await page.evaluate(() => {
    const area = document.querySelector("figure svg").getBoundingClientRect();
    return [Math.round(area.left + area.width / 2), Math.round(Math.min(area.top + area.height / 2, 400))];
  });
  const seen = () => page.evaluate(([x, y]) => {
    const svg = document.querySelector("figure svg");
    const shown = svg.getScreenCTM();
    return { box: svg.getAttribute("viewBox").split(" ").map(Number), scrolled: window.scrollY,
      at: [(x - shown.e) / shown.a, (y - shown.f) / shown.d], chosen: svg.classList.contains("chosen") };
  }, middle);
  const [x, y] = middle;
  const told = { file, errors, whole: await seen() };
  await touch(client, [line([x - 50, y], [-100, 0]), line([x + 50, y], [100, 0])]);
  told.spread = await seen();
  await touch(client, [line([x, y], [60, 40])]);
  told.dragged = await seen();
  await touch(client, [line([x - 150, y], [140, 0]), line([x + 150, y], [-140, 0])]);
  told.pinched = await seen();
  await touch(client, [line([x, y], [0, -150])]);
  await page.waitForTimeout(300);
  told.scrolled = await seen();
  await page.evaluate(() => window.scrollTo(0, 0));
  // A page that still glides takes a tap as the end of gliding.
  await page.waitForTimeout(1000);
  const point = await page.evaluate(() => {
    const mark = [...document.querySelectorAll("figure g[data-about]")].find((one) => !one.dataset.about.includes(" "));
    const area = mark?.querySelector("circle, rect, path")?.getBoundingClientRect();
    return area ? [area.left + area.width / 2, area.top + area.height / 2] : null;
  });
  if (point) await page.touchscreen.tap(...point);
  const isChosen = () => document.querySelector("figure svg").classList.contains("chosen");
  await page.waitForFunction(isChosen, null, { timeout: 10000 }).catch(() => null);
  told.tapped = await seen();
  await context.close();
  return told;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: false, args: quiet });
const told = [];
for (const file of process.argv.slice(2)) told.push(await touched(browser, file));
await browser.close();
console.log(JSON.stringify(told));
