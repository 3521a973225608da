import { describe, expect, it } from '@jest/globals';
import { engineOver } from '../fake-engine.spec-support.js';
import { ModuleGraph } from './module-graph.js';

function graphOf(modules: Readonly<Record<string, readonly string[]>>) {
  const looked: string[] = [];
  const graph = new ModuleGraph({
    ...engineOver({}),
    files: () => Object.keys(modules),
    module: (file) => {
      looked.push(file);
      return {
        text: file,
        imports: (modules[file] ?? []).map((imported) => ({ specifier: imported, file: imported })),
      };
    },
  });
  return { graph, looked };
}

describe('ModuleGraph', () => {
  it('finds who imports a file, directly or not, in circles too', () => {
    const { graph } = graphOf({ app: ['a', 'b'], a: ['models'], b: ['other'], models: ['a'], other: [] });
    expect([...graph.withImporters(['models'])].toSorted()).toEqual(['a', 'app', 'models']);
    expect([...graph.withImporters(['app'])]).toEqual(['app']);
  });

  it('looks at each module once, until it is told to look again', () => {
    const { graph, looked } = graphOf({ a: [], b: [] });
    graph.withImporters(['a']);
    graph.refresh(['b']);
    expect(looked).toEqual(['a', 'b', 'b']);
    expect(graph.get('a')?.text).toBe('a');
  });

  it('puts each module behind those that it imports, in circles too', () => {
    const { graph } = graphOf({
      app: ['a', 'b'],
      a: ['models'],
      b: ['other', 'a'],
      models: ['a'],
      other: [],
      lone: [],
    });
    expect(graph.inEvaluationOrder('app')).toEqual(['models', 'a', 'other', 'b', 'app']);
    expect(graph.inEvaluationOrder('elsewhere')).toEqual(['elsewhere']);
  });
});
