import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { isNoted, key, noted, startNoting } from '../../src/i18n/noted.js';

describe('texts that Intl has written', () => {
  after(() => Reflect.deleteProperty(globalThis, key));

  it('are noted from the moment that a page needs it, whatever is around them', () => {
    Reflect.deleteProperty(globalThis, key);
    assert.equal(noted('before'), 'before');
    assert.equal(isNoted('before'), false);
    startNoting();
    assert.equal(noted(' 10 juillet '), ' 10 juillet ');
    assert.deepEqual([isNoted('10 juillet\n'), isNoted('before'), isNoted('11 juillet')], [true, false, false]);
    // A second element begins, too.
    startNoting();
    assert.equal(isNoted('10 juillet'), true);
  });
});
