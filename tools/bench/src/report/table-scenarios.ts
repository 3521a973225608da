import { codegenScenarios } from '../codegen/catalogue.js';
import { scenarios } from '../scenarios/catalogue.js';
import type { TableScenario } from './table.js';

/** Everything that can be measured, in the order of the document. */
export const tableScenarios: readonly TableScenario[] = [...scenarios, ...codegenScenarios];
