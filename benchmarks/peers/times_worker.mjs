// chrono-node's time expressions, for `benchmarks.times --peers`: JSON lines in, JSON lines out.
// Run as `node times_worker.mjs FOLDER`, FOLDER holding node_modules.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { join } from "node:path";

const chrono = createRequire(join(process.argv[2], "x.js"))("chrono-node");
const two = (n) => String(n).padStart(2, "0");

function value(part) {
  const [year, month, day] = ["year", "month", "day"].map((c) => part.get(c));
  if (part.isCertain("month") && !part.isCertain("day") && !part.isCertain("weekday")) {
    return `${year}-${two(month)}`;
  }
  if (part.isCertain("year") && !part.isCertain("month")) return String(year);
  const clock = part.isCertain("hour") ? `T${two(part.get("hour"))}:${two(part.get("minute"))}` : "";
  return `${year}-${two(month)}-${two(day)}${clock}`;
}

for await (const line of createInterface({ input: process.stdin })) {
  const row = JSON.parse(line);
  const reference = new Date(`${row.dct.slice(0, 10)}T12:00:00`);
  const begun = performance.now();
  const found = chrono.parse(row.text, reference);
  const times = found.map((r) => {
    const start = [...row.text.slice(0, r.index)].length;
    return [start, start + [...r.text].length, value(r.start)];
  });
  console.log(JSON.stringify({ times, seconds: (performance.now() - begun) / 1000 }));
}
