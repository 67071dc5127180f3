// Opens pictures in headless Chromium, in light and in dark, and sees that no text leaves the picture or touches
// another: see browser_test.go, which makes the pictures and runs this. Arguments: the folder with node_modules, the
// browser, then the files; beside each a picture of it is left. Each fault is a line on standard output.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const [folder, executablePath, ...files] = process.argv.slice(2);
const require = createRequire(path.join(folder, "package.json"));
const { chromium } = require("playwright-core");

const faultsOf = () => {
  const faults = [];
  const svg = document.querySelector("svg");
  const whole = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map((t) => ({ says: t.textContent, box: t.getBoundingClientRect(), ink: getComputedStyle(t).fill }));
  const paper = getComputedStyle(svg.querySelector(".plan-paper")).fill;
  texts.forEach((a, i) => {
    if (a.box.left < whole.left || a.box.right > whole.right || a.box.top < whole.top || a.box.bottom > whole.bottom) faults.push(`leaves the picture: ${a.says}`);
    if (a.ink === paper && a.says.length > 1) faults.push(`cannot be seen: ${a.says}`); // single letters lie on bars
    texts.slice(i + 1).forEach((b) => {
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (wide > 1 && high > 3) faults.push(`“${a.says}” touches “${b.says}”`);
    });
  });
  return faults;
};

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
for (const file of files) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await (await browser.newContext({ viewport: { width: 1120, height: 900 }, colorScheme })).newPage();
    page.on("pageerror", (error) => console.log(`${file}: ${error.message}`));
    await page.setContent(`<body style="margin: 0">${readFileSync(file, "utf8")}</body>`);
    for (const fault of await page.evaluate(faultsOf)) console.log(`${path.basename(file)}, ${colorScheme}: ${fault}`);
    await page.screenshot({ path: `${file}.${colorScheme}.png`, fullPage: true });
  }
}
await browser.close();
