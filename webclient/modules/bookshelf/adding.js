/** Files made ready for the shelf, and things taken off it with a way back. */
import { t } from "../../ui/locale.js";
import { readyFile, readyMedia } from "../../ui/pictures.js";
import { go } from "../../ui/router.js";
import { outbox, toast } from "../../ui/state.js";
import { hidden } from "./rows.js";

const UNDO = 6000;
const MEDIA = /^(image\/(?!svg)|video\/)/;

/** Photos and films are made small and forget where they were taken; every other file stays as it is. @param {File} file */
export function ready(file) {
  return MEDIA.test(file.type) || /\.heic$/i.test(file.name) ? readyMedia(file) : readyFile(file);
}

/** Take something away, with a way back for a moment. @param {string} id @param {string} said @param {string} back where to go */
export function takeAway(id, said, back) {
  hidden.value = [...hidden.value, id];
  const timer = setTimeout(() => void outbox.value?.add("bookshelf.delete", { id }), UNDO);
  go(back, { replace: true });
  toast(said, { action: t("undo"), run: () => (clearTimeout(timer), (hidden.value = hidden.value.filter((one) => one !== id))) });
}
