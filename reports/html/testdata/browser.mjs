// Opens pages in headless Chromium and tries what a reader does with them: see browser_test.go, which makes the pages
// and runs this. Arguments: the folder with node_modules, the browser, then the files. Each fault is a line on standard
// output; none means that all is well.
import { createRequire } from "node:module";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";

const [folder, browserPath, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(folder, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const fixed = ["summary", "plan", "milestones", "readiness", "risks", "forecast", "changes", "assurance", "about"];
let views = fixed;
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

// runAxe asks axe about what is shown. What is hidden is no fault of anybody's, but takes axe minutes on a national
// programme; so it stands aside meanwhile.
const runAxe = async () => {
  const aside = [...document.querySelectorAll("main > .view[hidden], tr[hidden], tbody[hidden]")].map((each) => {
    const place = document.createComment("");
    each.replaceWith(place);
    return { each, place };
  });
  const result = await window.axe.run(document, { resultTypes: ["violations"] });
  for (const { each, place } of aside.reverse()) place.replaceWith(each);
  return result;
};

const checkAccess = async (page, name) => {
  await page.evaluate(axe);
  const result = await page.evaluate(runAxe);
  for (const each of result.violations.filter((v) => ["serious", "critical"].includes(v.impact))) {
    fault(`axe, ${name}: ${each.id} (${each.impact}) at ${each.nodes.slice(0, 3).map((n) => n.target.join(" ")).join("; ")}: ${each.nodes[0].failureSummary}`);
  }
};

// readViews reads the navigation: the views of every page, and one of scenarios where the plan has any.
const readViews = async (browser, file) => {
  where = path.basename(file);
  const page = await open(browser, file, wide);
  views = await page.$$eval(".banner nav a", (all) => all.map((each) => each.hash.slice(1)));
  const has = await page.$("#scenarios") !== null;
  expect(views.filter((view) => view !== "scenarios").join() === fixed.join() && views.includes("scenarios") === has, `the navigation has ${views}`);
  expect(path.basename(file) !== "scenarios.html" || has, "the scenarios are missing");
  await page.context().close();
};

// checkScenarios sorts the scenarios and the promises under them.
const checkScenarios = async (browser, file) => {
  if (!views.includes("scenarios")) return;
  where = `${path.basename(file)}, scenarios`;
  const page = await open(browser, file, wide, "#scenarios");
  const column = async (table, head) => {
    const at = (await texts(page, `${table} thead th`)).indexOf(head) + 1;
    await page.click(`${table} thead th:nth-child(${at}) button`);
    return texts(page, `${table} tbody tr > :nth-child(${at})`);
  };
  const later = (await column("#scenario-table", "Later, days")).filter((each) => each !== "–").map((each) => Number(each.replace("−", "-")));
  expect(later.length > 1 && later.every((each, k) => k === 0 || later[k - 1] <= each), `the scenarios are not sorted by their finish: ${later}`);
  const names = (await texts(page, "#scenarios .matrix thead th")).slice(2);
  expect(names.length > 1, "the promises have no column for each scenario");
  const days = await page.$$eval("#scenarios .matrix tbody td:last-child", (all) => all.map((each) => each.dataset.sort));
  expect(days.length > 0 && days.every((each) => /^\d{4}-\d\d-\d\d$/.test(each)), "the promises cannot be sorted by their dates");
  await page.context().close();
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

// checkWheel zooms with the wheel and a modifier, about the pointer, and not without.
const checkWheel = async (page, width, before) => {
  const box = await page.$eval(".chart .head .time", (each) => { const { left, bottom } = each.getBoundingClientRect(); return { left, bottom }; });
  const spot = { x: box.left + 150, y: box.bottom + 40 };
  await page.mouse.move(spot.x, spot.y);
  const dayAt = () => page.evaluate((x) => {
    const time = document.querySelector(".chart .head .time");
    return (x - time.getBoundingClientRect().left) / time.offsetWidth;
  }, spot.x);
  const day = await dayAt();
  await page.keyboard.down("Control");
  for (let k = 0; k < 4; k++) await page.mouse.wheel(0, -100);
  await page.waitForTimeout(300);
  await page.keyboard.up("Control");
  expect(await width() > before, "Ctrl and the wheel do not zoom");
  expect(Math.abs(await dayAt() - day) < 0.01, "the wheel does not zoom about the pointer");
  const zoomed = await width();
  await page.mouse.wheel(0, 100);
  await page.waitForTimeout(100);
  expect(await width() === zoomed, "the wheel zooms without a key");
  await page.click("#zoom-fit");
  await page.evaluate(() => { document.getElementById("chart").scrollTop = 0; scrollTo(0, 0); });
};

// checkLink opens links to activities: the row is below the heading of the chart, in it and on the screen, and what
// leads there is drawn.
const checkLink = async (browser, file) => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 1280, height: 600 }, { width: 600, height: 900 }]) {
    where = `${path.basename(file)}, link at ${viewport.width} × ${viewport.height}`;
    const page = await open(browser, file, { viewport }, "#plan");
    const { ids, back } = await page.$eval("#data", (each) => { const { id, back } = JSON.parse(each.textContent).activities; return { ids: id, back }; });
    const held = back.findLastIndex((at) => at >= 0);
    for (const at of [0, Math.floor(ids.length / 2), held < 0 ? ids.length - 1 : held]) {
      await page.goto("about:blank");
      await page.goto(`file://${file}#activity=${encodeURIComponent(ids[at])}`);
      const seen = await page.$eval(".rows .pinned", (row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const head = document.querySelector(".chart .head").getBoundingClientRect();
        const chart = document.getElementById("chart").getBoundingClientRect();
        return { key: row.getAttribute("data-key"), isIn: top >= head.bottom - 1 && bottom <= chart.bottom + 1 && top >= 0 && bottom <= innerHeight + 1 };
      });
      expect(seen.key === ids[at], `the link to ${ids[at]} pins ${seen.key}`);
      expect(seen.isIn, `the row of ${ids[at]} is not in view`);
      expect(back[at] < 0 || (await page.$$(".chain-lines path")).length > 0, `nothing is drawn to ${ids[at]}`);
    }
    await page.context().close();
  }
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
  await checkWheel(page, width, before);
  await page.fill("#find", "no such thing anywhere");
  await page.evaluate(() => { location.hash = `#activity=${encodeURIComponent(JSON.parse(document.getElementById("data").textContent).activities.id[0])}`; });
  await page.waitForSelector(".rows [aria-current='true']");
  await page.waitForTimeout(100);
  expect(await page.inputValue("#find") === "" && await page.isVisible(".rows [aria-current='true']"), "a link does not show what a filter hides");
  await page.click("#close-all");
  expect((await page.$$(".rows [role='row']:not([aria-expanded])")).length === 0, "closing all leaves activities");
  await page.context().close();
};

