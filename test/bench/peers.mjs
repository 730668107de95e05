// Who is measured: what a partner could take instead, each pasted as its own instructions say and fed the same items in
// the form that it understands; and the least that a browser must do, written by hand.
import { readFileSync } from 'node:fs';
import { build } from 'rolldown';
import * as forms from './items.mjs';
import { versionOf } from './measure.mjs';

/** The folder that `npm ci` fills. */
const folder = '/test/bench/node_modules';

/**
 * Scripts that don't run as they come from npm, by the path they are served at: what has to be bundled first, and what
 * would ask a server in the world.
 */
export async function scripts(origin) {
  const entries = {
    '/bundles/bluesky-profile-feed-embed.js': `import 'bluesky-profile-feed-embed'`,
    '/bundles/emfed.js': `import 'emfed'`,
    '/bundles/rss-items.js': `import '@lrnwebcomponents/rss-items'`,
    '/bundles/vanilla-rss.js': `import RSS from 'vanilla-rss'; window.RSS = RSS`,
    '/bundles/careless-lit.js': `import './careless-lit.mjs'`,
    '/bundles/d3-org-chart.js': `import { OrgChart } from 'd3-org-chart'; window.OrgChart = OrgChart`,
  };
  const file = (path) => readFileSync(`.${folder}/${path}`, 'utf8');
  const answers = {
    '/bundles/lib/x2js.js': file('@lrnwebcomponents/rss-items/lib/x2js.js'),
    '/bundles/bsky-embed.js': file('bsky-embed/dist/bsky-embed.es.js').replaceAll('https://api.bsky.app', origin),
  };
  for (const [path, code] of Object.entries(entries)) answers[path] = await bundle(code);
  return answers;
}

async function bundle(code) {
  const entry = new URL('entry.mjs', import.meta.url).pathname;
  const { output } = await build({
    input: entry,
    write: false,
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    output: { format: 'es', minify: true, codeSplitting: false },
  });
  return output[0].code;
}

/** What their servers answer, `count` items each, by path. */
export const feeds = (count) => {
  const items = forms.makeItems(count);
  return {
    '/feed.json': forms.jsonFeed(items),
    '/feed.xml': forms.rss(items),
    '/feedrapp': forms.feedrapp(items),
    '/api/v1/custom_emojis': '[]',
    '/api/v1/accounts/lookup': forms.mastodonAccount,
    '/api/v1/accounts/1/statuses': forms.statuses(items),
    '/xrpc/app.bsky.feed.getAuthorFeed': forms.authorFeed(items),
    '/xrpc/app.bsky.actor.getProfile': forms.blueskyProfile,
  };
};

/**
 * Each as `page(origin, count)`, what stands in the head and in the body of a page, and `item`, a selector for what is
 * there once for each item it shows.
 *
 * @type {Record<string, { version?: string, item: string, page: (origin: string, count: number) => [string, string] }>}
 */
export const peers = {
  'written by hand': {
    item: '.item',
    page: (origin) => [
      '<style>.item { margin-block: 1em } .item h3 { margin: 0 }</style>',
      `<div id="news" data-src="${origin}/feed.json"></div><script src="${origin}/test/bench/by-hand.js"></script>`,
    ],
  },
  'iom-news-feed': {
    item: '[part=item]',
    page: (origin, count) => [
      `<script type="module" blocking="render" src="${origin}/dist/autoload.js"></script>`,
      `<iom-news-feed src="${origin}/feed.json" limit="${count}"><a href="https://example.org/news">News</a></iom-news-feed>`,
    ],
  },
  'bluesky-profile-feed-embed': {
    version: versionOf('bluesky-profile-feed-embed'),
    item: '.feed-post',
    page: (origin) => [
      `<link rel="stylesheet" href="${origin}${folder}/bluesky-profile-feed-embed/dist/core.css">
<link rel="stylesheet" href="${origin}${folder}/bluesky-profile-feed-embed/themes/light.css">
<script type="module" src="${origin}/bundles/bluesky-profile-feed-embed.js"></script>`,
      `<bluesky-profile-feed actor="did:plc:example" service-uri="${origin}" allow-unauthenticated></bluesky-profile-feed>`,
    ],
  },
  'mastodon-embed-timeline': {
    version: versionOf('@idotj/mastodon-embed-timeline'),
    item: '.mt-post',
    page: (origin, count) => [
      `<link rel="stylesheet" href="${origin}${folder}/@idotj/mastodon-embed-timeline/dist/mastodon-timeline.min.css">
<script src="${origin}${folder}/@idotj/mastodon-embed-timeline/dist/mastodon-timeline.umd.js"></script>`,
      `<div id="mt-container" class="mt-container"><div class="mt-body" role="feed"><div class="mt-loading-spinner"></div></div></div>
<script>new MastodonTimeline.Init({ instanceUrl: '${origin}', timelineType: 'profile', userId: '1', profileName: '@example',
  maxNbPostFetch: '${count}', maxNbPostShow: '${count}', hidePinnedPosts: true })</script>`,
    ],
  },
  emfed: {
    version: versionOf('emfed'),
    item: 'ol.toots > li',
    page: (origin, count) => [
      `<link rel="stylesheet" href="${origin}${folder}/emfed/toots.css"><script type="module" src="${origin}/bundles/emfed.js"></script>`,
      `<a class="mastodon-feed" href="${origin}/@example" data-toot-limit="${count}" data-toot-account-id="1">News</a>`,
    ],
  },
  'Lit without care': {
    item: '.item',
    page: (origin) => [
      `<script type="module" src="${origin}/bundles/careless-lit.js"></script>`,
      `<careless-feed src="${origin}/feed.json"></careless-feed>`,
    ],
  },
  '@lrnwebcomponents/rss-items': {
    version: versionOf('@lrnwebcomponents/rss-items'),
    item: 'article',
    page: (origin, count) => [
      `<script type="module" src="${origin}/bundles/rss-items.js"></script>`,
      `<rss-items url="${origin}/feed.xml" max="${count}" auto></rss-items>`,
    ],
  },
  'jquery-rss': {
    version: versionOf('jquery-rss'),
    item: '#news li',
    page: (origin, count) => [
      `<script src="${origin}${folder}/jquery/dist/jquery.min.js"></script><script src="${origin}${folder}/jquery-rss/dist/jquery.rss.min.js"></script>`,
      `<div id="news"></div><script>jQuery(($) => $('#news').rss('${origin}/feed.xml', { limit: ${count}, ssl: false, host: '${origin.replace('http://', '')}/feedrapp' }))</script>`,
    ],
  },
  'vanilla-rss': {
    version: versionOf('vanilla-rss'),
    item: '#news li',
    page: (origin, count) => [
      '',
      `<div id="news"></div><script type="module">import '${origin}/bundles/vanilla-rss.js';
new RSS(document.getElementById('news'), '${origin}/feed.xml', { limit: ${count}, ssl: false, host: '${origin.replace('http://', '')}/feedrapp' }).render()</script>`,
    ],
  },
  'bsky-embed': {
    version: versionOf('bsky-embed'),
    item: 'article',
    page: (origin, count) => [
      `<script type="module" src="${origin}/bundles/bsky-embed.js" async></script>`,
      `<bsky-embed username="example.org" limit="${count}"></bsky-embed>`,
    ],
  },
};

export const html = ([head, body]) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>News</title>${head}<body><h1>News</h1>${body}<p>Below</p></body></html>`;
