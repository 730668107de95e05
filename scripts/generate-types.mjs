// Writes the types of our JSON Schemas beside them; with --check only says whether they are current.
import { readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';

const schemas = [
  {
    source: 'src/feed/schema/feed.schema.json',
    target: 'src/feed/schema/model.generated.ts',
    name: 'Feed',
    // "one of two bodies" is for validators; as a type it only clouds Item
    simplify: ({ $defs }) => delete $defs.item.anyOf,
  },
  { source: 'src/cli/sync/sync.schema.json', target: 'src/cli/sync/config.generated.ts', name: 'SyncConfig' },
];

for (const { source, target, name, simplify } of schemas) {
  const schema = JSON.parse(await readFile(source, 'utf8'));
  simplify?.(schema);
  const compiled = await compile(schema, name, {
    additionalProperties: false,
    bannerComment: `// Made from ${source} by \`npm run model\`. Change the schema, not this file.`,
  });
  const model = await format(compiled, { ...(await resolveConfig(target)), parser: 'typescript' });

  if (!process.argv.includes('--check')) await writeFile(target, model);
  else if (model !== (await readFile(target, 'utf8'))) {
    console.error(`${target} is out of date with ${source}: run npm run model and commit the result.`);
    process.exitCode = 1;
  }
}
