/** Light, dark, or as the device says; chosen for this device. */

const THEME = "kring.theme";

/** What was chosen; "" is as the device says. */
export function chosenTheme() {
  return localStorage.getItem(THEME) ?? "";
}

/** Look like that from now on. @param {string} theme */
export function useTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  localStorage.setItem(THEME, theme);
}
