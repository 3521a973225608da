import { afterAll, beforeAll } from '@jest/globals';
import { ProjectFolder } from './project-folder.spec-support.js';
import type { TypeEngine } from './type-engine.js';
import type { TypeFacts, TypeId } from './type-facts.js';

/** Asks about the values that one file declares. To be called within `describe`. */
export function engineProject(
  text: string,
  open: (tsconfigPath: string) => TypeEngine,
): { facts(name: string): TypeFacts; describe(type: TypeId): TypeFacts; engine(): TypeEngine } {
  let project: ProjectFolder | undefined;
  let engine: TypeEngine | undefined;
  beforeAll(() => {
    project = new ProjectFolder({ 'values.ts': text });
    engine = open(project.tsconfigPath);
  });
  afterAll(() => {
    engine?.close();
    project?.remove();
  });
  const present = <Value>(value: Value | undefined): Value => {
    if (value === undefined) {
      throw new Error('There is no such thing.');
    }
    return value;
  };
  const describeType = (type: TypeId): TypeFacts => present(present(engine).describe([type])[0]);
  return {
    engine: () => present(engine),
    describe: describeType,
    facts: (name) => describeType(present(present(engine).typeOfExport(present(project).path('values.ts'), name))),
  };
}
