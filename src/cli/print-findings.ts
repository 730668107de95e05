import { exitCode } from './command.js';
import { formatDiagnostic, type Diagnostic, type Severity } from './diagnostics.js';

/**
 * Prints findings and their number.
 *
 * @param names What was looked at, as the user named it.
 * @param findings All of them.
 * @param lines Those to print, each with what stands before it.
 * @param failed Whether something could not be read.
 */
export function printFindings(
  names: readonly string[],
  findings: readonly Diagnostic[],
  lines: readonly (Diagnostic & { before?: string })[],
  failed: boolean,
): void {
  for (const { severity, what, before = '', ...finding } of lines)
    console.log(formatDiagnostic({ ...finding, severity, what: `${severity}: ${before}${what}` }));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = (['error', 'warning', 'hint'] as const).map((entry) => counted(count(entry), entry)).join(', ');
  console.error(`${names.join(', ')}: ${findings.length ? counts : failed ? 'not read' : 'nothing to fix'}`);
}

/** The exit code for what was found. */
export function exitCodeFor(findings: readonly Diagnostic[], failed: boolean): number {
  const has = (severity: Severity) => findings.some((finding) => finding.severity === severity);
  return failed || has('error') ? exitCode.failed : has('warning') ? exitCode.warnings : exitCode.done;
}

const counted = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
