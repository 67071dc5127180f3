// Opens pages in headless Chromium and tries what a reader does with them: see browser_test.go, which makes the pages
// and runs this. Arguments: the folder with node_modules, the browser, then the files. Each fault is a line on standard
// output; none means that all is well.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const [folder, browserPath, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(folder, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const views = ["summary", "plan", "milestones", "risks", "forecast", "about"];
const faults = [];
let where = "";
const fault = (text) => faults.push(`${where}: ${text}`);
const expect = (isSo, text) => { if (!isSo) fault(text); };

// watch collects what no page may do.
const watch = (page) => {
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) fault(`console: ${message.text()}`); });
  page.on("pageerror", (error) => fault(`script: ${error.message}`));
  page.on("request", (request) => { if (!request.url().startsWith("file:")) fault(`asks for ${request.url()}`); });
  page.on("dialog", (dialog) => { fault(`dialog: ${dialog.message()}`); dialog.dismiss(); });
};

const open = async (browser, file, options, hash = "") => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  watch(page);
  await page.goto(`file://${file}${hash}`);
  return page;
};

const wide = { viewport: { width: 1280, height: 900 } };
const texts = (page, selector) => page.$$eval(selector, (all) => all.map((each) => each.textContent.trim()));
const active = (page, what) => page.evaluate(what);
const shownCount = async (page) => Number((await page.textContent("#shown")).replace(/,/g, "").match(/\d+/)[0]);

const checkAccess = async (page, name) => {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const each of result.violations.filter((v) => ["serious", "critical"].includes(v.impact))) {
    fault(`axe, ${name}: ${each.id} (${each.impact}) at ${each.nodes.slice(0, 3).map((n) => n.target.join(" ")).join("; ")}: ${each.nodes[0].failureSummary}`);
  }
};

// checkViews opens every view from the navigation, in light and dark, and asks axe about each.
const checkViews = async (browser, file) => {
  for (const colorScheme of ["light", "dark"]) {
    where = `${path.basename(file)}, ${colorScheme}`;
    const page = await open(browser, file, { ...wide, colorScheme });
    for (const view of views) {
      await page.click(`nav a[href="#${view}"]`);
      await page.waitForSelector(`#${view}:not([hidden])`);
      const visible = await page.$$eval("main > .view:not([hidden])", (all) => all.map((each) => each.id));
      expect(visible.join() === view, `${view} shows ${visible}`);
      expect(await active(page, () => document.activeElement.id) === `${view}-title`, `${view} does not take the focus`);
      await checkAccess(page, view);
    }
    await page.context().close();
  }
};

// checkKeyboard goes through the chart with the keys alone.
const checkKeyboard = async (browser, file) => {
  where = `${path.basename(file)}, keyboard`;
  const page = await open(browser, file, wide, "#plan");
  await page.focus("#as-table");
  await page.keyboard.press("Tab");
  const level = () => active(page, () => document.activeElement.getAttribute("aria-level"));
  const key = () => active(page, () => document.activeElement.getAttribute("data-key"));
  expect(await level() === "1", "Tab does not lead into the chart");
  const outline = await active(page, () => getComputedStyle(document.activeElement).outlineStyle);
  expect(outline !== "none", "the focus in the chart is not visible");
  const first = await key();
  await page.keyboard.press("ArrowDown");
  expect(await key() !== first, "down does not move");
  await page.keyboard.press("ArrowUp");
  expect(await key() === first, "up does not move back");
  const expanded = () => active(page, () => document.activeElement.getAttribute("aria-expanded"));
  if (await expanded() === "true") await page.keyboard.press("ArrowLeft");
  expect(await expanded() === "false", "left does not close a group");
  await page.keyboard.press("ArrowRight");
  expect(await expanded() === "true", "right does not open a group");
  for (let k = 0; k < 6 && (await expanded()) !== null; k++) await page.keyboard.press("ArrowRight");
  const name = await active(page, () => document.activeElement.querySelector(".name bdi").textContent);
  expect(await expanded() === null, "right and down do not reach an activity");
  expect((await page.textContent("#details h3")).trim() === name.trim(), "the focus does not show the details");
  expect((await page.textContent("#details")).includes("Why then"), "the details do not say why");
  const row = await key();
  await page.keyboard.press("Enter");
  expect(await active(page, () => document.activeElement.id) === "details", "Enter does not lead to the details");
  expect((await page.$$(".rows [aria-current='true']")).length === 1, "Enter does not pin");
  await page.keyboard.press("Escape");
  expect(await key() === row, "Escape does not lead back to the row");
  expect((await page.$$(".rows [aria-current='true']")).length === 0, "Escape does not let go");
  const width = () => page.$eval(".chart .head .time", (each) => each.offsetWidth);
  const before = await width();
  await page.keyboard.press("+");
  expect(await width() > before, "+ does not zoom in");
  expect(await key() === row, "zooming loses the focus");
  await page.keyboard.press("0");
  expect(await width() === before, "0 does not fit");
  await page.keyboard.press("End");
  const last = await key();
  await page.keyboard.press("Home");
  expect(await key() === first && last !== first, "Home and End do not move");
  await page.context().close();
};

