/** A table for the office: rows become cards on a phone, with the column's name in each. */
import { html } from "../lib/htm.js";

/** @typedef {{key: string, text: string, end?: boolean}} Column `end`: figures, to the far side */

/**
 * @param {{caption: string, columns: Column[], rows: any[], rowKey: (row: any) => string, cell: (row: any, key: string) => any}} props
 * The first column names the row.
 */
export function Table({ caption, columns, rows, rowKey, cell }) {
  return html`<table class="table"><caption>${caption}</caption>
    <thead><tr>${columns.map((one) => html`<th key=${one.key} scope="col" class=${one.end ? "end" : ""}>${one.text}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${rowKey(row)}>${columns.map((one, at) => (at === 0
      ? html`<th key=${one.key} scope="row">${cell(row, one.key)}</th>`
      : html`<td key=${one.key} class=${one.end ? "end" : ""} data-label=${one.text || undefined}>${cell(row, one.key)}</td>`))}</tr>`)}</tbody></table>`;
}
