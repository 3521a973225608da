import type { Finding } from './finding.js';
import type { Category, Level, RuleName } from './rules.js';

/** Which findings count. */
export interface BreakingSettings {
  /** The least level that counts. `breaking` by default. */
  readonly level?: Level;
  /** Only what breaks clients that run (`wire`), or only code compiled anew (`source`). Both by default. */
  readonly category?: Category;
  /** Findings that were decided upon. */
  readonly ignore?: readonly IgnoredFinding[];
}

/** A rule that does not count, everywhere or for some procedures. */
export interface IgnoredFinding {
  readonly rule: RuleName;
  /** The path of a procedure, or with `.*` at its end of all below a router. All procedures by default. */
  readonly path?: string;
}

/** The findings that count; of what several procedures share, for those procedures for which it is not ignored. */
export function selectFindings(findings: readonly Finding[], settings: BreakingSettings = {}): readonly Finding[] {
  const { level = 'breaking', category, ignore = [] } = settings;
  return findings
    .filter((finding) => order.indexOf(finding.level) <= order.indexOf(level))
    .filter((finding) => category === undefined || finding.category === category)
    .filter(({ rule }) => !ignore.some((ignored) => ignored.rule === rule && ignored.path === undefined))
    .flatMap((finding) => {
      const procedures = finding.procedures.filter(
        (path) => !ignore.some((ignored) => concerns(ignored, finding, path)),
      );
      return procedures.length === 0 ? [] : [{ ...finding, procedures }];
    });
}

const order: readonly Level[] = ['breaking', 'risky', 'info'];

function concerns(ignored: IgnoredFinding, { rule }: Finding, path: string): boolean {
  if (ignored.rule !== rule || ignored.path === undefined) return false;
  return ignored.path.endsWith('.*') ? path.startsWith(ignored.path.slice(0, -1)) : path === ignored.path;
}
