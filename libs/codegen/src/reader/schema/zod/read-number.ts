import type { $ZodType } from 'zod/v4/core';
import type { BigintNode, NumberNode } from '../../../contract/type-node.js';
import { heldChecks } from './held-checks.js';
import type { Side } from './zod-schema.js';

/** The bounds that a format of numbers means. Those of safe integers and of floats are left out, because a client can hardly pass them. */
const NUMBER_RANGES: ReadonlyMap<string, readonly [minimum: number, maximum: number]> = new Map([
  ['int32', [-2_147_483_648, 2_147_483_647]],
  ['uint32', [0, 4_294_967_295]],
]);

const BIGINT_RANGES: ReadonlyMap<string, readonly [minimum: bigint, maximum: bigint]> = new Map([
  ['int64', [-(2n ** 63n), 2n ** 63n - 1n]],
  ['uint64', [0n, 2n ** 64n - 1n]],
]);

/** A schema of numbers, with the checks that hold on one side. */
export function readNumber(schema: $ZodType, side: Side): NumberNode {
  const range = new Range();
  let isInteger = false;
  let multipleOf: number | undefined;
  for (const check of heldChecks(schema, side)) {
    switch (check.check) {
      case 'greater_than':
        range.atLeast(Number(check.value), check.inclusive);
        break;
      case 'less_than':
        range.atMost(Number(check.value), check.inclusive);
        break;
      case 'number_format': {
        const [minimum, maximum] = NUMBER_RANGES.get(check.format) ?? [];
        if (minimum !== undefined) range.atLeast(minimum, true);
        if (maximum !== undefined) range.atMost(maximum, true);
        isInteger ||= check.format.includes('int');
        break;
      }
      case 'multiple_of': {
        const divisor = Math.abs(Number(check.value));
        if (divisor > 0 && divisor < Infinity) multipleOf ??= divisor;
        break;
      }
      default:
    }
  }
  return {
    kind: 'number',
    ...(isInteger ? { integer: true } : {}),
    ...range.toMembers(),
    ...(multipleOf === undefined ? {} : { multipleOf }),
  };
}

/** A schema of bigints, with the checks that hold on one side. */
export function readBigint(schema: $ZodType, side: Side): BigintNode {
  let minimum: bigint | undefined;
  let maximum: bigint | undefined;
  const atLeast = (bound: bigint): void => {
    if (minimum === undefined || bound > minimum) minimum = bound;
  };
  const atMost = (bound: bigint): void => {
    if (maximum === undefined || bound < maximum) maximum = bound;
  };
  for (const check of heldChecks(schema, side)) {
    if (check.check === 'greater_than' && typeof check.value === 'bigint') {
      atLeast(check.inclusive ? check.value : check.value + 1n);
    } else if (check.check === 'less_than' && typeof check.value === 'bigint') {
      atMost(check.inclusive ? check.value : check.value - 1n);
    } else if (check.check === 'bigint_format') {
      const [least, most] = BIGINT_RANGES.get(check.format) ?? [];
      if (least !== undefined) atLeast(least);
      if (most !== undefined) atMost(most);
    }
  }
  return {
    kind: 'bigint',
    ...(minimum === undefined ? {} : { minimum: String(minimum) }),
    ...(maximum === undefined ? {} : { maximum: String(maximum) }),
  };
}

interface Bound {
  readonly value: number;
  readonly isInclusive: boolean;
}

type RangeMembers = Pick<NumberNode, 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum'>;

/** The narrowest range of several. */
class Range {
  #least: Bound | undefined;
  #most: Bound | undefined;

  atLeast(value: number, isInclusive: boolean): void {
    const bound = { value, isInclusive };
    if (isFiniteBound(value) && isNarrower(bound, this.#least, (left, right) => left > right)) this.#least = bound;
  }

  atMost(value: number, isInclusive: boolean): void {
    const bound = { value, isInclusive };
    if (isFiniteBound(value) && isNarrower(bound, this.#most, (left, right) => left < right)) this.#most = bound;
  }

  toMembers(): RangeMembers {
    const least = this.#least;
    const most = this.#most;
    return {
      ...(least === undefined
        ? {}
        : { [least.isInclusive ? 'minimum' : 'exclusiveMinimum']: withoutSign(least.value) }),
      ...(most === undefined ? {} : { [most.isInclusive ? 'maximum' : 'exclusiveMaximum']: withoutSign(most.value) }),
    };
  }
}

function isFiniteBound(value: number): boolean {
  return Number.isFinite(value);
}

function isNarrower(
  bound: Bound,
  other: Bound | undefined,
  isBeyond: (left: number, right: number) => boolean,
): boolean {
  if (other === undefined || isBeyond(bound.value, other.value)) return true;
  return bound.value === other.value && !bound.isInclusive;
}

// JSON has no -0.
function withoutSign(value: number): number {
  return value === 0 ? 0 : value;
}
