import { unreachable } from '@trunkline/protocol';
import type { Finding } from './finding.js';
import { rules } from './rules.js';

/** For people, for programs, or for the annotations of GitHub Actions. */
export type FindingFormat = 'text' | 'json' | 'github';

/**
 * Prints findings.
 *
 * @param contractPath the file that GitHub shows the findings at: the contract, relative to the repository.
 */
export function printFindings(
  findings: readonly Finding[],
  format: FindingFormat,
  contractPath = 'contract.json',
): string {
  switch (format) {
    case 'text':
      return findings.length === 0 ? 'Nothing breaks.\n' : `${findings.map(printText).join('\n\n')}\n`;
    case 'json':
      return `${JSON.stringify(findings, null, 2)}\n`;
    case 'github':
      return findings.map((finding) => `${printCommand(finding, contractPath)}\n`).join('');
    default:
      return unreachable(format);
  }
}

function printText(finding: Finding): string {
  const { rule, level, category, message } = finding;
  const lines = [`${level} ${rule} (${category}): ${printPlace(finding)}`, message, printChange(finding)];
  const advice = level === 'info' ? '' : `Instead: ${rules[rule].remedy}`;
  return [...lines, advice]
    .filter((line) => line !== '')
    .map((line, index) => (index === 0 ? line : `  ${line}`))
    .join('\n');
}

/** `orders.byId output.id`, or `User.id in orders.byId, orders.list`. */
function printPlace({ procedures, type, position }: Finding): string {
  const paths = procedures.join(', ');
  if (type !== undefined || position === 'transformer') return `${position} in ${paths}`;
  return position === '' ? paths : `${paths} ${position}`;
}

function printChange({ before, after }: Finding): string {
  if (before === '' && after === '') return '';
  return before === '' ? `now: ${after}` : after === '' ? `was: ${before}` : `was: ${before}, now: ${after}`;
}

const commands = { breaking: 'error', risky: 'warning', info: 'notice' } as const;

// See "Workflow commands for GitHub Actions": a command is one line, and its properties end at a comma or a colon.
function printCommand(finding: Finding, contractPath: string): string {
  const { rule, level, message } = finding;
  const change = printChange(finding);
  const text = `${printPlace(finding)}: ${message}${change === '' ? '' : ` (${change})`}`;
  return `::${commands[level]} file=${escapeProperty(contractPath)},title=${escapeProperty(rule)}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
