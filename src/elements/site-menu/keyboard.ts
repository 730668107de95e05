import { directionOf } from '../../i18n/locale.js';

/**
 * Where a key leads from a link or button: along the sections, along the links of a panel, or from an open section into
 * its panel. Undefined for keys that are not the menu's.
 *
 * @param tag BCP 47; in Arabic the left arrow leads on.
 */
export function focusTargetFor(
  { key, target, altKey, ctrlKey, metaKey }: KeyboardEvent,
  tag: string,
): HTMLElement | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const from = target as HTMLElement;
  const section = from.closest('.section');
  const panel = from.closest('.panel');
  if (!section) return undefined;
  if (key === 'ArrowDown' && !panel && section.querySelector('.toggle[aria-expanded=true]')) {
    return section.querySelector<HTMLElement>('.panel :is(a, [type=search])') ?? undefined;
  }
  const all = panel
    ? panel.querySelectorAll<HTMLElement>('a')
    : section.parentElement!.querySelectorAll<HTMLElement>('.head > :is(a, button)');
  const stops = [...all];
  const on = directionOf(tag) === 'rtl' ? -1 : 1;
  const steps: Record<string, number> = { ArrowRight: on, ArrowLeft: -on, ArrowDown: 1, ArrowUp: -1 };
  if (key in steps) return stops[stops.indexOf(from) + steps[key]];
  return { Home: stops[0], End: stops.at(-1) }[key];
}
