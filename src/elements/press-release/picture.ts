import { html, nothing, type TemplateResult } from 'lit';
import { allSizes, bySize } from '../../feed/parts/image-sizes.js';
import type { Item } from '../../feed/schema/model.generated.js';
import { pictureSource } from '../base/picture-source.js';

/** As wide as the release; no column of text is wider than that. */
const pictureSizes = '(max-width: 44em) 100vw, 44em';

/** The main picture of a release, with what there is to say about it; its space is kept free. */
export function renderPicture({ image, _iom }: Item): TemplateResult | typeof nothing {
  const main = _iom?.images?.[0];
  const { url = image, alt = '', caption, credit } = main ?? {};
  if (!url) return nothing;
  const all = main ? allSizes(main) : bySize(_iom?.image_sizes ?? []);
  const { width, height } = main ?? all.at(-1) ?? {};
  const { src, srcset, sizes } = pictureSource(url, all, pictureSizes);
  return html`<figure part="figure">
    <img
      alt=${alt}
      width=${width ?? nothing}
      height=${height ?? nothing}
      sizes=${sizes ?? nothing}
      srcset=${srcset ?? nothing}
      src=${src!}
    />
    ${
      caption || credit
        ? html`<figcaption class="meta">
            ${caption && `${caption} `}${credit ? html`<span>${credit}</span>` : nothing}
          </figcaption>`
        : nothing
    }
  </figure>`;
}
