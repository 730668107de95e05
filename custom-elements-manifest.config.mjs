/** Marked `@internal` in the sources: there for the element's own parts. */
const internals = new Set();

const publicOnly = {
  name: 'public-only',
  analyzePhase({ ts, node }) {
    if (!ts.isClassElement(node) || !node.name) return;
    if (ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal'))
      internals.add(`${node.parent.name?.getText()} ${node.name.getText()}`);
  },
  /** Leaves what a page can use: the elements and their events, without what is theirs alone. */
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.declarations = module.declarations.filter(({ name, tagName }) => tagName || /Event$/.test(name));
      const names = module.declarations.map(({ name }) => name);
      module.exports = module.exports.filter(({ declaration }) => names.includes(declaration.name));
      for (const declaration of module.declarations) {
        if (!declaration.tagName) continue;
        // Registered in define.ts, which the analyzer doesn't follow: the tag stands in the class's `@tag`.
        declaration.customElement = true;
        declaration.members = declaration.members.filter(
          ({ name, inheritedFrom, privacy = 'public' }) =>
            privacy === 'public' &&
            !name.startsWith('#') &&
            !internals.has(`${inheritedFrom?.name ?? declaration.name} ${name}`),
        );
        // The analyzer takes the argument of `new LoadEvent(reading)` for the name of an event.
        declaration.events = declaration.events.filter(({ name }) => name?.startsWith('iom-'));
      }
    }
    // In an order of their own: that of files is another one on each disk.
    customElementsManifest.modules = customElementsManifest.modules
      .filter(({ declarations }) => declarations.length)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/embed/consent.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: '.',
  // The package holds it in dist/, which the analyzer does not know.
  packagejson: false,
  litelement: true,
  plugins: [publicOnly],
};
