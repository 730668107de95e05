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
    const id = unitIn(partsOf(location.hash)?.find((part) => !isOther(part)));
    if (this.host.hash && id) this.host.unit = id;
  };
}

/**
 * Keeps the chosen unit in the address of the page, if the page asks for it. What the page itself has there stays.
 *
 * @param id Empty for none.
 * @param closed The unit that was chosen before: where the address names another one, that is of another chart.
 */
export function writeHash({ hash: isAsked }: HashHost, id: string, closed = ''): void {
  if (!isAsked) return;
  const others = partsOf(location.hash);
  if (!others) {
    if (id) warn(`${location.hash} is not a list like #tab=2, and stays: the unit is not kept in the address.`);
    return;
  }
  const rest = others.filter((part) => isOther(part) || (!id && unitIn(part) !== closed));
  const kept = [...rest, ...(id ? [String(new URLSearchParams({ unit: id }))] : [])].join('&');
  const { href, hash } = location;
  if (hash.slice(1) === kept) return;
  try {
    // Whole, for what is relative counts from where `<base>` says, and that may be another host.
    history.replaceState(history.state, '', href.split('#')[0] + (kept && `#${kept}`));
  } catch {
    warn('this page blocks changes to its address: the unit is not kept in it.');
  }
}

const isOther = (part: string) => !part.startsWith('unit=');
const unitIn = (part?: string) => new URLSearchParams(part).get('unit');

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
