/** Moves the list, and not the page, so that all of an office is seen. */
export function reveal(row: HTMLElement): void {
  const list = row.parentElement;
  // Other offices may be listed by now.
  if (!list) return;
  const top = row.offsetTop - list.offsetTop;
  const minTop = top + row.offsetHeight - list.clientHeight;
  if (list.scrollTop < minTop || list.scrollTop > top) list.scrollTo({ top: Math.min(top, Math.max(minTop, 0)) });
}