// checkRest sees that of many trusts the first are shown, the rest counted together and all there when it is opened.
const checkRest = async (page, data) => {
  const rest = data.byTrust.at(-1);
  if (rest.level !== "rest") return;
  expect(data.byTrust.length <= 25, `${data.byTrust.length} trusts side by side`);
  const slack = (group) => group.slack ?? Infinity;
  const trusts = [...data.byTrust.slice(0, -1).filter((group) => group.promise > 0), ...rest.groups];
  expect(trusts.every((group, k) => k === 0 || slack(trusts[k - 1]) <= slack(group)), "the trusts with the least slack do not come first");
  expect(rest.name === `${rest.groups.length} more trusts`, `the rest is called ${rest.name}`);
  await page.$eval("#chart", (chart) => { chart.scrollTop = chart.scrollHeight; });
  await page.waitForTimeout(100);
  const row = page.locator(".rows [role='row']", { hasText: rest.name });
  await row.locator(".name").click();
  await page.waitForTimeout(100);
  expect(Number(await page.getAttribute("#chart", "aria-rowcount")) === 1 + data.byTrust.length + rest.groups.length, "opening the rest does not show all trusts");
  await page.click("#close-all");
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
    ["#of-check", (value) => data.checks[value].at.length],
  ];
  const promised = (select, value) => page.$eval(`${select} option[value="${value}"]`, (each) => Number(each.textContent.match(/\(([\d,]+)\)$/)[1].replace(/,/g, "")));
  for (const [select, wanted] of tries) {
    const values = (await page.$$eval(`${select} option`, (options) => options.map((each) => each.value))).filter((v) => v !== "");
    for (const value of values.slice(0, 4)) {
      expect(await promised(select, value) === wanted(Number(value)), `${select} ${value} promises another number than there is`);
      await page.selectOption(select, value);
      const said = await page.textContent("#shown");
      const numbers = said.replace(/,/g, "").match(/\d+/g).map(Number);
      expect(numbers[0] === wanted(Number(value)), `${select} ${value} shows ${numbers[0]}, not ${wanted(Number(value))}`);
      expect(numbers[0] + numbers[2] === all, `${select} ${value}: shown and hidden do not add up: ${said}`);
    }
    await page.selectOption(select, "");
  }
  for (const pressure of ["critical", "little", "cliff", "late", "open"]) {
    const n = await promised("#of-pressure", pressure);
    await page.selectOption("#of-pressure", pressure);
    expect(await shownCount(page) === n, `${pressure} promises ${n} activities and shows ${await shownCount(page)}`);
    const [kind] = await page.$$eval("#of-kind option", (options) => options.slice(1).filter((each) => !each.textContent.endsWith("(0)")).map((each) => each.value));
    if (kind === undefined) continue;
    const both = await promised("#of-kind", kind);
    await page.selectOption("#of-kind", kind);
    expect(await shownCount(page) === both, `${pressure} and kind ${kind} promise ${both} activities and show ${await shownCount(page)}`);
    await page.selectOption("#of-kind", "");
  }
  await page.selectOption("#of-pressure", "critical");
  expect(await shownCount(page) === count((i) => lists.critical[i].length > 0), "criticality does not filter");
  await page.click("#clear");
  await page.waitForFunction((n) => document.getElementById("shown").textContent.replace(/,/g, "").includes(`All ${n} `), all);
  const word = lists.id[0];
  await page.fill("#find", word);
  expect(await shownCount(page) === count((i) => [lists.id[i], lists.name[i]].join(" ").toLowerCase().includes(word.toLowerCase())), "the search does not find an id");
  await page.fill("#find", "no such thing anywhere");
  await page.selectOption("#of-kind", String(lists.kind[0]));
  const nothing = await page.textContent("#nothing");
  expect(nothing.includes(`Nothing matches “no such thing anywhere” and kind of work “${data.kinds[lists.kind[0]].name}”.`), `nothing found is not said: ${nothing}`);
  expect(await page.isVisible("#nothing") && !(await page.isVisible("#chart")), "an empty chart is shown");
  expect((await page.textContent("#shown")).startsWith("0 of"), "nothing found is not told to screen readers");
  await checkAccess(page, "nothing matches");
  await page.click("#clear-nothing");
  expect(await shownCount(page) === all && await page.isVisible("#chart"), "the filters are not cleared");
  expect(await active(page, () => document.activeElement.id) === "find", "the focus is lost with the filters");
  await page.selectOption("#by", "byTrust");
  const groups = await texts(page, ".rows .level-1 .name bdi");
  expect(groups.length > 0 && groups[0] === data.byTrust[0].name.trim(), "grouping by trust does not group");
  await checkRest(page, data);
  await page.click("#as-table");
  expect((await page.$$("#with-table tbody tr")).length === Math.min(100, all), "the table does not show the activities");
  await checkAccess(page, "table of activities");
  const names = await texts(page, "#with-table tbody th a");
  expect(names.every((name, i) => name === lists.name[i].trim()), "the names in the table are not those of the plan");
  await page.context().close();
};

