import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkedLookup, isPublicAddress } from '../../src/cli/publish/public-address.js';

describe('which servers may be asked for pictures', () => {
  const refused = {
    'this machine': ['127.0.0.1', '127.8.8.8', '::1', '0.0.0.0', '::', '::ffff:127.0.0.1', '::127.0.0.1'],
    'a network around it': [
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '100.64.0.1',
      'fd00::1',
      'fec0::1',
    ],
    'what is beside it': ['169.254.1.1', 'fe80::1', 'fe80::1%eth0'],
    'what a cloud tells its machines': [
      '169.254.169.254',
      'fd00:ec2::254',
      '100.100.100.200',
      '192.0.0.192',
      '168.63.129.16',
    ],
    'what goes to many': ['224.0.0.1', '255.255.255.255', 'ff02::1'],
    'what stands for another address': ['::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:0:a00:1::'],
    'what is for documents and tests': ['192.0.2.1', '198.18.0.1', '203.0.113.1', '2001:db8::1', '240.0.0.1'],
    'what is no address': ['', 'localhost', '300.1.1.1'],
  };
  for (const [what, addresses] of Object.entries(refused)) {
    it(`not ${what}`, () => assert.deepEqual(addresses.filter(isPublicAddress), []));
  }

  it('all others', () => {
    const addresses = ['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1'];
    assert.deepEqual(addresses.filter(isPublicAddress), addresses);
  });

  /** What a connection is made to, by a name that stands for these addresses, one after the other. */
  const found = (answers: string[][], options = {}) =>
    new Promise<unknown>((done, fail) => {
      const lookup = checkedLookup(isPublicAddress, (_name, _options, answer) =>
        answer(
          null,
          answers.shift()!.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        ),
      );
      lookup('example.org', options, (error, address) => (error ? fail(error) : done(address)));
    });

  it('a name is looked up once, and what was checked is what is connected to', async () => {
    const answers = [['1.1.1.1'], ['127.0.0.1']];
    assert.equal(await found(answers), '1.1.1.1');
    assert.equal(answers.length, 1);
    assert.deepEqual(await found([['1.1.1.1', '2606:4700::1111']], { all: true }), [
      { address: '1.1.1.1', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
  });

  it('a name that also stands for something else is none', async () => {
    await assert.rejects(found([['1.1.1.1', '10.0.0.1']]), /its server is not public \(10\.0\.0\.1\)/);
  });
});
