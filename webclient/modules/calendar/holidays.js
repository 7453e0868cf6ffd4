/** The school holidays of each region, as the ministry sets them; a school's own weeks are the office's to change. */

/** @typedef {"noord" | "midden" | "zuid"} Region */
/** A holiday; `until`: its last day. @typedef {{name: string, day: string, until: string}} Holiday */

/** @type {Region[]} */
export const REGIONS = ["noord", "midden", "zuid"];

const CHRISTMAS = { name: "christmas", day: "2026-12-19", until: "2027-01-03" };
const MAY = { name: "may", day: "2027-04-24", until: "2027-05-02" };

/** The year 2026-2027. @type {Record<Region, Holiday[]>} */
export const HOLIDAYS = {
  noord: [
    { name: "autumn", day: "2026-10-10", until: "2026-10-18" }, CHRISTMAS, { name: "spring", day: "2027-02-20", until: "2027-02-28" }, MAY,
    { name: "summer", day: "2027-07-10", until: "2027-08-22" },
  ],
  midden: [
    { name: "autumn", day: "2026-10-17", until: "2026-10-25" }, CHRISTMAS, { name: "spring", day: "2027-02-20", until: "2027-02-28" }, MAY,
    { name: "summer", day: "2027-07-17", until: "2027-08-29" },
  ],
  zuid: [
    { name: "autumn", day: "2026-10-17", until: "2026-10-25" }, CHRISTMAS, { name: "spring", day: "2027-02-13", until: "2027-02-21" }, MAY,
    { name: "summer", day: "2027-07-24", until: "2027-09-05" },
  ],
};
