// The filter: what has been asked for, which activities are it, and how many each choice would leave.
const pressures = {
  critical: isCritical,
  little: (activity) => activity.float !== null && activity.float < data.littleFloat,
  cliff: (activity) => activity.cliff !== null && activity.cliff < data.littleFloat,
  late: (activity) => activity.slack !== null && activity.slack < 0,
  open: (activity) => activity.state !== "done",
};

const namesOf = (tests, activity) => Object.keys(tests).filter((name) => tests[name](activity));

const checksByActivity = new Map();
(data.checks ?? []).forEach((check, k) => check.at.forEach((at) => {
  checksByActivity.set(at, [...checksByActivity.get(at) ?? [], k]);
}));

// facets are what can be chosen, each with the values that an activity has of it.
const facets = {
  phase: (activity) => [activity.phase],
  trust: (activity) => [activity.trust],
  kind: (activity) => [activity.kind],
  team: (activity) => activity.needs.map((need) => need.team),
  pressure: (activity) => namesOf(pressures, activity),
  moved: (activity) => (compared < 0 ? [] : namesOf(changes, activity)),
  check: (activity) => checksByActivity.get(activity.at) ?? [],
};
const facetNames = Object.keys(facets);

const asked = { words: [] };
for (const name of facetNames) asked[name] = "";

const isAsked = () => asked.words.length > 0 || facetNames.some((name) => asked[name] !== "");

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// searchTexts are made when they are first searched.
const searchTexts = [];
const searchTextOf = (activity) => {
  searchTexts[activity.at] ??= fold([activity.name, activity.id, activity.site, activity.workflow, activity.owner,
    nameOf(data.phases, activity.phase), nameOf(data.trusts, activity.trust), sayTeams(activity)].join(" "));
  return searchTexts[activity.at];
};
const hasWords = (activity) => asked.words.every((word) => searchTextOf(activity).includes(word));

// values are those of each facet by activity, made when they are first asked for.
const values = {};
const valuesOf = (name) => (values[name] ??= activities.map((activity) => facets[name](activity).map(String)));
const forgetValues = (name) => { delete values[name]; };

// sift lists what passes, and counts for each facet what each of its values would leave, the other facets as they are.
const sift = () => {
  const counts = Object.fromEntries(facetNames.map((name) => [name, new Map()]));
  const count = (name, at) => {
    for (const value of valuesOf(name)[at]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  };
  const set = facetNames.filter((name) => asked[name] !== "");
  const passing = activities.filter((activity) => {
    if (!hasWords(activity)) return false;
    const failing = set.filter((name) => !valuesOf(name)[activity.at].includes(asked[name]));
    for (const name of failing.length === 0 ? facetNames : failing.length === 1 ? failing : []) count(name, activity.at);
    return failing.length === 0;
  });
  return { passing, counts };
};

// readFilter takes what the form says.
const readFilter = () => {
  asked.words = fold(byID("find").value).split(/\s+/).filter((word) => word !== "");
  for (const name of facetNames) asked[name] = byID(`of-${name}`).value;
};

// clearFilter empties the form.
const clearFilter = () => {
  byID("find").value = "";
  for (const name of facetNames) byID(`of-${name}`).value = "";
};

// choices are the texts of the choices without their counts.
const choices = new Map();

// offer fills a choice with those names that some activity has.
const offer = (name, texts) => {
  const select = byID(`of-${name}`);
  const known = new Set(valuesOf(name).flat());
  if (select.options.length === 0) select.append(make("option", { value: "", text: "Any" }));
  texts.forEach((text, number) => {
    if (known.has(String(number))) select.append(make("option", { value: number, text }));
  });
  for (const option of select.options) choices.set(option, option.textContent);
};

const offerChoices = () => {
  offerEarlier();
  offer("phase", data.phases ?? []);
  offer("trust", data.trusts ?? []);
  offer("kind", data.kinds.map((kind) => kind.name));
  offer("team", data.teams ?? []);
  offer("pressure", []);
  offer("moved", []);
  offer("check", (data.checks ?? []).map((check) => check.name));
  byID("check-field").hidden = (data.checks ?? []).length === 0;
};

// sayCounts writes beside each choice how many activities it would leave.
const sayCounts = (counts) => {
  for (const name of facetNames) {
    for (const option of byID(`of-${name}`).options) {
      const text = choices.get(option) ?? "";
      option.textContent = option.value === "" ? text : `${text} (${sayNumber(counts[name].get(option.value) ?? 0)})`;
    }
  }
};

// sayAsked says in words what has been asked for.
const sayAsked = () => {
  const parts = [];
  const typed = byID("find").value.trim();
  if (typed !== "") parts.push(`“${typed}”`);
  for (const name of facetNames.filter((each) => asked[each] !== "")) {
    const select = byID(`of-${name}`);
    parts.push(`${select.labels[0].textContent.toLowerCase()} “${choices.get(select.selectedOptions[0])}”`);
  }
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
};
