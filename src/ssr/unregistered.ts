/**
 * What a server gets where browsers get a script that registers elements or looks after a page: there is no page, so that
 * nothing is registered. Applications that render on a server import the same names in both places.
 */
export function watch(): void {}
