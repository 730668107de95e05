const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Units in pre-order, and how deep each of them stands; an Organization is one. */
interface Units {
  units: readonly { name: string; head?: string; url?: string }[];
  level: ArrayLike<number>;
}

/**
 * The units of an organization as nested lists in HTML: what a page holds inside `<iom-org-chart>` for crawlers, and for
 * readers whose browser runs no script.
 */
export function outlineOf({ units, level }: Units): string {
  let html = '';
  units.forEach(({ name, head, url }, index) => {
    const before = index ? level[index - 1] : -1;
    if (level[index] > before) html += '<ul>';
    else html += '</li>' + '</ul></li>'.repeat(before - level[index]);
    const text = escape(name);
    html += `<li>${url ? `<a href="${escape(url)}">${text}</a>` : text}${head && head !== name ? ` (${escape(head)})` : ''}`;
  });
  return units.length ? `${html}</li>${'</ul></li>'.repeat(level[units.length - 1])}</ul>` : '';
}
