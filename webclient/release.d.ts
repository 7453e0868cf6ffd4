/** Written by the server (`server/release.py`): a name for exactly these bytes, and the addresses of the app's files. */
export const RELEASE: string;
export const FILES: string[];