// checkComparison lays earlier schedules beside the present one.
const checkComparison = async (browser, file) => {
  where = `${path.basename(file)}, comparison`;
  const page = await open(browser, file, wide, "#plan");
  const { earlier, activities } = await page.$eval("#data", (each) => JSON.parse(each.textContent));
  expect(await page.isVisible("#compare") === (earlier ?? []).length > 0, "comparing is offered where there is nothing to compare with, or is not");
  for (const [k, each] of (earlier ?? []).entries()) {
    await page.selectOption("#compare", String(k));
    for (const [change, wanted] of [["later", each.later.filter((n) => n > 0).length], ["sooner", each.later.filter((n) => n < 0).length], ["added", each.new.length],
      ["same", activities.id.length - each.new.length - each.later.filter((n) => n !== 0).length]]) {
      await page.selectOption("#of-moved", change);
      const shown = wanted === 0 ? Number(!(await page.isVisible("#nothing"))) : await shownCount(page);
      expect(shown === wanted, `${each.name}, ${change}: ${shown} shown instead of ${wanted}`);
    }
    await page.selectOption("#of-moved", "");
    const at = each.at.findIndex((_, i) => each.later[i] !== 0);
    if (at < 0) continue;
    await page.goto(`file://${file}#plan`);
    await page.goto(`file://${file}#activity=${encodeURIComponent(activities.id[each.at[at]])}`);
    await page.waitForSelector(".rows .pinned");
    const days = each.later[at];
    const text = `${days > 0 ? "+" : "−"}${Math.abs(days)}`;
    expect((await page.textContent(".rows .pinned .change")) === text, `the row does not say ${text} against ${each.name}`);
    expect((await page.textContent("#details")).includes(`${Math.abs(days)} day${Math.abs(days) === 1 ? "" : "s"} ${days > 0 ? "later" : "earlier"} now`), `the details do not say what moved against ${each.name}`);
    expect(await page.$(".rows .pinned .was") !== null, "the earlier dates are not drawn");
    await page.click("#details .state button");
  }
  if ((earlier ?? []).length > 0) {
    await page.selectOption("#compare", "-1");
    expect(await page.$(".rows .was") === null && !(await page.isVisible(".chart .head .change")), "comparing with nothing leaves traces");
    expect(await page.isDisabled("#of-moved"), "changes can be asked for without a comparison");
  }
  await page.context().close();
};

