/** How long (ms) a letter can be used. */
export const DEADLINE = 60 * 24 * 3600 * 1000;
