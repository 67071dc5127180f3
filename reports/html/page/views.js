// Views: the address after "#" says which one is open, so that links and the back button work.
const views = [...document.querySelectorAll("main > .view")].map((view) => view.id);

const openView = (id) => {
  for (const each of views) byID(each).hidden = each !== id;
  for (const link of document.querySelectorAll(".banner nav a")) {
    if (link.hash === `#${id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (id === "plan" && found.length > 0 && !isTable()) {
    if (chart.dataset.fitted) redraw();
    else { chart.dataset.fitted = "yes"; fitChart(); }
  }
};

const openActivity = (id) => {
  const number = numberByID.get(id);
  openView("plan");
  if (number === undefined) return;
  setTable(false);
  goTo(activities[number], true);
};

// openCheck shows the activities that a check of the schedule's quality counted.
const openCheck = (id) => {
  openView("plan");
  const number = (data.checks ?? []).findIndex((each) => each.id === id);
  if (number < 0) return;
  clearFilter();
  byID("of-check").value = String(number);
  update();
  byID("plan-title").focus({ preventScroll: true });
  scrollTo(0, 0);
};

const openRisk = (id) => {
  openView("risks");
  document.querySelectorAll("tr.found").forEach((row) => row.classList.remove("found"));
  const row = byID(`risk=${id}`);
  if (!row) return;
  leftOut.delete(row);
  row.hidden = false;
  row.classList.add("found");
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
};

const readAddress = (isStart) => {
  const [name, ...rest] = location.hash.slice(1).split("=");
  let value = rest.join("=");
  try { value = decodeURIComponent(value); } catch { value = ""; }
  if (name === "activity") openActivity(value);
  else if (name === "risk") openRisk(value);
  else if (name === "check") openCheck(value);
  else if (views.includes(name)) {
    openView(name);
    scrollTo(0, 0);
    if (!isStart) byID(`${name}-title`).focus({ preventScroll: true });
  } else if (isStart) openView(views[0]);
};

const startViews = () => {
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    byID("main").focus();
  });
  addEventListener("hashchange", () => readAddress(false));
  // A link to where the address leads already changes nothing that the browser would tell.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (link && link.hash === location.hash && link.className !== "skip") readAddress(false);
  });
  readAddress(true);
};
