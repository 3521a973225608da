import { compareText } from '../contract/canonical.js';
import type { Contract } from '../contract/contract.js';
import { hashOf, shapesOf } from '../contract/shape.js';
import { TypeDigests } from '../contract/type-digests.js';
import { findBreaking } from './find-breaking.js';

/** More than these of one procedure are not kept: the oldest go first. */
export const MAX_SHAPES_PER_PROCEDURE = 20;

/** The version of the format of `compatibility.json`, raised when a reader of the one before could misread it. */
export const COMPATIBILITY_FORMAT = 1;

/** Which clients a server of a contract still serves, procedure by procedure. Written as `compatibility.json`. */
export interface Compatibility {
  /** The version of this format. */
  readonly trunkline: typeof COMPATIBILITY_FORMAT;
  /** The hash of the contract of which it tells. */
  readonly contract: string;
  /** The shape of each procedure, followed by the older ones with which it may still be called, the newest first. */
  readonly procedures: Readonly<Record<string, readonly string[]>>;
}

/**
 * What a server of `after` serves, where one of `before` served what `previous` says. A procedure keeps its older shapes as
 * long as nothing about it surely breaks a running client; where something does, it begins anew with its own shape alone.
 * So does a procedure that `previous` knows with another shape than `before`, because nothing was said of that step.
 */
export function nextCompatibility(
  previous: Compatibility | undefined,
  before: Contract | undefined,
  after: Contract,
): Compatibility {
  const shapes = shapesOf(after);
  const old = before === undefined ? {} : shapesOf(before);
  const changed = Object.keys(old).filter((path) => old[path] !== shapes[path]);
  const broken = before === undefined ? new Set<string>() : listBroken(before, after, changed);
  const procedures = Object.keys(shapes)
    .toSorted(compareText)
    .map((path) => {
      const served = broken.has(path) ? [] : listServed(path, old, previous);
      return [path, nextShapes(shapes[path], served)] as const;
    });
  return { trunkline: COMPATIBILITY_FORMAT, contract: hashOf(after), procedures: Object.fromEntries(procedures) };
}

/** Prints it as it stands in a file. */
export function printCompatibility({ trunkline, contract, procedures }: Compatibility): string {
  const lines = Object.entries(procedures)
    .toSorted(([left], [right]) => compareText(left, right))
    .map(
      ([path, shapes]) => `    ${JSON.stringify(path)}: [${shapes.map((shape) => JSON.stringify(shape)).join(', ')}]`,
    );
  const list = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{\n  "trunkline": ${trunkline},\n  "contract": ${JSON.stringify(contract)},\n  "procedures": ${list}\n}\n`;
}

/**
 * The procedures of which a running client surely fails. None does of those with the shape that they had, so that only the
 * others are compared, unless the data of all errors has changed.
 */
function listBroken(before: Contract, after: Contract, changed: readonly string[]): ReadonlySet<string> {
  const isWhole = errorFormOf(before) !== errorFormOf(after);
  const findings = isWhole
    ? findBreaking(before, after)
    : findBreaking(withProcedures(before, changed), withProcedures(after, changed));
  const sure = findings.filter(({ category, level }) => category === 'wire' && level === 'breaking');
  return new Set(sure.flatMap(({ procedures }) => procedures));
}

function errorFormOf({ errorData, types }: Contract): string | undefined {
  return errorData === undefined ? undefined : new TypeDigests(types).of(errorData);
}

function withProcedures({ errorData: _data, ...contract }: Contract, paths: readonly string[]): Contract {
  const wanted = new Set(paths);
  const entries = Object.entries(contract.procedures).filter(([path]) => wanted.has(path));
  return { ...contract, procedures: Object.fromEntries(entries) };
}

type Shapes = Readonly<Record<string, string>>;

function listServed(path: string, old: Shapes, previous: Compatibility | undefined): readonly string[] {
  const shape = Object.hasOwn(old, path) ? old[path] : undefined;
  if (shape === undefined) return [];
  const listed = previous !== undefined && Object.hasOwn(previous.procedures, path) ? previous.procedures[path] : [];
  return listed?.[0] === shape ? listed : [shape];
}

function nextShapes(shape: string | undefined, served: readonly string[]): readonly string[] {
  const shapes = shape === undefined ? served : [shape, ...served];
  return [...new Set(shapes)].slice(0, MAX_SHAPES_PER_PROCEDURE);
}
