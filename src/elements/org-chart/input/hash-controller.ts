import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface HashHost extends ReactiveControllerHost {
  hash: boolean;
  unit: string;
}

/** Follows the unit that the address of the page names, as `#unit=` and its `id`: for a chart that is asked to. */
export class HashController implements ReactiveController {
  constructor(private host: HashHost) {
    host.addController(this);
  }

  hostConnected() {
    addEventListener('hashchange', this.#follow);
    this.#follow();
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.#follow);
  }

  #follow = () => {
    const own = partsOf(location.hash)?.find((part) => !isOther(part));
    const id = new URLSearchParams(own).get('unit');
    if (this.host.hash && id) this.host.unit = id;
  };
}

/**
 * Keeps the chosen unit in the address of the page, if the page asks for it. What the page itself has there stays.
 *
 * @param id Empty for none.
 */
export function writeHash({ hash: isAsked }: HashHost, id: string): void {
  if (!isAsked) return;
  const others = partsOf(location.hash);
  if (!others) {
    if (id) warn(`${location.hash} is not a list like #tab=2, and stays: the chosen unit is not kept in the address.`);
    return;
  }
  const kept = [...others.filter(isOther), ...(id ? [String(new URLSearchParams({ unit: id }))] : [])].join('&');
  const { pathname, search, hash } = location;
  // Whole, for a `#` alone is of the page that `<base>` names.
  if (hash.slice(1) !== kept) history.replaceState(history.state, '', pathname + search + (kept && `#${kept}`));
}

const isOther = (part: string) => !part.startsWith('unit=');

/**
 * What the page and we keep behind `#`, where that is a list of names and values. Undefined for what only the page can
 * read: the path of a router (`#/offices`, `#!/offices`), the name of a place.
 */
function partsOf(hash: string): string[] | undefined {
  const parts = hash.slice(1).split('&').filter(Boolean);
  return parts.every((part, index) => (index ? /^[^/!?#]/ : /^[^=/!?#]+=/).test(part)) ? parts : undefined;
}

let isWarned = false;

function warn(what: string) {
  if (!isWarned) console.warn(`<iom-org-chart hash>: ${what}`);
  isWarned = true;
}