// checkPointer hovers, pins and zooms with the pointer.
const checkPointer = async (browser, file) => {
  where = `${path.basename(file)}, pointer`;
  const page = await open(browser, file, wide, "#plan");
  await page.click("#open-all");
  const bars = await page.$$(".rows [role='row']:not([aria-expanded]) .name");
  expect(bars.length > 1, "opening all shows no activities");
  await bars[0].hover();
  const name = (await bars[0].textContent()).trim();
  expect((await page.textContent("#details h3")).trim() === name, "pointing does not show the details");
  await bars[0].click();
  await bars[1].hover();
  expect((await page.textContent("#details h3")).trim() === name, "a pinned activity does not stay");
  await page.click("#details .state button");
  await bars[1].hover().catch(() => {});
  const width = () => page.$eval(".chart .head .time", (each) => each.offsetWidth);
  const before = await width();
  await page.click("#zoom-in");
  expect(await width() > before, "the button does not zoom in");
  await page.click("#zoom-fit");
  expect(await width() === before, "the button does not fit");
  await page.fill("#find", "no such thing anywhere");
  await page.evaluate(() => { location.hash = `#activity=${encodeURIComponent(JSON.parse(document.getElementById("data").textContent).activities.id[0])}`; });
  await page.waitForSelector(".rows [aria-current='true']");
  await page.waitForTimeout(100);
  expect(await page.inputValue("#find") === "" && await page.isVisible(".rows [aria-current='true']"), "a link does not show what a filter hides");
  await page.click("#close-all");
  expect((await page.$$(".rows [role='row']:not([aria-expanded])")).length === 0, "closing all leaves activities");
  await page.context().close();
};

// checkFilters sees that what is shown and hidden adds up, whichever filter is set.
const checkFilters = async (browser, file) => {
  where = `${path.basename(file)}, filters`;
  const page = await open(browser, file, wide, "#plan");
  const data = await page.$eval("#data", (each) => JSON.parse(each.textContent));
  const all = data.activities.id.length;
  expect(await shownCount(page) === all, "not all activities are said to be shown");
  const lists = data.activities;
  const count = (passes) => lists.id.filter((_, i) => passes(i)).length;
  const tries = [
    ["#of-kind", (value) => count((i) => lists.kind[i] === value)],
    ["#of-phase", (value) => count((i) => lists.phase[i] === value)],
    ["#of-trust", (value) => count((i) => lists.trust[i] === value)],
    ["#of-team", (value) => count((i) => lists.needs[i].some((n, k) => k % 2 === 0 && n === value))],
  ];
  for (const [select, wanted] of tries) {
    const values = (await page.$$eval(`${select} option`, (options) => options.map((each) => each.value))).filter((v) => v !== "");
    for (const value of values.slice(0, 4)) {
      await page.selectOption(select, value);
      const said = await page.textContent("#shown");
      const numbers = said.replace(/,/g, "").match(/\d+/g).map(Number);
      expect(numbers[0] === wanted(Number(value)), `${select} ${value} shows ${numbers[0]}, not ${wanted(Number(value))}`);
      expect(numbers[0] + numbers[2] === all, `${select} ${value}: shown and hidden do not add up: ${said}`);
    }
    await page.selectOption(select, "");
  }
  await page.selectOption("#of-pressure", "critical");
  expect(await shownCount(page) === count((i) => lists.critical[i].length > 0), "criticality does not filter");
  await page.click("#clear");
  await page.waitForFunction((n) => document.getElementById("shown").textContent.replace(/,/g, "").includes(`All ${n} `), all);
  const word = lists.id[0];
  await page.fill("#find", word);
  expect(await shownCount(page) === count((i) => [lists.id[i], lists.name[i], lists.site[i], lists.workflow[i], lists.owner[i]].join(" ").toLowerCase().includes(word)), "the search does not find an id");
  await page.fill("#find", "no such thing anywhere");
  expect((await page.textContent(".rows")).includes("No activity passes the filters"), "nothing found is not said");
  await page.fill("#find", "");
  await page.selectOption("#by", "byTrust");
  const groups = await texts(page, ".rows .level-1 .name bdi");
  expect(groups.length > 0 && groups[0] === data.byTrust[0].name.trim(), "grouping by trust does not group");
  await page.click("#as-table");
  expect((await page.$$("#with-table tbody tr")).length === Math.min(100, all), "the table does not show the activities");
  await checkAccess(page, "table of activities");
  const names = await texts(page, "#with-table tbody th a");
  expect(names.every((name, i) => name === lists.name[i].trim()), "the names in the table are not those of the plan");
  await page.context().close();
};

