// Versions of the library in folders of their own, made from dist/, and a release of them.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { release } from '../../scripts/release.mjs';
import { filesForPages } from '../../scripts/release/write.mjs';
import { scratchFolder } from './publications.js';

/**
 * What `npm run build` leaves, as another version.
 *
 * @param files Texts in place of those of the build.
 */
export function builtVersion(version: string, files: Record<string, string> = {}): string {
  const folder = scratchFolder();
  for (const file of filesForPages('dist')) cpSync(join('dist', file), join(folder, file));
  const parts = join(folder, 'sbom.cdx.json');
  const sbom = JSON.parse(readFileSync(parts, 'utf8')) as { metadata: { component: { version: string } } };
  sbom.metadata.component.version = version;
  writeFileSync(parts, JSON.stringify(sbom));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

type Options = Partial<Parameters<typeof release>[0]>;

/** Releases a version, and gives what was printed. */
export function releaseVersion(to: string, version: string, from: string, options: Options = {}): string {
  const lines: string[] = [];
  try {
    release({ to, from, version, checks: [], print: (line: string) => lines.push(line), ...options });
  } catch (error) {
    lines.push(`refused: ${(error as Error).message}`);
  }
  return lines.join('\n');
}
