import { expect } from '@open-wc/testing';
import { loadMessages } from '../../src/i18n/messages/common.js';
import en from '../../src/i18n/messages/common/en.js';
import { standInLanguage } from '../../src/i18n/messages/load.js';
import { loadChartMessages } from '../../src/i18n/messages/org-chart.js';
import { loadGoalNames } from '../../src/i18n/messages/sdg-goals.js';

describe('words that a page brings', () => {
  const { warn } = console;
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    console.warn = (text: string) => void said.push(text);
  });
  afterEach(() => {
    Object.assign(console, { warn });
    document.querySelectorAll('[data-iom-messages]').forEach((script) => script.remove());
  });

  function bring(lang: string, words: unknown) {
    const script = document.createElement('script');
    Object.assign(script, { type: 'application/json', lang });
    script.dataset.iomMessages = '';
    script.text = typeof words === 'string' ? words : JSON.stringify(words);
    document.head.append(script);
  }
  /** All words of a language, as somebody would translate them: "nl more" of "more". */
  const translated = (words: unknown): unknown =>
    typeof words === 'string'
      ? `nl ${words}`
      : Object.fromEntries(Object.entries(words as object).map(([name, value]) => [name, translated(value)]));

  it('win over ours, word for word', async () => {
    bring('fr', { news: { more: 'Test plus' }, 'org-chart': { levels: 'Test niveaux' } });
    const { news } = await loadMessages('fr-CA');
    expect([news.more, news.back]).to.deep.equal(['Test plus', 'Retour à la liste']);
    expect((await loadChartMessages('fr')).levels).to.equal('Test niveaux');
    expect((await loadMessages('es')).news.more).to.equal('Mostrar más');
    expect(said).to.deep.equal([]);
  });

  it('the script with the exact tag comes first', async () => {
    bring('pt', { news: { more: 'Test pt' } });
    bring('pt-BR', { news: { more: 'Test BR' } });
    expect((await loadMessages('pt-BR')).news.more).to.equal('Test BR');
    expect((await loadMessages('pt-PT')).news.more).to.equal('Test pt');
  });

  it('in a language that we have none in ⇒ they count when all are there', async () => {
    bring('nl', translated(en));
    const words = await loadMessages('nl');
    expect([words.news.more, standInLanguage(words, 'nl')]).to.deep.equal(['nl Show more', undefined]);
  });

  it('some are missing in such a language ⇒ English, marked, and the owner hears which', async () => {
    const own = translated(en) as { news: { more?: string } };
    delete own.news.more;
    bring('nl', own);
    const words = await loadMessages('nl');
    expect([words.news.back, standInLanguage(words, 'nl')]).to.deep.equal(['Back to the list', 'en']);
    await loadMessages('nl');
    expect(said).to.deep.equal(['iom-widgets: data-iom-messages in nl: missing or not a text: news.more']);
  });

  it('what is no text, or no JSON, is left out and told', async () => {
    bring('fr', { news: { more: 1, back: '' }, unknown: 'Test' });
    bring('es', '{');
    expect((await loadMessages('fr')).news.more).to.equal('Afficher plus');
    expect((await loadMessages('es')).news.more).to.equal('Mostrar más');
    expect(said[0]).to.contain('news.more, news.back');
    expect(said[1]).to.contain('SyntaxError');
  });

  it('names of goals', async () => {
    bring('de', { 'sdg-goals': ['Test'] });
    const names = await loadGoalNames('de');
    expect([names[0], names[1], names.length]).to.deep.equal(['Test', 'Kein Hunger', 17]);
  });
});
