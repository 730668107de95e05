import { existsSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** Data walks one way, feed → controllers → elements, and imports follow it. */
const layers = [
  {
    target: './src/feed',
    from: './src',
    except: [
      './feed',
      './embed/protocol.ts',
      './html/http-url.ts',
      './html/contact-url.ts',
      './i18n/locale.ts',
      './i18n/search-text.ts',
      './i18n/time-zone.ts',
    ],
  },
  { target: './src/i18n', from: './src', except: ['./i18n'] },
  { target: './src/html', from: './src', except: ['./html', './i18n'] },
  { target: './src/tokens', from: './src', except: ['./tokens'] },
  {
    target: './src/controllers',
    from: './src',
    except: ['./controllers', './feed', './embed/protocol.ts', './i18n', './html/http-url.ts'],
  },
  // data-saver.ts has to know the elements, and is loaded only where a visitor saves data.
  {
    target: './src/embed',
    from: './src',
    except: ['./embed', './i18n', './autoload.ts', './elements/base/data-saver.ts'],
  },
  {
    target: './src/elements',
    from: './src',
    except: ['./elements', './controllers', './feed', './i18n', './html', './tokens'],
  },
  { target: './src/cli', from: './src', except: ['./cli', './feed', './i18n', './html', './ssr'] },
];

/** No element imports another: one inside another is loaded by its tag. */
const elements = readdirSync('src/elements', { withFileTypes: true }).flatMap((entry) =>
  existsSync(`src/elements/${entry.name}/define.ts`) ? entry.name : [],
);
const sideways = elements.map((name) => ({
  target: `./src/elements/${name}`,
  from: elements.filter((other) => other !== name).map((other) => `./src/elements/${other}/!(define.ts)`),
}));

/** What an element consists of does not know the element, not even as a type: each part says what it needs of its host. */
const upwards = ['org-chart', 'office-map'].map((name) => ({
  target: `./src/elements/${name}/**/!(define|${name}).ts`,
  from: `./src/elements/${name}/${name}.ts`,
}));

/** Names that were given up for the field's own: docs/glossary.md says which those are. */
const givenUp = `
Reading readSound readFeed mend WordsController Alarm Copying Copied opennessAt Openness closingOf numbersIn
wayTo wayBetween Snapshot takeInlineFeed handOn readWhatIsNew fetchWords setType languageAt asksFirst
keepPlace Keeper followFromText leadWith Hands boxAround goThroughFound chooseFirst renderFound Sheet Stage
Wish isFollowing Drawing Forest Rooms furnish trunk fittest lowestHung Notes whoIs Telling Puzzle Sameness
madeId unite drafted namesIn Facts sayings keepMemory isAsBefore writeFileWhole readAny fillScreen takeAway
takeOver drawAnew twin each told tell say isFooted drawElement withoutNowhere leastScale mostScale
leastWidth mostCards showKeptLink saveContact readSections readContacts readFigures readGoals readMenu
readMission readOffices readOrganization ReadCard ReadContact ReadFigure ReadGoal ReadOffice
`;

export default ts.config(
  // The applications under test/integrations/apps/ and test/frameworks/ have frameworks' own types; tests check them with
  // their own tools.
  {
    ignores: [
      'dist/',
      'build/',
      'test/integrations/apps/',
      'test/frameworks/*/',
      'storybook-static/',
      'custom-elements.json',
      '**/*.generated.ts',
    ],
  },
  js.configs.recommended,
  { rules: { 'id-denylist': ['error', ...givenUp.trim().split(/\s+/)] } },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked, ts.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers and lists of words in templates are what templates are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowArray: true }],
      // `() => (this.x = y)` and handlers that return nothing worth having are plain to read.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `||` on purpose where an empty text counts as none; `??` elsewhere is up to the reader's eye.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      // A non-null assertion is allowed to say what the line above has made sure of.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A request fails with its Response; retry.ts puts a name to it.
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }] }],
      // Lit's abstract and empty hooks.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended].filter(
      Boolean,
    ),
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver': { typescript: true, node: { extensions: ['.ts', '.js'] } },
      // What no-cycle follows.
      'import-x/extensions': ['.ts', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...layers, ...sideways, ...upwards] }],
      // What is loaded later may ask for what loads it.
      'import-x/no-cycle': ['error', { ignoreExternal: true, allowUnsafeDynamicCyclicDependency: true }],
      // Safari takes the role from a list without bullets, so it is said again.
      'lit-a11y/no-redundant-role': 'off',
      // Definition lives in define.ts, so that a class can be had without registering it.
      'wc/define-tag-after-class-definition': 'off',
      // The Lit base class calls the callbacks of its own.
      'wc/guard-super-call': 'off',
      // One idea fits into less.
      'max-lines': ['error', 300],
    },
  },
  {
    // What runs in the pages of other people.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/ssr/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name=Array][callee.property.name=from][arguments.length>1]',
          message:
            'Prototype.js and other scripts replace Array.from by one that takes no function; use map afterwards.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', 'integrations/**/*.js', 'test/bench/*.js', 'test/editors/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        document: 'readonly',
        window: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        fetch: 'readonly',
        customElements: 'readonly',
        innerHeight: 'readonly',
        performance: 'readonly',
        navigator: 'readonly',
        indexedDB: 'readonly',
        addEventListener: 'readonly',
        alert: 'readonly',
        DOMParser: 'readonly',
        Event: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai's `expect(x).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
      // `describe` and `it` of Node's runner return promises that it keeps itself.
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);
