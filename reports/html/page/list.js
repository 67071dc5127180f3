// The table that says what the chart shows, for those who would rather read.
const pageOfRows = 100;

// columns are what the table says of an activity: heading, style, text.
const columns = [
  ["Kind", "word", (activity) => kindOf(activity).name],
  ["Start", "date", (activity) => sayDay(activity.start)],
  ["Finish", "date", (activity) => sayDay(activity.finish)],
  ["Days", "num", (activity) => String(activity.days)],
  ["Float", "num", (activity) => (activity.state === "done" || activity.float === null ? "–" : String(activity.float))],
  ["Slack", "num", (activity) => saySigned(activity.slack)],
  ["State", "word", (activity) => activity.state],
  ["Critical", "word", (activity) => (isCritical(activity) ? "yes" : "no")],
  ["Team", null, sayTeams],
  ["Phase", null, (activity) => nameOf(data.phases, activity.phase)],
  ["Trust", null, (activity) => nameOf(data.trusts, activity.trust)],
];

// changeColumns are there while the plan is compared with an earlier schedule.
const changeColumns = [
  ["Finish then", "date", (activity) => { const was = wasOf(activity); return was === null ? "new" : sayDay(was.finish); }],
  ["Days later", "num", (activity) => { const was = wasOf(activity); return was === null ? "" : saySigned(was.later); }],
];

const columnsNow = () => (compared < 0 ? columns : [...columns.slice(0, 3), ...changeColumns, ...columns.slice(3)]);

const cellsOf = (activity) => columnsNow().map(([, style, say]) =>
  make("td", { class: style, dir: style === null ? "auto" : null, text: say(activity) || "–" }));

const lineOf = (activity) => {
  const link = make("a", { href: `#activity=${encodeURIComponent(activity.id)}`, text: activity.name });
  return make("tr", {}, make("th", { scope: "row", dir: "auto" }, link), ...cellsOf(activity));
};

const showTable = () => {
  const holder = byID("with-table");
  const lines = make("tbody");
  const table = make("table", {},
    make("caption", { text: `${sayShown()} In order of their start. Days and float are working days, slack is calendar days.` }),
    make("thead", {}, make("tr", {}, make("th", { scope: "col", text: "Activity" }),
      ...columnsNow().map(([text, style]) => make("th", { scope: "col", class: style, text })))), lines);
  const more = make("button", { type: "button", class: "more" });
  let shown = 0;
  const showMore = () => {
    lines.append(...found.slice(shown, shown + pageOfRows).map(lineOf));
    shown = Math.min(found.length, shown + pageOfRows);
    more.hidden = shown === found.length;
    more.textContent = `Show ${sayNumber(Math.min(pageOfRows, found.length - shown))} more of ${sayNumber(found.length - shown)}`;
  };
  more.addEventListener("click", () => {
    const first = shown;
    showMore();
    lines.children[first]?.querySelector("a").focus();
  });
  showMore();
  holder.replaceChildren(make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Activities" }, table), more);
};
