import { describe } from '@jest/globals';
import { holdEngineToPromises } from '../engine-promises.spec-support.js';
import { ClassicEngine } from './classic-engine.js';

describe('ClassicEngine', () => {
  holdEngineToPromises((tsconfigPath) => new ClassicEngine(tsconfigPath));
});
