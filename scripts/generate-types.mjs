// Writes src/feed/schema/model.generated.ts from src/feed/schema/feed.schema.json; with --check only says whether it is current.
import { readFile, writeFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';

const source = 'src/feed/schema/feed.schema.json';
const target = 'src/feed/schema/model.generated.ts';

const schema = JSON.parse(await readFile(source, 'utf8'));
delete schema.$defs.item.anyOf; // "one of two bodies" is for validators; as a type it only clouds Item
const compiled = await compile(schema, 'Feed', {
  additionalProperties: false,
  bannerComment: `// Made from ${source} by \`npm run model\`. Change the schema, not this file.`,
});
const model = await format(compiled, { ...(await resolveConfig(target)), parser: 'typescript' });

if (!process.argv.includes('--check')) await writeFile(target, model);
else if (model !== (await readFile(target, 'utf8'))) {
  console.error(`${target} is out of date with ${source}: run npm run model and commit the result.`);
  process.exitCode = 1;
}
