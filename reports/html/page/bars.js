// The bars of one row as a picture. Colour is never alone: a bar says its kind in words where there is room, a critical
// one is outlined, a finished one is pale with a tick, and the row says all of it to a screen reader.
const styleOf = (activity) => `band-${bandOf(activity).toLowerCase()}`;

const rowHeight = () => (matchMedia("(max-width: 760px)").matches ? 36 : 30);

const drawClosed = (closed, height) => {
  if (closed < 0) return [];
  const windows = data.windows[closed];
  const boxes = [];
  for (let k = 0; k < windows.length; k += 2) {
    const from = Math.max(windows[k], scale.from);
    const to = Math.min(windows[k + 1], scale.to);
    if (from <= to) boxes.push(draw("rect", { class: "closed", x: xOf(from), y: 0, width: xOf(to + 1) - xOf(from), height }));
  }
  return boxes;
};

const marks = {
  "Go-live": (x, y, size) => `M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`,
  Gate: (x, y, size) => `M${x} ${y - size + 2}l${size - 2} ${size - 2}l${2 - size} ${size - 2}l${2 - size} ${2 - size}z`,
  Milestone: (x, y, size) => `M${x - size / 2} ${y}a${size / 2} ${size / 2} 0 1 0 ${size} 0a${size / 2} ${size / 2} 0 1 0 ${-size} 0z`,
};

// The earlier dates are a thin bar, or a small mark, below; an arrow leads from what moved to where it is now.
const wasHigh = 4;

const barBox = (height) => (compared < 0 ? { y: 6, high: height - 12 } : { y: 4, high: height - 14 });

const moveArrow = (x1, x2, y) => {
  const tip = x2 > x1 ? -4 : 4;
  return draw("path", { class: `moved ${x2 > x1 ? "later" : "sooner"}`, d: `M${x1} ${y}H${x2}M${x2 + tip} ${y - 3}L${x2} ${y}L${x2 + tip} ${y + 3}` });
};

const drawWas = (was, finish, isPoint, height) => {
  if (was === null) return [];
  const [from, to, y] = [xOf(was.start), xOf(was.finish + 1), height - wasHigh];
  const middle = Math.round((from + to) / 2);
  const parts = [isPoint
    ? draw("path", { class: "was", d: marks.Gate(middle, y - 1, 6) })
    : draw("rect", { class: "was", x: from, y: y - 2, width: Math.max(2, to - from), height: wasHigh })];
  const now = xOf(finish + 1);
  if (Math.abs(now - to) >= 8) parts.push(moveArrow(isPoint ? middle : to, now, y));
  return parts;
};

const drawEvent = (activity, height) => {
  const kind = kindOf(activity).name;
  const x = Math.round((xOf(activity.start) + xOf(activity.finish + 1)) / 2);
  return draw("path", { class: `mark ${kind.toLowerCase()}`, d: marks[kind](x, height / 2, 8), "data-at": activity.at });
};

const drawWasOf = (row, height) => {
  const { activity, group } = row;
  if (compared < 0 || group && isAsked()) return [];
  return activity ? drawWas(wasOf(activity), activity.finish, isEvent(activity), height) : drawWas(groupWas(group), group.finish, false, height);
};

const drawPromise = (day, height) => {
  if (!day) return [];
  const x = xOf(day + 1);
  return [draw("path", { class: "promise", d: `M${x - 6} 1h12l-6 11z` }),
    draw("path", { class: "promise", d: `M${x - 0.5} 11h1v${height - 12}h-1z` })];
};

const drawBar = (activity, y, high) => {
  const x = xOf(activity.start);
  const width = Math.max(2, xOf(activity.finish + 1) - x);
  return draw("rect", { class: `bar ${activity.state} ${styleOf(activity)}`, x, y, width, height: high, rx: 2, "data-at": activity.at });
};

const letterWidth = 6.4; // of the words beside and in bars, on average

// wordsBeside stand to the right of a bar or mark, or to its left where the chart ends.
const wordsBeside = (from, to, words, height) => {
  const fits = to + 5 + words.length * letterWidth < timeWidth();
  return draw("text", { class: "bar-words beside", x: fits ? to + 5 : from - 5, y: height / 2 + 4, "text-anchor": fits ? null : "end", text: words });
};

const barWords = (activity, x, width, height) => {
  const words = (activity.state === "done" ? "✓ " : "") + kindOf(activity).name;
  if (activity.state === "done" || width < words.length * letterWidth + 10) return wordsBeside(x, x + width, words, height);
  return draw("text", { class: `bar-words on-${styleOf(activity)}`, x: x + 5, y: height / 2 + 4, text: words });
};

// eventWords name a mark, unless the mark of its promise is in the way.
const eventWords = (activity, x, width, height) => {
  const words = kindOf(activity).name + (isCritical(activity) ? ", critical" : "");
  const distance = activity.promise ? xOf(activity.promise + 1) - x : Infinity;
  if (distance > 0 && distance < 24 + words.length * letterWidth) return [];
  return [wordsBeside(x - 9, x + Math.max(width, 9), words, height)];
};

// drawActivity is the picture of one activity.
const drawActivity = (activity, height) => {
  const parts = drawClosed(activity.closed, height);
  const x = xOf(activity.start);
  const width = Math.max(2, xOf(activity.finish + 1) - x);
  if (bandOf(activity) !== "") {
    const { y, high } = barBox(height);
    parts.push(drawBar(activity, y, high));
    if (isCritical(activity)) parts.push(draw("rect", { class: "critical-edge", x: x - 1, y: y - 1, width: width + 2, height: high + 2, rx: 3 }));
    if (!isGoLive(activity)) parts.push(barWords(activity, x, width, height));
  }
  if (isEvent(activity)) parts.push(drawEvent(activity, height), ...eventWords(activity, x, width, height));
  return [...parts, ...drawPromise(activity.promise, height)];
};

const mostBars = 400; // of one row: a group of more shows its span and its go-lives

// drawGroup is the picture of a group: the bars of its activities over each other, or its span.
const drawGroup = (row, height) => {
  const members = row.members.map((i) => activities[i]);
  const parts = drawClosed(row.group.closed, height);
  const isOutline = row.group.level === "rest" || row.group.level === "phase" && row.level === 1 || members.length > mostBars;
  if (isOutline) {
    const start = Math.min(...members.map((each) => each.start));
    const finish = isAsked() ? Math.max(...members.map((each) => each.finish)) : row.group.finish;
    const x = xOf(start);
    parts.push(draw("rect", { class: "band-phase", x, y: height / 2 - 4, width: Math.max(2, xOf(finish + 1) - x), height: 8, rx: 2 }));
  } else {
    for (const each of members) if (bandOf(each) !== "" && !isGoLive(each)) parts.push(drawBar(each, 8, height - 16));
  }
  // Go-lives are drawn last, so that no other mark hides them.
  if (!isOutline) for (const each of members) if (isEvent(each) && !isGoLive(each)) parts.push(drawEvent(each, height));
  for (const each of members) if (isGoLive(each)) parts.push(drawEvent(each, height));
  return [...parts, ...drawPromise(row.group.promise, height)];
};

const drawRow = (row) => {
  const height = rowHeight();
  return draw("svg", { width: timeWidth(), height, "aria-hidden": "true", focusable: "false" },
    ...(row.activity ? drawActivity(row.activity, height) : drawGroup(row, height)), ...drawWasOf(row, height));
};