// checkColours sees that the switch works and is remembered.
const checkColours = async (browser, file) => {
  where = `${path.basename(file)}, colours`;
  const page = await open(browser, file, { ...wide, colorScheme: "light" });
  const ground = () => page.$eval("body", (each) => getComputedStyle(each).backgroundColor);
  const light = await ground();
  await page.selectOption("#colours", "dark");
  const dark = await ground();
  expect(light !== dark, "the switch does not darken the page");
  await page.reload();
  expect(await ground() === dark, "the choice is not remembered");
  await page.selectOption("#colours", "");
  expect(await ground() === light, "the page does not go back to the colours of the device");
  await page.context().close();
};

// checkTables sorts, searches and follows links into the plan.
const checkTables = async (browser, file) => {
  where = `${path.basename(file)}, tables`;
  const page = await open(browser, file, wide, "#milestones");
  const heads = await texts(page, "#milestone-table thead th");
  const column = heads.indexOf("Date") + 1;
  const dates = () => page.$$eval(`#milestone-table tbody tr > :nth-child(${column})`, (all) => all.map((each) => each.getAttribute("data-sort")));
  await page.click(`#milestone-table thead th:nth-child(${column}) button`);
  const rising = await dates();
  expect(rising.join() === [...rising].sort().join(), "the dates are not sorted");
  await page.click(`#milestone-table thead th:nth-child(${column}) button`);
  const falling = await dates();
  expect(falling.join() === [...rising].sort().reverse().join() && await page.$(`#milestone-table th[aria-sort="descending"]`) !== null, "the dates are not sorted the other way");
  const wanted = (await texts(page, "#milestone-table tbody th a"))[0];
  await page.fill("#find-milestone", wanted.slice(0, 12));
  const said = await page.textContent("#milestone-table-shown");
  const shown = await page.$$eval("#milestone-table tbody tr:not([hidden])", (all) => all.length);
  expect(said.replace(/,/g, "").startsWith(`${shown} of ${rising.length} milestones`), `the search says: ${said}`);
  const date = (await page.textContent(`#milestone-table tbody tr:not([hidden]) > :nth-child(${column})`)).trim();
  await page.click("#milestone-table tbody tr:not([hidden]) th a");
  await page.waitForSelector("#plan:not([hidden])");
  const pinned = (await page.textContent("#details h3")).trim();
  expect(await page.$(".rows [aria-current='true']") !== null && pinned !== "Details", "the link does not pin the milestone");
  expect((await page.textContent("#details dl")).includes(date), `the details do not have the date of the table, ${date}`);
  await page.goBack();
  await page.waitForSelector("#milestones:not([hidden])");
  await page.context().close();
};

