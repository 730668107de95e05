import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTrackingPixel } from '../../src/html/tracking-pixel.js';

describe('a picture that counts readers', () => {
  for (const address of [
    'https://pixel.example.com/a',
    'http://stats.example.org/a',
    '//stat.example.org/a',
    'https://www.site-1.counter.example.org/a.gif',
    'https://analytics.my-site.org/',
    'https://track.example.org/a',
    'https://tracker.example.org/a',
    'https://tracking.example.org/a',
    'https://beacon.example.org/a',
    'https://count.example.org/a',
    'https://ad.doubleclick.net/a',
    'https://www.google-analytics.com/collect',
    'https://stats.example.org/a?page=/b.jpg',
    'https://stats.example.org/a.png.gif',
    'https://feeds.feedburner.com/~r/example/1',
    'https://www.facebook.com/tr?id=1',
    'https://medium.example/_/stat?event=a',
    ...['b', 'g', 'pixel', 'track', 'open', 'beacon', 'count', 'counter'].map(
      (name) => `https://example.org/${name}.gif?a`,
    ),
    'https://example.org/counter.php?a',
    'https://example.org/pixel.png?a',
    'https://rss.buysellads.com/a',
    'https://example.org/wp-json/plugin/v1/pixel',
    'https://example.org/wp-json/track',
    'https://example.org/wp-content/plugins/republication-tracker-tool/a',
  ]) {
    it(address, () => assert.equal(isTrackingPixel(address), true));
  }

  for (const [width, height] of [
    ['1', '1'],
    ['0', null],
    [undefined, '2'],
    ['1px', undefined],
    ['0.75', undefined],
    ['1.25px', undefined],
    ['2.', undefined],
    [' 1 ', undefined],
  ]) {
    it(`is ${width ?? 'not said how'} wide and ${height ?? 'not said how'} high`, () =>
      assert.equal(isTrackingPixel('https://example.org/a.gif', width, height), true));
  }
});

describe('a picture to look at', () => {
  for (const address of [
    'https://example.org/a.gif?b',
    'https://example.org/track.gif',
    'https://example.org/z.gif?a',
    'https://statistics.example.org/a',
    'https://stats.int/a',
    'https://feedback.example.org/a',
    'https://example.org/?a=//stats.example.org/b',
    'https://www.facebook.com/trends.gif',
    'https://example.org/wp-json/media/1',
    // Offices of statistics have charts.
    ...['a.jpg', 'a.jpeg', 'a.png', 'a.webp', 'a.avif', 'a.SVG', 'a.png?b', 'a.svg#b'].map(
      (name) => `https://stat.example.org/${name}`,
    ),
  ]) {
    it(address, () => assert.equal(isTrackingPixel(address), false));
  }

  for (const width of ['3', '10', '1%', '1em', '100', '', null, undefined, '1.5.5', 'a1', '12px']) {
    it(`is “${width}” wide`, () => assert.equal(isTrackingPixel('https://example.org/a.gif', width), false));
  }
});
