// The lines of a pinned activity: from what leads to it, along the chain, as far as the rows are open.
const linkLayer = draw("svg", { class: "chain-lines", "aria-hidden": "true", focusable: "false" });

// rowNumbers is the row of each activity: its own, or the closed group that it is in.
const rowNumbers = () => {
  const numbers = new Map();
  rows.forEach((row, number) => {
    if (row.activity) numbers.set(row.activity.at, number);
    else if (!row.isOpen) for (const at of row.members) numbers.set(at, number);
  });
  return numbers;
};

const arrow = (x, y) => `M${x - 5} ${y - 4}L${x} ${y}L${x - 5} ${y + 4}`;

const linkBetween = (before, after, numbers) => {
  const [from, to] = [numbers.get(before.at), numbers.get(after.at)];
  if (from === undefined || to === undefined || from === to) return [];
  const middleOf = (number) => (number + 0.5) * rowHeight();
  const [x1, y1, y2] = [xOf(before.finish + 1), middleOf(from), middleOf(to)];
  const x2 = Math.max(xOf(after.start), x1 + 8);
  return [draw("path", { d: `M${x1} ${y1}H${x1 + 4}V${y2}H${x2}` }), draw("path", { d: arrow(x2, y2) })];
};

// drawLinks draws the lines of what is pinned, and nothing if nothing is.
const drawLinks = () => {
  linkLayer.replaceChildren();
  if (pinned === null) return;
  const numbers = rowNumbers();
  const chain = [pinned, ...chainTo(pinned).back];
  for (let k = 1; k < chain.length; k++) linkLayer.append(...linkBetween(chain[k], chain[k - 1], numbers));
  linkLayer.setAttribute("width", timeWidth());
  linkLayer.setAttribute("height", Math.max(1, rows.length) * rowHeight());
};
