import { clientSize } from './client-size.js';
import type { CodegenScenario } from './codegen-scenario.js';
import { createFrontEndCheck } from './front-end-check.js';
import { watchedChange } from './watched-change.js';
import { wholeGeneration } from './whole-generation.js';

/** All scenarios about generated clients, in the order of the table. */
export const codegenScenarios: readonly CodegenScenario[] = [
  createFrontEndCheck('codegen-check', 'TypeScript 7', 5),
  createFrontEndCheck('codegen-check-6', 'TypeScript 6', 3),
  wholeGeneration,
  watchedChange,
  clientSize,
];
