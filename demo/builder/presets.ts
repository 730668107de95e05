// Beginnings for the places where people put elements; all of it can be changed afterwards.
import type { Choice } from './choice.js';
import type { Width } from './preview.js';

export interface Preset extends Pick<Choice, 'element' | 'attributes'> {
  /** Of the preview: as wide as the place is. */
  width: Width;
}

export const presets = {
  front: { element: 'news-feed', attributes: { layout: 'featured', limit: '4' }, width: 'page' },
  sidebar: { element: 'news-feed', attributes: { layout: 'compact', limit: '6', hide: 'summary' }, width: 'column' },
  footer: { element: 'news-feed', attributes: { layout: 'compact', limit: '3', hide: 'kind,summary' }, width: 'page' },
  press: {
    element: 'news-feed',
    attributes: { limit: '10', more: '', controls: 'search,tags,countries,kind', open: 'here' },
    width: 'page',
  },
} as const satisfies Record<string, Preset>;

/** Is this what the preset gives, unchanged? */
export const isChosen = ({ element, attributes }: Choice, preset: Preset): boolean =>
  element === preset.element &&
  Object.entries(preset.attributes).every(([name, value]) => attributes[name] === value) &&
  Object.keys(attributes).every((name) => name === 'theme' || name in preset.attributes);