// checkQuality follows a check of the schedule's quality into the plan.
const checkQuality = async (browser, file) => {
  where = `${path.basename(file)}, quality`;
  const page = await open(browser, file, wide, "#assurance");
  const checks = await page.$eval("#data", (each) => JSON.parse(each.textContent).checks ?? []);
  for (const check of checks.slice(0, 2)) {
    await page.goto(`file://${file}#assurance`);
    const link = page.locator(`a[href="#check=${check.id}"]`);
    await page.locator("#assurance details", { has: link }).locator("summary").click();
    await link.click();
    await page.waitForSelector("#plan:not([hidden])");
    expect(await shownCount(page) === check.at.length, `${check.name} counted ${check.at.length} activities and leads to ${await shownCount(page)}`);
  }
  await page.context().close();
};

// checkFolds sees that long tables show their first lines, count the others and give them.
const checkFolds = async (browser, file) => {
  where = `${path.basename(file)}, long tables`;
  const page = await open(browser, file, wide, "#milestones");
  const all = (await page.$$("#milestone-table tbody tr")).length;
  const seen = () => page.$$eval("#milestone-table tbody tr", (rows) => rows.filter((row) => !row.hidden).length);
  expect(await seen() === Math.min(all, 100), `${await seen()} of ${all} milestones are shown at first`);
  const below = page.locator("#milestones p.more");
  expect(await below.count() === (all > 100 ? 1 : 0), "what is not shown is not counted");
  if (all > 100) {
    expect((await below.textContent()).replace(/,/g, "").startsWith(`${all - 100} more milestones not shown.`), `below the table stands: ${await below.textContent()}`);
    await below.locator(".next").click();
    expect(await seen() === Math.min(all, 200), "100 more are not shown");
    const names = await texts(page, "#milestone-table tbody th");
    const hidden = names.findLastIndex((name, k) => k >= 200 && names.indexOf(name) === k && !names.some((other, i) => i !== k && other.includes(name)));
    if (hidden >= 0) {
      await page.fill("#find-milestone", names[hidden]);
      expect(await page.isVisible(`#milestone-table tbody tr:nth-child(${hidden + 1})`), "the search does not find what was not shown");
    }
    await page.fill("#find-milestone", "");
    await below.locator(".all").click();
    expect(await seen() === all && !(await below.isVisible()), "not all are shown");
  }
  await page.fill("#find-milestone", "no such thing anywhere");
  expect((await page.textContent("#milestone-table-shown")).startsWith("Nothing matches “no such thing anywhere”"), "nothing found is not said");
  await page.context().close();
};

