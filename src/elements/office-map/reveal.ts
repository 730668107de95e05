/** Moves the list, and not the page, so that all of an office is seen. */
export function reveal(row: HTMLElement): void {
  const list = row.parentElement!;
  const top = row.offsetTop - list.offsetTop;
  const least = top + row.offsetHeight - list.clientHeight;
  if (list.scrollTop < least || list.scrollTop > top) list.scrollTo({ top: Math.min(top, Math.max(least, 0)) });
}
