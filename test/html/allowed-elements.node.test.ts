import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withKnownElements, withLinks } from '../../src/html/allowed-elements.js';

describe('HTML before a sanitizer gets it', () => {
  for (const [what, html, expected] of [
    ['elements that stay', '<p>a<br>b <th scope="row">', '<p>a<br>b <th scope="row">'],
    ['elements whose content stays', '<span>a</span><font>b</font><label>c</label>', undefined],
    ['elements that go', '<col><link><wbr><input><area><base><script>x</script>', undefined],
    [
      'those of word processors',
      '<o:p>a</o:p> <st1:City w:st="on">b</st1:City>',
      '<span>a</span> <span w:st="on">b</span>',
    ],
    ['those of applications', '<my-note a="b">c</my-note>', '<span a="b">c</span>'],
    ['written in capitals', '<P>a</P><FOO>b</FOO>', '<P>a</P><span>b</span>'],
    ['what reads like a picture', '<image src="a.jpg">', '<img src="a.jpg">'],
    [
      'what reads like a list',
      '<menu><li>a</li></menu><dir><li>b</li></dir>',
      '<ul><li>a</li></ul><ul><li>b</li></ul>',
    ],
    ['what reads as typed', '<xmp>a</xmp><listing>b</listing><plaintext>c', '<pre>a</pre><pre>b</pre><pre>c'],
    ['a form', '<form action="x"><legend>a</legend></form>', '<div action="x"><div>a</div></div>'],
    ['around a text', '<html lang="fr"><head></head><body class="a">b</body></html>', 'b'],
    ['named like what is around a text', '<xhtml>a</xhtml><headline>b</headline>', '<span>a</span><span>b</span>'],
    ['cut at its end', 'a <foo', 'a <span'],
    ['cut at its end, around a text', 'a <body', 'a <span'],
    ['in a drawing', '<svg><rdf:x>a</rdf:x></svg ><rdf:x>b</rdf:x>', '<svg><rdf:x>a</rdf:x></svg ><span>b</span>'],
    ['in a formula', '<math><foo>a</foo></math>', undefined],
    ['no element at all', 'a < b <1> <!-- c -->', undefined],
  ] as const) {
    it(`${what} ⇒ ${expected ?? 'stays as it is'}`, () => assert.equal(withKnownElements(html), expected ?? html));
  }
});

describe('a frame or a film', () => {
  const link = (address: string, title: string) => `<a href="${address}">${title}</a>`;
  for (const [html, expected] of [
    ['<iframe src="https://films.example/a" title="A film"></iframe>', link('https://films.example/a', 'A film')],
    ["<IFRAME SRC='https://films.example/a' TITLE='A film'></IFRAME>", link('https://films.example/a', 'A film')],
    ['<iframe src=https://films.example/a title=Film></iframe>', link('https://films.example/a', 'Film')],
    ['<iframe title="a"src="https://films.example/a"></iframe>', link('https://films.example/a', 'a')],
    // Without a title: its host, or the name of its file.
    ['<iframe src="https://www.films.example/a"></iframe>', link('https://www.films.example/a', 'films.example')],
    ['<iframe src=" http://films.example?a"></iframe>', link(' http://films.example?a', 'films.example')],
    ['<iframe src="//films.example#a"></iframe>', link('//films.example#a', 'films.example')],
    ['<embed src="../films/a.pdf">b', `${link('../films/a.pdf', 'a.pdf')}b`],
    ['<embed src="go?to=https://films.example/a.pdf">', link('go?to=https://films.example/a.pdf', 'a.pdf')],
    ['<embed src="b\n/c/a.pdf">', link('b\n/c/a.pdf', 'a.pdf')],
    // What it shows may stand in it.
    ['<video controls><source src="/a.mp4">Your browser is old.</video >b', `${link('/a.mp4', 'a.mp4')}b`],
    ['<audio src="a.mp3">b</audio><p>c</p>', `${link('a.mp3', 'a.mp3')}<p>c</p>`],
    ['<object data="a.pdf"></object>', link('a.pdf', 'a.pdf')],
    ['<object data="a.pdf"> <param name="b"> </object>', link('a.pdf', 'a.pdf')],
    ['<object data="a.pdf"><p>The file</p></object>', '<p>The file</p>'],
    ['<object src="a.pdf"></object>', ''],
    [`<video src="a.mp4">${'b'.repeat(3001)}</video>`, `${link('a.mp4', 'a.mp4')}${'b'.repeat(3001)}</video>`],
    // What could end the link.
    [`<iframe src='a"b' title="<b"></iframe>`, link('a&quot;b', '&lt;b')],
    // Nothing to be seen.
    ['<iframe></iframe>a', 'a'],
    ['<iframe src=""></iframe>a', 'a'],
    ...[
      'width="1" height="1"',
      "height='0'",
      'width=1px',
      'width=0',
      'width = "1"',
      'style="display:none"',
      'style="border:0;display: none"',
      'style="VISIBILITY: hidden"',
      'style="visibility:hidden"',
      'hidden',
      'hidden=""',
      'hidden class="a"',
    ].map((attributes) => [`<iframe src="https://films.example/" ${attributes}></iframe>`, '']),
    ...[
      'width="10"',
      'height="100"',
      'width="1%"',
      'width="2"',
      'data-width="1"',
      'style="display:block"',
      'class="hidden"',
      'data-hidden="a"',
      'hiddenness="a"',
    ].map((attributes) => [
      `<iframe src="https://films.example/" ${attributes}></iframe>`,
      link('https://films.example/', 'films.example'),
    ]),
  ]) {
    it(`${html.slice(0, 90)} ⇒ ${expected.slice(0, 60) || 'nothing'}`, () => assert.equal(withLinks(html), expected));
  }
});
