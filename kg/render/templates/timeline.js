// The dates: bars of how much happens when, two handles and two fields that choose a stretch of it, and a brush over the bars.
const since = byName("since");
const until = byName("until");
const BINS = 60;
const STEP = (LAST - FIRST + 1) / BINS;
const binOf = (day) => Math.max(0, Math.min(BINS - 1, Math.floor((day - FIRST) / STEP)));

function drawBars() {
  const all = new Array(BINS).fill(0);
  const live = new Array(BINS).fill(0);
  for (const n of nodes) {
    if (!n.event || n.firstDay === undefined) continue;
    all[binOf(n.firstDay)]++;
    if (shownNodes.has(n.id)) live[binOf(n.firstDay)]++;
  }
  const tallest = Math.max(1, ...all);
  const bars = (counts, color) => counts.map((c, i) => draw("rect", { x: i + 0.1, width: 0.8, y: 34 - (32 * c) / tallest, height: (32 * c) / tallest, fill: color }));
  byName("bars").setAttribute("viewBox", `0 0 ${BINS} 34`);
  byName("bars").setAttribute("preserveAspectRatio", "none");
  byName("bars").replaceChildren(...bars(all, cssValue("--line")), ...bars(live, cssValue("--accent")));
}

// The first days of years, or of months where all lies within two years, at most ten of them.
function tickDays() {
  const first = new Date(FIRST * 864e5);
  const years = LAST - FIRST > 730;
  const days = [];
  for (let i = 1; days.length < 400; i++) {
    const day = Date.UTC(first.getUTCFullYear() + (years ? i : 0), years ? 0 : first.getUTCMonth() + i, 1) / 864e5;
    if (day > LAST - (LAST - FIRST) / 15) break; // the words of a later one would stand beyond the end
    days.push(day);
  }
  const every = Math.ceil(days.length / 10);
  return days.filter((_, i) => i % every === 0).map((day) => [day, isoDay(day).slice(0, years ? 4 : 7)]);
}
function drawTicks() {
  byName("ticks").replaceChildren(...tickDays().map(([day, words]) => {
    const tick = make("span", {}, words);
    tick.style.left = `${(100 * (day - FIRST)) / Math.max(1, LAST - FIRST)}%`;
    return tick;
  }));
}

function showDates() {
  const share = (day) => (100 * (day - FIRST)) / Math.max(1, LAST - FIRST);
  for (const [input, field, day] of [[since, "since-day", state.since], [until, "until-day", state.until]]) {
    input.value = day;
    input.setAttribute("aria-valuetext", isoDay(day));
    if (typing !== byName(field)) byName(field).value = isoDay(day);
  }
  byName("stretch").style.left = `${share(state.since)}%`;
  byName("stretch").style.width = `${share(state.until) - share(state.since)}%`;
  byName("all-days").hidden = state.since <= FIRST && state.until >= LAST;
}

let waiting = 0;
function chooseDays(one, other) {
  const within = (day) => Math.max(FIRST, Math.min(LAST, day));
  [state.since, state.until] = [within(Math.min(one, other)), within(Math.max(one, other))];
  state.compact = false;
  waiting = waiting || requestAnimationFrame(() => { waiting = 0; refresh(); });
}

// After the refresh that waits for the same frame: what few things are left move together.
const COMPACT = 80;
const settled = () => requestAnimationFrame(() => {
  state.compact = (state.since > FIRST || state.until < LAST) && shownNodes.size <= COMPACT;
  refresh();
  fit();
});

// Drawing over the bars chooses the days from where it began to where it is; a click chooses the days of one bar.
function wireBrush() {
  const field = byName("brush");
  const dayAt = (event) => {
    const box = byName("bars").getBoundingClientRect();
    return FIRST + Math.round((Math.max(0, Math.min(1, (event.clientX - box.left) / box.width))) * (LAST - FIRST));
  };
  let from = null;
  field.addEventListener("pointerdown", (event) => {
    if (event.target.tagName === "INPUT" || event.button) return;
    from = { day: dayAt(event), x: event.clientX };
    field.setPointerCapture(event.pointerId);
  });
  field.addEventListener("pointermove", (event) => { if (from && Math.abs(event.clientX - from.x) > 3) chooseDays(from.day, dayAt(event)); });
  field.addEventListener("pointerup", (event) => {
    if (!from) return;
    if (Math.abs(event.clientX - from.x) <= 3) chooseDays(FIRST + Math.ceil(binOf(from.day) * STEP), FIRST + Math.ceil((binOf(from.day) + 1) * STEP) - 1);
    from = null;
    settled();
  });
  field.addEventListener("pointercancel", () => { from = null; });
}
// A day counts once it is written out: on Enter, on leaving the field, or at once where a calendar gave it.
let typing = null; // the field that is being typed into
const TYPED = /^(\d|Backspace|Delete|ArrowUp|ArrowDown)$/;
function takeDay(field) {
  typing = null;
  const day = Math.max(FIRST, Math.min(LAST, firstDay(field.value)));
  if (!Number.isFinite(day)) { showDates(); return; }
  if (field.id === "since-day") chooseDays(day, Math.max(day, state.until));
  else chooseDays(Math.min(day, state.since), day);
  settled();
}
function wireDay(field) {
  field.max = "9999-12-31"; // else a year takes six digits; the true bounds would lock what is the same in both
  field.addEventListener("pointerdown", () => { typing = null; });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && typing) takeDay(field);
    else if (TYPED.test(event.key) && !event.altKey) typing = field;
  });
  field.addEventListener("change", () => { if (!typing) takeDay(field); });
  field.addEventListener("blur", () => { if (typing) takeDay(field); });
}
function wireDates() {
  byName("time").hidden = LAST <= FIRST;
  for (const input of [since, until]) {
    [input.min, input.max] = [FIRST, LAST];
    input.addEventListener("input", () => chooseDays(Number(since.value), Number(until.value)));
    input.addEventListener("change", settled);
  }
  for (const id of ["since-day", "until-day"]) wireDay(byName(id));
  byName("all-days").addEventListener("click", () => { chooseDays(FIRST, LAST); settled(); });
  wireBrush();
  drawTicks();
}
