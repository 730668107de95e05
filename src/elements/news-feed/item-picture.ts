import { html, nothing, type TemplateResult } from 'lit';
import { sizeForList, sizesForCards } from '../../feed/parts/image-sizes.js';
import type { Item } from '../../feed/schema/model.generated.js';
import { pictureSource } from '../base/picture-source.js';
import type { NewsFeed } from './news-feed.js';

/**
 * How wide a card is: as a phone, or as most columns. With `auto`, Chromium 156 downloads the largest when a picture is
 * taken out of the page.
 */
const cardSizes = '(max-width: 36em) 100vw, 20em';
/** How wide the picture of a large first item is. */
const leadSizes = '(max-width: 36em) 100vw, 40em';

/**
 * The picture of an item in the size that its layout has the place for.
 *
 * @param isFirst The first card is near the top of what is seen, and doesn't wait for the layout.
 */
export function renderItemPicture(
  { image, _iom }: Item,
  layout: NewsFeed['layout'],
  isFirst: boolean,
): TemplateResult | typeof nothing {
  const all = _iom?.image_sizes;
  if (!image) return nothing;
  const isLead = isFirst && layout === 'featured';
  if (isLead || layout === 'cards') {
    const { src, srcset, sizes } = pictureSource(image, sizesForCards(all), isLead ? leadSizes : cardSizes);
    return html`<img
      class="image"
      part="image"
      alt=""
      loading=${isFirst ? nothing : 'lazy'}
      sizes=${sizes ?? nothing}
      srcset=${srcset ?? nothing}
      src=${src ?? nothing}
    />`;
  }
  return layout !== 'compact'
    ? html`<img class="image" part="image" src=${sizeForList(all)?.url ?? image} alt="" loading="lazy" />`
    : nothing;
}
