/** Something that breaks a rule, and what to do about it. */
export interface Finding {
  /** The rule's name, as CONTRIBUTING.md lists it. */
  readonly rule: string;
  /** The path from the workspace's root. */
  readonly file: string;
  /** Counted from 1; 1 as well when the whole file is meant. */
  readonly line: number;
  /** What is wrong. */
  readonly problem: string;
  /** What to do instead. */
  readonly remedy: string;
}

/** Prints the findings, one `file:line` each, and makes the process fail when there are any. */
export function reportFindings(check: string, findings: readonly Finding[]): void {
  for (const { rule, file, line, problem, remedy } of findings) {
    console.error(`${file}:${line} [${rule}] ${problem}\n    ${remedy}`);
  }
  if (findings.length === 0) {
    console.log(`${check}: nothing found`);
    return;
  }
  console.error(`${check}: ${findings.length} found`);
  process.exitCode = 1;
}
