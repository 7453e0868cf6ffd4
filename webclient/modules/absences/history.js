/** What has been over a year, in a small chart, and as a file for a spreadsheet; made in the browser. */
import { html } from "../../lib/htm.js";
import { Button } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { countReasons, csv } from "./rules.js";

/** @param {{child: any, items: import("../../sync/types.js").Item[]}} props */
export function History({ child, items }) {
  if (!items.length) return null;
  const counts = countReasons(items.map((item) => item.body));
  const most = Math.max(...counts.map(([, count]) => count));
  return html`<details><summary>${t("absence-history", { count: items.length })}</summary><div class="stack">
    <ul class="bars">${counts.map(([reason, count]) => html`<li key=${reason}><span>${t(`reason-${reason}`)}</span><meter min="0" max=${most} value=${count} aria-label=${t(`reason-${reason}`)}></meter><span class="figures">${count}</span></li>`)}</ul>
    <${Button} kind="secondary" icon="file" onPress=${() => save(child, items)}>${t("absence-csv")}<//></div></details>`;
}

/** @param {any} child @param {import("../../sync/types.js").Item[]} items */
function save(child, items) {
  const head = ["absence-csv-child", "absence-why", "absence-from", "absence-until", "absence-start", "absence-end"].map((key) => t(key));
  const rows = items.map(({ body }) => [child.first, t(`reason-${body.reason}`), body.from, body.better || body.until, body.start ?? "", body.end ?? ""]);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", csv([head, ...rows])], { type: "text/csv" }));
  link.download = `${t("absences")} ${child.first}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
