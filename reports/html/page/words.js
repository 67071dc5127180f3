// Values in words. Every figure comes with the data; these functions only say it.
const sayNumber = (n) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

const sayCount = (n, one, many) => `${sayNumber(n)} ${n === 1 ? one : many ?? `${one}s`}`;

const saySigned = (n) => (n === null ? "–" : n > 0 ? `+${sayNumber(n)}` : n < 0 ? `−${sayNumber(-n)}` : "0");

const sayLater = (days) => (days === 0 ? "no change" : `${sayCount(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"}`);

const saySlack = (slack) => {
  if (slack === null) return "";
  if (slack < 0) return `${sayCount(-slack, "day")} late`;
  return slack === 0 ? "on the promised day" : `${sayCount(slack, "day")} to spare`;
};

const sayFloat = (activity) => {
  if (activity.state === "done") return "done";
  if (activity.float === null) return "not worked out";
  const ends = activity.byRule ? "before a rule of the plan breaks" : "before a promise breaks";
  const others = activity.goals === null || activity.goals >= activity.float ? "" : `; ${activity.goals} before another date that boards follow moves`;
  return `${sayCount(activity.float, "working day")} ${ends}${others}`;
};

// sayTeams is "Trainers (4), Testers (2)".
const sayTeams = (activity) =>
  activity.needs.map((need) => `${nameOf(data.teams, need.team)} (${need.amount})`).join(", ");

const sayDates = (activity) =>
  activity.start === activity.finish ? sayDay(activity.start) : `${sayDay(activity.start)} to ${sayDay(activity.finish)}`;

const isCritical = (activity) => activity.critical.length > 0;

// sayMarks says what the chart shows by colour, outline and mark.
const sayMarks = (activity) => {
  const marks = [kindOf(activity).name, activity.state];
  if (isCritical(activity)) marks.push("on a critical chain");
  if (activity.slack !== null) marks.push(`promised for ${sayDay(activity.promise)}, ${saySlack(activity.slack)}`);
  return marks.join(", ");
};
