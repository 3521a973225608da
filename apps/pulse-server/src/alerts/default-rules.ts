import type { Rule } from '../schemas/index.js';

/** What a new Pulse watches, so that it is of use before anybody has set anything. */
export const defaultRules: readonly Omit<Rule, 'id'>[] = [
  rule('Busy processor', 'cpuPercent', 90, 30),
  rule('Memory nearly full', 'memoryPercent', 90, 10),
  rule('Disk nearly full', 'diskPercent', 90, 0),
  rule('Host is silent', 'silentSeconds', 15, 0),
];

function rule(name: string, metric: Rule['metric'], threshold: number, forSeconds: number): Omit<Rule, 'id'> {
  return { name, metric, comparison: 'above', threshold, forSeconds, hostId: null, isEnabled: true };
}
