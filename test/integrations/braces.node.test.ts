import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { compile } from 'svelte/compiler';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import ts from 'typescript';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';

const address = 'https://feeds.example.org/oim.{lang}.json';
/** As docs/embedding.md has it for all of them but Svelte. */
const line = `<iom-news-feed src="${address}"><a href="https://example.org">News</a></iom-news-feed>`;
const voidLine = `<iom-news-feed src="${address}" />`;

describe('{lang} in templates that give braces a meaning', () => {
  let folder: string;
  // Beside the packages that the compiled component imports.
  before(() => (folder = mkdtempSync('node_modules/.braces-')));
  after(() => rmSync(folder, { recursive: true }));

  const vue = (template: string) => {
    const app = createSSRApp({ template });
    app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('iom-');
    return renderToString(app);
  };
  const jsx = async (source: string) => {
    const options = { module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.React, jsxFactory: 'make' };
    const { outputText } = ts.transpileModule(`export default (make) => ${source}`, { compilerOptions: options });
    const file = `${folder}/${Math.random()}.mjs`;
    writeFileSync(file, outputText);
    const module = (await import(pathToFileURL(file).href)) as { default: (make: unknown) => ReactElement };
    return renderToStaticMarkup(module.default(createElement));
  };
  const svelte = async (source: string) => {
    const file = `${folder}/${Math.random()}.mjs`;
    writeFileSync(file, compile(source, { generate: 'server' }).js.code);
    const module = (await import(pathToFileURL(file).href)) as { default: Component };
    return render(module.default).body.replace(/<!--.*?-->/g, '');
  };

  for (const [name, write] of Object.entries({ Vue: vue, JSX: jsx })) {
    it(`${name} leaves the line as it is, and closes what is written as if it were void`, async () => {
      assert.equal(await write(line), line);
      assert.equal(await write(voidLine), `<iom-news-feed src="${address}"></iom-news-feed>`);
    });
  }

  it('Svelte takes {lang} for a variable, but not within a string', async () => {
    assert.equal(await svelte(line.replace(`"${address}"`, `{'${address}'}`)), line);
    await assert.rejects(svelte(line), /lang is not defined/);
  });
});
