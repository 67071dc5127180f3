// The filter: what has been asked for, and whether an activity is it.
const asked = { words: [], phase: "", trust: "", kind: "", team: "", pressure: "" };

const isAsked = () => asked.words.length > 0 || ["phase", "trust", "kind", "team", "pressure"].some((key) => asked[key] !== "");

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const searchTexts = activities.map((activity) =>
  fold([activity.name, activity.id, activity.site, activity.workflow, activity.owner].join(" ")));

const pressures = {
  critical: isCritical,
  little: (activity) => activity.float !== null && activity.float < data.littleFloat,
  late: (activity) => activity.slack !== null && activity.slack < 0,
  open: (activity) => activity.state !== "done",
};

const matches = (activity) =>
  (asked.phase === "" || activity.phase === Number(asked.phase)) &&
  (asked.trust === "" || activity.trust === Number(asked.trust)) &&
  (asked.kind === "" || activity.kind === Number(asked.kind)) &&
  (asked.team === "" || activity.needs.some((need) => need.team === Number(asked.team))) &&
  (asked.pressure === "" || pressures[asked.pressure](activity)) &&
  asked.words.every((word) => searchTexts[activity.at].includes(word));

// readFilter takes what the form says.
const readFilter = () => {
  asked.words = fold(byID("find").value).split(/\s+/).filter((word) => word !== "");
  for (const key of ["phase", "trust", "kind", "team", "pressure"]) asked[key] = byID(`of-${key}`).value;
};

// clearFilter empties the form.
const clearFilter = () => {
  byID("find").value = "";
  for (const key of ["phase", "trust", "kind", "team", "pressure"]) byID(`of-${key}`).value = "";
};

// offer fills a choice with those names that some activity has.
const offer = (key, names, all, has) => {
  const select = byID(`of-${key}`);
  select.append(make("option", { value: "", text: all }));
  names.forEach((name, number) => {
    if (activities.some((activity) => has(activity, number))) select.append(make("option", { value: number, text: name }));
  });
};

const offerChoices = () => {
  offer("phase", data.phases ?? [], "Any", (activity, number) => activity.phase === number);
  offer("trust", data.trusts ?? [], "Any", (activity, number) => activity.trust === number);
  offer("kind", data.kinds.map((kind) => kind.name), "Any", (activity, number) => activity.kind === number);
  offer("team", data.teams ?? [], "Any", (activity, number) => activity.needs.some((need) => need.team === number));
};
