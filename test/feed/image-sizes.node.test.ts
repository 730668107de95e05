import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allSizes, bySize, sizeForList, sizesForCards } from '../../src/feed/parts/image-sizes.js';

const size = (width: number) => ({ url: `https://example.org/${width}.webp`, width, height: width / 2 });

describe('the sizes of a picture, in whatever order a feed has them', () => {
  it('a list shows the smallest that is sharp there', () =>
    assert.equal(sizeForList([size(1280), size(320), size(160), size(640)])?.width, 320));

  it('which may be just as wide as it has to be', () => assert.equal(sizeForList([size(640), size(288)])?.width, 288));

  it('and what the feed names where none is', () => {
    assert.equal(sizeForList([size(160)]), undefined);
    assert.equal(sizeForList(), undefined);
  });

  it('cards choose from those up to 640 pixels', () => {
    assert.deepEqual(sizesForCards([size(1280), size(640), size(320), size(641)]), [size(640), size(320)]);
    assert.deepEqual(sizesForCards(), []);
  });

  it('the picture itself is one of its sizes, where it says how large it is', () => {
    const picture = { url: 'https://example.org/a.jpg', width: 2000, height: 1000 };
    assert.deepEqual(allSizes({ ...picture, alt: 'Test', sizes: [size(320)] }), [size(320), picture]);
    assert.deepEqual(allSizes(picture), [picture]);
    for (const missing of ['url', 'width', 'height']) {
      assert.deepEqual(allSizes({ ...picture, sizes: [size(320)], [missing]: undefined }), []);
    }
  });

  it('smallest first, and the list of the feed stays as it is', () => {
    const sizes = [size(640), size(320)];
    assert.deepEqual(
      bySize(sizes).map(({ width }) => width),
      [320, 640],
    );
    assert.equal(sizes[0].width, 640);
  });
});
