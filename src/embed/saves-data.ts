/** Whether a visitor wants pages to download little: a setting of Chromium, and a media feature that others may have. */
export const savesData = (): boolean | undefined =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ||
  matchMedia('(prefers-reduced-data)').matches;
