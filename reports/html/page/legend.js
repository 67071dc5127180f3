// The key: what the colours and marks mean.
const makeLegend = () => {
  const bands = [...new Set(data.kinds.map((kind) => kind.band))]
    .filter((band) => band !== "" && activities.some((each) => bandOf(each) === band && !isGoLive(each)));
  const nameOfBand = (band) => (band === "Go-live" ? "Cutover" : band); // a go-live itself is a diamond
  const sample = (words, ...parts) => make("span", {}, draw("svg", { width: 26, height: 16, "aria-hidden": "true" }, ...parts), words);
  byID("key").append(
    ...bands.map((band) => sample(nameOfBand(band), draw("rect", { class: `band-${band.toLowerCase()}`, x: 1, y: 2, width: 24, height: 12, rx: 2 }))),
    ...Object.keys(marks).map((kind) => sample(kind, draw("path", { class: `mark ${kind.toLowerCase()}`, d: marks[kind](13, 8, 7) }))),
    sample("Promised date", draw("path", { class: "promise", d: "M7 2h12l-6 11z" })),
    sample("Critical chain", draw("rect", { class: "band-build", x: 3, y: 4, width: 20, height: 8 }), draw("rect", { class: "critical-edge", x: 2, y: 3, width: 22, height: 10 })),
    ...(earlier.length === 0 ? [] : [sample("As it was, in what is compared with", draw("rect", { class: "was", x: 1, y: 6, width: 14, height: 4 }), moveArrow(15, 25, 8))]),
    sample("Closed to this work", draw("rect", { class: "closed", x: 1, y: 1, width: 24, height: 14 })),
    sample(`Status date, ${sayDay(data.status)}`, draw("rect", { class: "bad-line", x: 12, y: 0, width: 2, height: 16 })));
};
