import { Key } from 'selenium-webdriver';

/**
 * A server command `press-key`: presses a key as a hand does, in every engine (the test runner's own `sendKeys` knows no
 * Selenium, which drives WebKit here).
 *
 * @param {() => Promise<import('selenium-webdriver').WebDriver>} driver of WebKit
 */
export const pressKey = (driver) => ({
  name: 'press-key',
  async executeCommand({ command, payload, session }) {
    if (command !== 'press-key') return undefined;
    if (session.browser.type === 'puppeteer') {
      await session.browser.getPage(session.id).keyboard.press(payload);
    } else {
      const name = payload.replace(/(?<=[a-z])(?=[A-Z])/, '_').toUpperCase();
      const actions = (await driver()).actions();
      await actions.sendKeys(payload.length === 1 ? payload : Key[name]).perform();
    }
    return true;
  },
});
