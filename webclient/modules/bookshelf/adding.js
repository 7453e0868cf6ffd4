/** Files made ready for the shelf, and things taken off it with a way back. */
import { carrySoon } from "../../ui/carried.js";
import { readyFile, readyMedia } from "../../ui/pictures.js";
import { go } from "../../ui/router.js";

const MEDIA = /^(image\/(?!svg)|video\/)/;

/** Photos and films are made small and forget where they were taken; every other file stays as it is. @param {File} file */
export function ready(file) {
  return MEDIA.test(file.type) || /\.heic$/i.test(file.name) ? readyMedia(file) : readyFile(file);
}

/** Take something away, with a way back for a moment. @param {string} id @param {string} said once it is gone @param {string} back where to go */
export function takeAway(id, said, back) {
  void carrySoon("bookshelf.delete", { id }, { done: said });
  go(back, { replace: true });
}