// checkForced sees that nothing is lost when the reader's own few colours are forced on the page.
const checkForced = async (browser, file) => {
  for (const colorScheme of ["light", "dark"]) {
    where = `${path.basename(file)}, forced colours, ${colorScheme}`;
    const page = await open(browser, file, { ...wide, colorScheme, forcedColors: "active" }, "#plan");
    const styles = await page.evaluate(() => {
      const of = (selector) => { const each = document.querySelector(selector); return each && getComputedStyle(each); };
      const canvas = of("body").backgroundColor;
      return { status: of(".chart .today").backgroundColor !== canvas, bar: [...document.querySelectorAll(".rows .bar")].every((bar) => getComputedStyle(bar).stroke !== "none") };
    });
    expect(styles.status, "the status line is not seen");
    expect(styles.bar, "a bar has no edge");
    await checkAccess(page, "plan, forced colours");
    for (const view of ["summary", "risks"]) {
      await page.goto(`file://${file}#${view}`);
      const bare = await page.$$eval(`#${view} .chip`, (chips) => chips.filter((chip) => getComputedStyle(chip).borderStyle === "none").length);
      expect(bare === 0, `${bare} ratings in ${view} have no edge`);
    }
    await page.context().close();
  }
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
  const dates = () => page.$$eval(`#milestone-table tbody tr > :nth-child(${column})`, (all) => all.map((each) => new Date(`${each.textContent.trim()} UTC`).toISOString()));
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
  const [matching] = said.replace(/,/g, "").match(/\d+/).map(Number);
  expect(said.replace(/,/g, "") === `${matching} of ${rising.length} milestones match.` && shown === Math.min(matching, 100), `the search says: ${said}, and ${shown} are shown`);
  const date = (await page.textContent(`#milestone-table tbody tr:not([hidden]) > :nth-child(${column})`)).trim();
  await page.click("#milestone-table tbody tr:not([hidden]) th a");
  await page.waitForSelector("#plan:not([hidden])");
  const pinned = (await page.textContent("#details h3")).trim();
  expect(await page.$(".rows [aria-current='true']") !== null && pinned !== "Details", "the link does not pin the milestone");
  expect((await page.textContent("#details dl")).includes(date), `the details do not have the date of the table, ${date}`);
  await page.click("#details .state button");
  await page.click("#as-table");
  const again = page.locator("#with-table tbody th a", { hasText: pinned }).first();
  if (await again.count() > 0) {
    await again.click();
    await page.waitForSelector(".rows [aria-current='true']");
  }
  await page.goBack();
  await page.waitForSelector("#milestones:not([hidden])");
  await page.context().close();
};

// checkSmall sees that nothing is wider than the screen but what scrolls by itself: on a phone, on a common screen
// zoomed to 200 % and to 400 % (WCAG 2.2, 1.4.10).
const checkSmall = async (browser, file) => {
  for (const viewport of [{ width: 390, height: 844 }, { width: 640, height: 450 }, { width: 320, height: 256 }]) {
    where = `${path.basename(file)}, ${viewport.width} pixels wide`;
    const page = await open(browser, file, { viewport });
    for (const view of views) {
      await page.goto(`file://${file}#${view}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow <= 0, `${view} is ${overflow} pixels too wide`);
      if (viewport.width === 390) await checkAccess(page, `${view}, small`);
    }
    await page.context().close();
  }
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
  const heads = await page.$$eval("#milestone-table thead th", (all) => all.map((each) => ({ word: each.textContent, paper: getComputedStyle(each, "::before").content })));
  expect(heads.every((head) => head.paper === JSON.stringify(head.word)), "paper lacks the headings of a table");
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
  const paint = await page.evaluate(() => Math.round(performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN));
  const ready = await page.evaluate(() => Math.round(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd));
  expect(times.rows < 150, `${times.rows} rows are in the document`);
  for (const act of ["all", "zoom", "find"]) expect(times[act] < 1500, `${act} takes ${Math.round(times[act])} ms`);
  console.error(`${where}: ${Math.round(statSync(file).size / 1000)} kB, first paint ${paint} ms, ready ${ready} ms, open all ${Math.round(times.all)} ms, zoom ${Math.round(times.zoom)} ms, search ${Math.round(times.find)} ms, ${times.rows} rows`);
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
  const checks = isEmpty ? [checkViews, checkSmall, checkSkip] : [checkViews, checkKeyboard, checkPointer, checkLink, checkFilters, checkComparison, checkQuality, checkFolds, checkScenarios, checkColours, checkForced, checkTables, checkSmall, checkSkip, checkSpeed];
  for (const check of [readViews, ...checks]) {
    try { await check(browser, file); } catch (error) { fault(`${check.name}: ${error.message}`); }
  }
  if (isEmpty) continue;
  try { await checkPaper(browser, file, path.basename(file) === "example.html"); } catch (error) { fault(`checkPaper: ${error.message}`); }
}
await browser.close();
for (const each of faults) console.log(each);
