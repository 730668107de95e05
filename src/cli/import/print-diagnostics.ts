import { formatDiagnostic, type Diagnostic } from '../diagnostics.js';

/** Says each thing, but of what is alike only the first ten. */
export function printDiagnostics(notes: readonly Diagnostic[]): void {
  const alike = new Map<string, number>();
  for (const note of notes) {
    const kind = `${note.file} ${note.fix}`;
    const before = alike.get(kind) ?? 0;
    alike.set(kind, before + 1);
    if (before < 10) console.error(formatDiagnostic(note));
  }
  for (const [kind, number] of alike) {
    if (number > 10) console.error(`${kind.split(' ')[0]}: … and ${number - 10} more like that`);
  }
}
