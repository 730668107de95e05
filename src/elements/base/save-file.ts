/** Hands a file to the visitor. In a sandbox that doesn't allow it, nothing happens: see `mayForbid`. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // WebKit reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Whether a page around this one may keep a visitor from what its `sandbox` has to allow. A frame of another site can't
 * ask what that forbids, and the browser tells no script that it did.
 */
export function mayForbid(token: 'allow-downloads' | 'allow-modals'): boolean {
  if (location.protocol === 'file:') return false;
  try {
    for (let page: Window = self; page !== top; page = page.parent) {
      const frame = page.frameElement;
      // A page around is of another site.
      if (!frame) return true;
      if (frame.hasAttribute('sandbox') && !(frame as HTMLIFrameElement).sandbox.contains(token)) return true;
    }
    return origin === 'null';
  } catch {
    return true;
  }
}
