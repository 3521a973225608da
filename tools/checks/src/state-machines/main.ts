// Prints the state machines and decision tables of both ends into docs/state-machines.md, from the functions that decide,
// and compares the page with them. `npm run docs:write` writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { reportFindings } from '../workspace/finding.js';
import { fillSections } from './fill-sections.js';
import { printTables } from './print-tables.js';

const page = 'docs/state-machines.md';
const before = readFileSync(page, 'utf8');
const after = fillSections(before, await printTables(process.cwd()));

if (process.argv.includes('--write')) writeFileSync(page, after);
else {
  const line = before.split('\n').findIndex((text, index) => text !== after.split('\n')[index]) + 1;
  const finding = {
    rule: 'state-machines',
    file: page,
    line,
    problem: 'is not what the code decides.',
    remedy: 'Look at the difference that `npm run docs:write` makes, and commit it if it was meant.',
  };
  reportFindings('state-machines', before === after ? [] : [finding]);
}
