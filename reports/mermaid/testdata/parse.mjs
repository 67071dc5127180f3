// Reads charts with Mermaid's own parser and prints what it has understood, a line of JSON for each file: see
// parser_test.go, which makes the charts and runs this. Arguments: the folder with node_modules, then the files.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(path.join(folder, "package.json"));
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<body></body>");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(path.join(folder, "node_modules/mermaid/dist/mermaid.core.mjs")));

const day = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  await mermaid.parse(text); // it refuses what it cannot draw, and makes the kinds of charts known
  const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const tasks = db.getTasks().map((t) => ({
    section: t.section, name: t.task.trim(), start: day(t.startTime), end: day(t.endTime),
    milestone: Boolean(t.milestone), done: Boolean(t.done), active: Boolean(t.active), critical: Boolean(t.crit),
  }));
  console.log(JSON.stringify({ type, title: db.getDiagramTitle(), tasks }));
}
