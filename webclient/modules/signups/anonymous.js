/** An anonymous survey: answered without anybody being able to tell who said what. */
import { html } from "../../lib/htm.js";

/** @param {{here: import("../../sync/session.js").Session, one: import("./model.js").Form, may: boolean}} props */
export function Anonymous(props) {
  void props;
  return html``;
}

/** @param {{here: import("../../sync/session.js").Session, one: import("./model.js").Form}} props */
export function AnonymousResults(props) {
  void props;
  return html``;
}

/** The body of a form with what an anonymous survey needs; null where that can't be made now. @param {import("../../sync/session.js").Session} here @param {import("./templates.js").Draft} draft @param {Record<string, any>} body @returns {Promise<Record<string, any> | null>} */
export async function prepared(here, draft, body) {
  void here;
  return draft.anonymous ? null : body;
}
