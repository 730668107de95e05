import type { ReactiveControllerHost } from 'lit';

/**
 * One key does one thing: what a field or a button of an element takes, and what the element itself has answered
 * (`preventDefault`), does nothing else on the page. A page sees only the element, not the field in it, so that it can't
 * tell what is typed from its own shortcuts.
 */
export function containKeys(host: ReactiveControllerHost & HTMLElement): void {
  host.addController({
    hostConnected() {
      host.addEventListener('keydown', contain);
      host.addEventListener('keypress', contain);
    },
  });
}

function contain(event: KeyboardEvent) {
  const [from] = event.composedPath() as HTMLElement[];
  // What stands in a slot is the page's.
  if (from.getRootNode() !== (event.currentTarget as Element).shadowRoot) return;
  clear(from, event);
  if (event.defaultPrevented || takes(from, event)) stopKey(event);
}

/** Nobody else on the page hears of a key: not of its release either, when the focus may be elsewhere. */
export function stopKey(event: KeyboardEvent): void {
  event.stopPropagation();
  const { code } = event;
  const stopRelease = (release: KeyboardEvent) => {
    if (release.code !== code) return;
    release.stopPropagation();
    removeEventListener('keyup', stopRelease, true);
  };
  addEventListener('keyup', stopRelease, true);
}

/** Escape clears a search, as some engines do unasked; where there is nothing to clear it is the page's. */
function clear(field: HTMLElement, event: KeyboardEvent) {
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
  if (!(field instanceof HTMLInputElement && field.value)) return;
  event.preventDefault();
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Does a control do something by itself with a key? */
function takes(control: HTMLElement, event: KeyboardEvent): boolean {
  const { key, isComposing, ctrlKey, metaKey } = event;
  if (!control.matches('input, select, textarea')) {
    return key === 'Enter' ? control.matches('a, button, summary') : key === ' ' && control.matches('button, summary');
  }
  if (isComposing) return true;
  // A dialog of the page keeps the focus by Tab, and closes by Escape.
  if (/^(Tab|Escape|F\d+)$/.test(key)) return false;
  const isCommand = (ctrlKey || metaKey) && !event.getModifierState('AltGraph');
  return !isCommand || key.length > 1 || /[acvxyz]/i.test(key);
}
