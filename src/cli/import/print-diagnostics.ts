import { formatDiagnostic, type Diagnostic } from '../diagnostics.js';

/** Says each thing, but of what is alike only the first ten. */
export function printDiagnostics(notes: readonly Diagnostic[]): void {
  const alike = new Map<string, { file: string; number: number }>();
  for (const note of notes) {
    const kind = `${note.file} ${note.fix}`;
    const number = (alike.get(kind)?.number ?? 0) + 1;
    alike.set(kind, { file: note.file, number });
    if (number <= 10) console.error(formatDiagnostic(note));
  }
  for (const { file, number } of alike.values()) {
    if (number > 10) console.error(`${file}: … and ${number - 10} more like that`);
  }
}
