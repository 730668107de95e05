import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { official } from '../../src/i18n/locale.js';
import { languages } from '../../src/i18n/messages/languages.js';
import { loadMessages } from '../../src/i18n/messages/common.js';
import { loadChartMessages } from '../../src/i18n/messages/org-chart.js';

describe('what moves and zooms', () => {
  for (const tag of official.split(' ')) {
    it(`is called the same on a chart and on a map in ${tag}`, async () => {
      const { map } = await loadMessages(tag);
      const chart = await loadChartMessages(tag);
      for (const name of ['zoomIn', 'zoomOut', 'left', 'right', 'up', 'down'] as const) {
        assert.equal(map[name], chart[name], name);
      }
    });
  }
});

describe('what says of what day a copy is', () => {
  for (const tag of languages) {
    it(`has the place of the day in ${tag}`, async () => {
      const { notice } = await loadMessages(tag);
      assert.equal(notice.kept.split('{date}').length, 2, notice.kept);
    });
  }
});
