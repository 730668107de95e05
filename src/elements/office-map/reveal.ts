/** Moves the list, and not the page, so that all of an office is seen. */
export function reveal(row: HTMLElement): void {
  const list = row.parentElement;
  // Other offices may be listed by now.
  if (!list) return;
  const top = row.offsetTop - list.offsetTop;
  const least = top + row.offsetHeight - list.clientHeight;
  if (list.scrollTop < least || list.scrollTop > top) list.scrollTo({ top: Math.min(top, Math.max(least, 0)) });
}
