/** What is made for paper: a letter with the school's name above it, alone on its sheet when printed. */
import { html } from "../lib/htm.js";

/** @param {{school: string, date?: string, title: string, foot?: any, children?: any}} props */
export function PrintSheet({ school, date = "", title, foot = null, children }) {
  return html`<article class="letter"><div class="letterhead"><span><span class="mark" aria-hidden="true"></span>${school}</span><span class="figures">${date}</span></div>
    <h2>${title}</h2>${children}${foot && html`<p class="second">${foot}</p>`}</article>`;
}
