/** The kinds of all modules; `kinds.js` beside this file is written from `sync/modules/` (a test keeps them equal). */
import { KINDS as written } from "./kinds.js";

/** @type {Record<string, import("../policy.js").Kind>} */
export const KINDS = written;
