/** What is to be paid back when a child leaves: for the home that has it, the office and the lunch team. */
import { html } from "../../lib/htm.js";
import { date, t } from "../../ui/locale.js";
import { version } from "../../ui/state.js";
import { dayOf } from "../../sync/zone.js";
import { noon } from "../absences/days.js";
import { money } from "./money.js";
import { refunds } from "./refunds.js";

/** What it comes to, in words. @param {import("./refunds.js").Refund} one */
export function refundText({ left, owed, cents }) {
  return t(owed ? "lunch-refund-owed" : "lunch-refund-due", { count: owed || left, price: money(Math.abs(cents)) });
}

/** The lines of one child, of one home, or of all; `known`: where they were worked out already. @param {{here: import("../../sync/session.js").Session, child?: string, home?: string[], known?: import("./refunds.js").Refund[]}} props */
export function RefundLines({ here, child = "", home = [], known = refunds(here, dayOf(Date.now())) }) {
  void version.value;
  const fits = (/** @type {Record<string, any>} */ body) => (!child || body.child === child) && (!home.length || body.home.some((/** @type {string} */ seat) => home.includes(seat)));
  const found = known.filter((one) => fits(one.item.body));
  return html`${found.map((one) => html`<p key=${one.item.id}><strong>${refundText(one)}</strong><br />
    <span class="muted">${t("lunch-refund-why", { child: one.item.body.first, day: date(noon(one.item.body.last)) })}</span></p>`)}`;
}