// checkSmall sees that nothing is wider than a phone but what scrolls by itself.
const checkSmall = async (browser, file) => {
  where = `${path.basename(file)}, small`;
  const page = await open(browser, file, { viewport: { width: 390, height: 844 } });
  for (const view of views) {
    await page.goto(`file://${file}#${view}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow <= 0, `${view} is ${overflow} pixels too wide`);
  }
  await checkAccess(page, "about, small");
  await page.context().close();
};

// checkPaper sees that paper holds the summary and the plan on a page, and that nothing is missing without the script.
const checkPaper = async (browser, file, isExample) => {
  where = `${path.basename(file)}, paper`;
  const page = await open(browser, file, { ...wide, colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  const isShown = (selector) => page.$eval(selector, (each) => getComputedStyle(each).display !== "none" && each.getClientRects().length > 0);
  expect(await isShown("#summary .tiles") && await isShown("#plan .sheet svg"), "paper lacks the summary or the plan on a page");
  expect(!(await isShown("nav")) && !(await isShown("#chart")), "paper shows what cannot be used on it");
  expect(await page.$eval("body", (each) => getComputedStyle(each).color) === "rgb(33, 43, 50)", "paper is not in the light colours");
  for (const format of ["A4", "A3"]) {
    const pdf = (await page.pdf({ format, landscape: true })).toString("latin1");
    const sheets = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    if (isExample) expect(sheets === 2, `${format}: ${sheets} sheets of paper instead of 2`);
  }
  await page.context().close();
  const bare = await open(browser, file, { ...wide, javaScriptEnabled: false });
  for (const view of views) expect(await bare.isVisible(`#${view}`), `${view} is not there without the script`);
  expect(await bare.isVisible("#plan .sheet svg"), "the plan on a page is not there without the script");
  expect(!(await bare.isVisible("#chart")), "the chart is there without the script");
  await bare.context().close();
};

// checkSkip uses the skip link.
const checkSkip = async (browser, file) => {
  where = `${path.basename(file)}, skip link`;
  const page = await open(browser, file, wide);
  await page.keyboard.press("Tab");
  expect(await active(page, () => document.activeElement.className) === "skip", "the skip link does not come first");
  expect(await page.$eval(".skip", (each) => each.getBoundingClientRect().top >= 0), "the skip link is not seen when it has the focus");
  await page.keyboard.press("Enter");
  expect(await active(page, () => document.activeElement.id) === "main", "the skip link does not lead to the content");
  await page.context().close();
};

// checkSpeed sees that the chart stays quick and keeps few rows in the document.
const checkSpeed = async (browser, file) => {
  where = `${path.basename(file)}, speed`;
  const page = await open(browser, file, wide, "#plan");
  const times = await page.evaluate(() => {
    const took = (act) => { const start = performance.now(); act(); return performance.now() - start; };
    const field = document.getElementById("find");
    const all = took(() => document.getElementById("open-all").click());
    const rows = document.querySelectorAll("#chart [role='row']").length;
    const zoom = took(() => document.getElementById("zoom-in").click());
    const find = took(() => { field.value = "a"; field.dispatchEvent(new Event("input", { bubbles: true })); });
    return { all, zoom, find, rows };
  });
  expect(times.rows < 150, `${times.rows} rows are in the document`);
  for (const act of ["all", "zoom", "find"]) expect(times[act] < 1500, `${act} takes ${Math.round(times[act])} ms`);
  console.error(`${where}: open all ${Math.round(times.all)} ms, zoom ${Math.round(times.zoom)} ms, search ${Math.round(times.find)} ms, ${times.rows} rows`);
  await page.context().close();
};

// checkAxe sees that axe finds a fault where there is one.
const checkAxe = async (browser) => {
  where = "axe";
  const page = await browser.newPage();
  await page.setContent("<!DOCTYPE html><title>A fault</title><main><button></button></main>");
  await checkAccess(page, "a button without a name");
  if (!faults.splice(0).some((each) => each.includes("button-name"))) fault("it does not find a button without a name");
  await page.close();
};

const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
await checkAxe(browser);
for (const file of pages) {
  const isEmpty = path.basename(file) === "nothing.html";
  const checks = isEmpty ? [checkViews, checkSmall, checkSkip] : [checkViews, checkKeyboard, checkPointer, checkFilters, checkColours, checkTables, checkSmall, checkSkip, checkSpeed];
  for (const check of checks) {
    try { await check(browser, file); } catch (error) { fault(`${check.name}: ${error.message}`); }
  }
  if (isEmpty) continue;
  try { await checkPaper(browser, file, path.basename(file) === "example.html"); } catch (error) { fault(`checkPaper: ${error.message}`); }
}
await browser.close();
for (const each of faults) console.log(each);
