// The newsroom as an officer meets it: a real browser, the origin's private file system in the place of the folder that they
// choose, and the keyboard.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContext, ElementHandle, Frame, Page } from 'puppeteer-core';
import { patience } from './site.js';

const timeout = patience;

/** Files below a folder, by their paths in it. */
export function filesIn(folder: string): Record<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path))] as const),
  );
}

/** Somebody who writes, in a tab of their own. */
export class Officer {
  /** Fields that they have filled in. */
  fields = 0;
  /** What the browser has asked them. */
  readonly asked: string[] = [];
  /** Addresses on other hosts that were asked for. */
  readonly foreign: string[] = [];

  private constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  /** @param profile Of their browser; officers with the same one share a folder. */
  static async sitDown(profile: BrowserContext, origin: string): Promise<Officer> {
    const page = await profile.newPage();
    const officer = new Officer(page, origin);
    await page.setViewport({ width: 1400, height: 1000 });
    page.on('dialog', (dialog) => {
      officer.asked.push(dialog.message());
      void dialog.accept();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)) officer.foreign.push(url);
    });
    // A text, and `__name`: tsx writes that into functions with names of their own.
    await page.evaluateOnNewDocument(
      'globalThis.__name = (named) => named; window.showDirectoryPicker = () => navigator.storage.getDirectory();',
    );
    return officer;
  }

  /** Puts files into the folder that officers choose; those of an earlier test are gone. */
  async fill(files: Record<string, Buffer>): Promise<void> {
    await this.page.goto(`${this.origin}page.css`);
    const encoded = Object.entries(files).map(([path, bytes]) => [path, bytes.toString('base64')] as const);
    await this.page.evaluate(async (entries) => {
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
      await root.getDirectoryHandle('.git', { create: true });
      for (const [path, base64] of entries) {
        const names = path.split('/');
        const last = names.pop()!;
        let folder = root;
        for (const name of names) folder = await folder.getDirectoryHandle(name, { create: true });
        const file = await folder.getFileHandle(last, { create: true });
        const stream = await file.createWritable();
        await stream.write(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
        await stream.close();
      }
    }, encoded);
  }

  /** What is in the folder of officers, written into one of this machine: as a code host gives it to what publishes. */
  async push(folder: string): Promise<string[]> {
    const files = await this.page.evaluate(async () => {
      const out: [string, string][] = [];
      const walk = async (from: FileSystemDirectoryHandle, above: string): Promise<void> => {
        for await (const [name, handle] of from.entries()) {
          if (handle.kind === 'directory') await walk(handle, `${above}${name}/`);
          else {
            const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
            let binary = '';
            for (const byte of bytes) binary += String.fromCharCode(byte);
            out.push([above + name, btoa(binary)]);
          }
        }
      };
      await walk(await navigator.storage.getDirectory(), '');
      return out;
    });
    return files.flatMap(([path, base64]) => {
      const target = join(folder, path);
      const bytes = Buffer.from(base64, 'base64');
      if (readOrNothing(target)?.equals(bytes)) return [];
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
      return path;
    });
  }

  /** Opens the forms, and the folder. */
  async signIn(): Promise<void> {
    await this.page.bringToFront();
    await this.page.goto('about:blank');
    await this.page.goto(`${this.origin}admin/index.html`);
    await this.page.waitForFunction(
      () => [...document.querySelectorAll('button')].some(({ innerText }) => /dépôt local|Nouveau/.test(innerText)),
      { timeout },
    );
    if (!(await this.page.$('[role=row]'))) {
      await this.tabTo('button', 'Travailler avec un dépôt local');
      await this.page.keyboard.press('Enter');
    }
    await this.page.waitForSelector('[role=row]', { timeout });
  }

  /** Opens a form for a new release. Its key is announced with the button. */
  async beginRelease(): Promise<void> {
    await this.page.waitForSelector('button[aria-keyshortcuts="Ctrl+E"]', { timeout });
    // The key is listened for as soon as the button is seen by the page’s own observer, which says so nowhere.
    for (let count = 0; count < 20 && !(await this.page.$(field('Titre'))); count++) {
      await this.press('e');
      await this.page.waitForSelector(field('Titre'), { timeout: 1000 }).catch(() => undefined);
    }
    await this.page.waitForSelector(field('Titre'), { timeout });
  }

  /** Opens the form of a release by its row. */
  async open(title: string): Promise<void> {
    await this.page.bringToFront();
    // Rows are drawn anew while the folder is being read: a click may hit one that is about to go.
    for (const end = Date.now() + timeout; Date.now() < end && !(await this.page.$(field('Titre')));) {
      const row = await this.page.waitForSelector(`::-p-xpath(//*[@role="row"][contains(., "${title}")])`, { timeout });
      await row!.click().catch(() => undefined);
      await this.page.waitForSelector(field('Titre'), { timeout: 2000 }).catch(() => undefined);
    }
    await this.page.waitForSelector(field('Titre'), { timeout });
  }

  /** Opens the form of a list, such as `offices`. */
  async openList(name: string): Promise<void> {
    await this.page.evaluate((list) => void (location.hash = `#/collections/lists/entries/${list}`), name);
    await this.page.waitForSelector('iframe.preview', { timeout });
  }

  /** Holds Control. */
  async press(key: 'e' | 's' | 'a'): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press(key);
    await this.page.keyboard.up('Control');
  }

  /** What has the focus, as a screen reader is told. */
  async focused(): Promise<{ role: string; name: string }> {
    const root = (await this.page.evaluateHandle(() => document.activeElement)).asElement() as ElementHandle | null;
    const node = root && (await this.page.accessibility.snapshot({ root, interestingOnly: false }));
    await root?.dispose();
    return { role: node?.role ?? '', name: node?.name ?? '' };
  }

  /** Goes on with the tabulator until a control has the focus. */
  async tabTo(role: string, name: string, { back = false } = {}): Promise<void> {
    const passed: string[] = [];
    for (let count = 0; count < 90; count++) {
      if (back) await this.page.keyboard.down('Shift');
      await this.page.keyboard.press('Tab');
      if (back) await this.page.keyboard.up('Shift');
      const focused = await this.focused();
      passed.push(`${focused.role} ${focused.name}`);
      if (focused.role === role && focused.name.includes(name)) return;
    }
    throw new Error(`The keyboard does not lead to ${role} “${name}”, but to: ${passed.join(', ')}`);
  }

  /** Fills in a field, coming from the one before. */
  async write(name: string, text: string): Promise<void> {
    await this.tabTo('textbox', name);
    await this.press('a');
    await this.page.keyboard.type(text);
    this.fields++;
  }

  /** Fills in a date, as month, day, year, hour and minute. */
  async writeDate(name: string, digits: string): Promise<void> {
    await this.tabTo('DateTime', name);
    await this.page.keyboard.type(digits);
    this.fields++;
  }

  /** Adds a line to a list, such as the corrections. */
  async addLine(list: string, one: string, text: string): Promise<void> {
    await this.tabTo('button', `Ajouter \u2068${list}\u2069`);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(
      () => document.activeElement?.matches('input, textarea') || document.activeElement?.matches('button'),
    );
    await this.write(one, text);
  }

  /** Opens all entries of a list. */
  async expandAll(): Promise<void> {
    await this.page.waitForFunction(() => {
      [...document.querySelectorAll('button')].find(({ innerText }) => innerText.includes('Tout développer'))?.click();
      return document.querySelector('.content-editor input, .content-editor textarea');
    });
  }

  /** Picks a picture of their machine. */
  async pickPicture(file: string): Promise<void> {
    await this.tabTo('button', 'Parcourir');
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('::-p-aria([name="Téléverser"][role="button"])', { timeout });
    const chooser = this.page.waitForFileChooser({ timeout });
    await this.tabTo('button', 'Téléverser');
    await this.page.keyboard.press('Enter');
    await (await chooser).accept([file]);
    // What has been read is chosen, and only then can be inserted.
    await this.page.waitForFunction(
      () => [...document.querySelectorAll('button')].some((one) => one.innerText.includes('Insérer') && !one.disabled),
      { timeout },
    );
    this.fields++;
  }

  /** Changes the language of the form, by its name in French. */
  async chooseLanguage(name: string): Promise<void> {
    await this.tabTo('combobox', 'Changer de langue', { back: true });
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(() => document.activeElement?.matches('input[aria-label="Filtrer les options"]'), {
      timeout,
    });
    await this.page.keyboard.type(name);
    await this.page.waitForFunction(
      (wanted) => {
        const seen = [...document.querySelectorAll<HTMLElement>('[role=option]')].filter((entry) =>
          entry.checkVisibility(),
        );
        return seen.length === 1 && seen[0].innerText.includes(wanted);
      },
      { timeout },
      name,
    );
    // The list listens to keys some time after it is seen, and says so nowhere.
    const isOpen = () =>
      this.page.$eval('input[aria-label="Filtrer les options"]:focus', () => true).catch(() => false);
    for (let count = 0; count < 20 && (await isOpen()); count++) {
      await this.page.keyboard.press('ArrowDown');
      const chosen = await this.page
        .waitForFunction(
          (wanted) => {
            const list = document.activeElement?.getAttribute('aria-controls');
            const option = list && document.getElementById(list)?.getAttribute('aria-activedescendant');
            return !!option && !!document.getElementById(option)?.innerText.includes(wanted);
          },
          { timeout: 1000 },
          name,
        )
        .catch(() => undefined);
      if (!chosen) continue;
      await this.page.keyboard.press('Enter');
      await this.page
        .waitForFunction(() => !document.activeElement?.matches('input[aria-label="Filtrer les options"]'), {
          timeout: 1000,
        })
        .catch(() => undefined);
    }
  }

  /** Saves, which leads back to what the form is one of. */
  async save(collection = 'releases'): Promise<void> {
    await this.press('s');
    await this.page.waitForFunction((hash) => location.hash === hash, { timeout }, `#/collections/${collection}`);
  }

  /** Waits until the preview shows a text, and says all that it shows. */
  async preview(text: string): Promise<string> {
    const shown = (wanted: string) => {
      const root = document.querySelector('main > *')?.shadowRoot;
      return root?.textContent?.includes(wanted) ? root.textContent.replace(/\s+/g, ' ') : undefined;
    };
    const handle = await (await this.frame()).waitForFunction(shown, { timeout }, text);
    return (await handle.jsonValue())!;
  }

  /** The document of the preview. */
  async frame(): Promise<Frame> {
    const element = await this.page.waitForSelector('iframe.preview', { timeout });
    return await element!.contentFrame();
  }
}

/** A text field by its label. */
export const field = (name: string) => `::-p-aria([name="${name}"][role="textbox"])`;

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
