/** Addresses behind which others stand: where, and in which parameter. */
const redirects: [host: RegExp, path: RegExp, ...parameters: string[]][] = [
  [/^(?:www\.)?google\.[a-z.]+$/, /^\/url$/, 'url', 'q'],
  [/^lm?\.(?:facebook|instagram)\.com$/, /^\/(?:l\.php)?$/, 'u'],
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, /^/, 'url'],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, 'q'],
  [/^t\.umblr\.com$/, /^\/redirect$/, 'z'],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)$/, 'url'],
  [
    /^(?:slack-redir\.net|out\.reddit\.com|vk\.com|steamcommunity\.com)$/,
    /^\/(?:link|away\.php|linkfilter|t3_\w+)/,
    'url',
    'to',
  ],
  [/^(?:www\.)?bing\.com$/, /^\/ck\/a$/, 'url'],
];

/** The address that a link leads to in the end, where it passes through a site that counts or checks. */
export function withoutRedirect(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname, searchParams, href } = new URL(address);
  const [, wrapped] = /^https:\/\/urldefense\.(?:com|us)\/v3\/__(.+?)__;/.exec(href) ?? [];
  const matches = redirects.find(([host, path]) => host.test(hostname) && path.test(pathname));
  const target =
    wrapped ??
    matches
      ?.slice(2)
      .map((name) => searchParams.get(name as string))
      .find(Boolean);
  return target && /^https?:\/\/[^/]/.test(target) && URL.canParse(target) ? withoutRedirect(target) : address;
}

/** Links that share a page with others on a network, or that come from a button to do so. */
const sharing =
  /^mailto:\?|^(?:whatsapp|fb-messenger|viber|tg|sms):|[?&]share=(?:facebook|twitter|x|linkedin|whatsapp|telegram|jetpack|email|print|pinterest|reddit|tumblr|pocket|skype|mastodon|bluesky|threads|custom)|\/\/(?:[\w-]+\.)?(?:facebook\.com\/(?:sharer|share\.php|dialog\/(?:share|feed|send))|(?:twitter|x)\.com\/(?:intent|share|home\?status)|linkedin\.com\/(?:shareArticle|sharing|cws\/share)|(?:api|web)\.whatsapp\.com\/send|wa\.me\/\?|t\.me\/share|telegram\.me\/share|pinterest\.[a-z.]+\/pin\/create|reddit\.com\/submit|tumblr\.com\/(?:share|widgets\/share)|vk\.com\/share|connect\.ok\.ru\/offer|service\.weibo\.com\/share|getpocket\.com\/(?:save|edit)|addtoany\.com\/(?:share|add_to)|addthis\.com\/bookmark|sharethis\.com|bsky\.app\/intent|threads\.net\/intent|printfriendly\.com\/print|feeds\.feedburner\.com\/~(?:ff|r)\/|social-plugins\.line\.me)/i;

export const isSharing = (address: string): boolean => sharing.test(address);
