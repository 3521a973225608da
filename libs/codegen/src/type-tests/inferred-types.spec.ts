import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract/contract.js';
import { findProblems } from '../reader/merge/find-problems.js';
import { DIFFERENCES_HEAD, deliberateDifferences } from './deliberate-differences.spec-support.js';
import { editedPositions } from './edited-positions.spec-support.js';
import { generateClient, POSITIONS_HEAD, positionsOf } from './sample-positions.spec-support.js';
import { SampleProject, type SampleSettings } from './sample-project.spec-support.js';
import { compareTypes, type TypePair } from './type-comparison.spec-support.js';

const MINUTE_MS = 60_000;

const HEAD = POSITIONS_HEAD + DIFFERENCES_HEAD;

const SETTINGS: readonly SampleSettings[] = [
  { transformer: 'superjson', isExact: true },
  { transformer: 'superjson', isExact: false },
  { transformer: 'none', isExact: true },
  { transformer: 'none', isExact: false },
];

/** How many edits there are at least: some for each place in each type. */
const EDIT_COUNT = 8000;

describe.each(SETTINGS)(
  'a client of the sample, with transformer $transformer and exact options $isExact',
  (settings) => {
    const project = new SampleProject(settings);
    const differences = deliberateDifferences(settings);
    let contract: Contract;

    beforeAll(async () => {
      await project.folder.addRuntimeTypes();
      contract = await project.read();
      generateClient(project, contract);
    }, MINUTE_MS);

    afterAll(() => project.remove());

    const compare = (pairs: readonly TypePair[]) => compareTypes(project, '7.0', HEAD, pairs);
    const keyOf = ({ path, side }: { path: string; side: string }): string => `${path} ${side}`;

    it(
      'has the inputs and outputs that tRPC infers, and where it is meant to differ the types that are listed',
      async () => {
        const positions = positionsOf(contract);
        const listed = positions.flatMap(({ ours, ...position }) => {
          const difference = differences.find((entry) => keyOf(entry) === keyOf(position));
          return difference === undefined ? [] : [{ ...position, ours, theirs: difference.ours }];
        });
        const verdicts = await compare([...positions, ...listed]);
        const different = positions.filter((_, index) => verdicts[index] !== 'identical').map(keyOf);
        expect(different.toSorted()).toEqual(differences.map(keyOf).toSorted());
        const unlike = listed.filter((_, index) => verdicts[positions.length + index] !== 'identical').map(keyOf);
        expect(unlike).toEqual([]);
        expect(positions.length - different.length).toBeGreaterThan(250);
      },
      MINUTE_MS,
    );

    it(
      "keeps its types in the router that it is to tRPC's own clients",
      async () => {
        const head = `${HEAD}import type { ApiRouter } from './client/src/trpc.js';
type ApiInputs = inferRouterInputs<ApiRouter>;
type ApiOutputs = inferRouterOutputs<ApiRouter>;
`;
        const pairs = positionsOf(contract).map(({ ours, theirs }) => ({
          ours,
          theirs: theirs.replaceAll('Inputs[', 'ApiInputs[').replaceAll('Outputs[', 'ApiOutputs['),
        }));
        const verdicts = await compareTypes(project, '7.0', head, pairs);
        expect(pairs.filter((_, index) => verdicts[index] !== 'identical')).toEqual([]);
      },
      MINUTE_MS,
    );

    it('has problems only with what it is said to refuse', () => {
      const paths = new Set(findProblems(contract).map(({ path }) => path));
      const bigints = ['builtins.inferred', 'literals.big', 'primitives.bigints', 'reports.yearly', 'streams.bigints'];
      const refused = settings.transformer === 'none' ? [...bigints, 'inferred.loose'] : ['inferred.loose'];
      expect(paths).toEqual(new Set(refused));
    });

    // Without exact options, a property that may be left out may be undefined, whatever it says.
    if (!settings.isExact) return;

    it(
      'is told from any client that differs in one place of one type',
      async () => {
        const expected = positionsOf(contract).map((position) => {
          const difference = differences.find((entry) => keyOf(entry) === keyOf(position));
          return difference === undefined ? position : { ...position, theirs: difference.ours };
        });
        const edited = editedPositions(contract, expected);
        const declarations = edited.map((edit) => edit.declarations).join('');
        const verdicts = await compareTypes(project, '7.0', HEAD + declarations, edited);
        const missed = edited.filter((_, index) => verdicts[index] === 'identical').map(({ what }) => what);
        expect(missed).toEqual([]);
        expect(edited.length).toBeGreaterThan(EDIT_COUNT);
      },
      MINUTE_MS,
    );
  },
);
