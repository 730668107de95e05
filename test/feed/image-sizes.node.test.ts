import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bySize, sizeForList } from '../../src/feed/parts/image-sizes.js';

const size = (width: number) => ({ url: `https://example.org/${width}.webp`, width, height: width / 2 });

describe('the sizes of a picture, in whatever order a feed has them', () => {
  it('a list shows the smallest that is sharp there', () =>
    assert.equal(sizeForList([size(1280), size(320), size(160), size(640)])?.width, 320));

  it('and what the feed names where none is', () => assert.equal(sizeForList([size(160)]), undefined));

  it('smallest first, and the list of the feed stays as it is', () => {
    const sizes = [size(640), size(320)];
    assert.deepEqual(
      bySize(sizes).map(({ width }) => width),
      [320, 640],
    );
    assert.equal(sizes[0].width, 640);
  });
});
