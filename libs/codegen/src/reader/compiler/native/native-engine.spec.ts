import { describe } from '@jest/globals';
import { holdEngineToPromises } from '../engine-promises.spec-support.js';
import { NativeEngine } from './native-engine.js';

describe('NativeEngine', () => {
  holdEngineToPromises((tsconfigPath) => new NativeEngine(tsconfigPath));
});
