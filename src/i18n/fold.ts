/** Lower case without accents, with one kind of apostrophe: what is alike to someone who searches. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();
