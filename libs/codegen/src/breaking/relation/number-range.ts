import type { NumberNode } from '../../contract/type-node.js';

/** Whether every number of one type is one of another. */
export function isNumberWithin(sent: NumberNode, expected: NumberNode): boolean {
  if (expected.integer === true && !isInteger(sent)) return false;
  if (expected.multipleOf !== undefined && !isMultiple(sent.multipleOf, expected.multipleOf)) return false;
  return isBoundWithin(lowerBound(sent), lowerBound(expected)) && isBoundWithin(upperBound(sent), upperBound(expected));
}

/** Whether a number is one of a type. */
export function isNumberOf(value: number, { integer, multipleOf, ...bounds }: NumberNode): boolean {
  if (integer === true && !Number.isInteger(value)) return false;
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) return false;
  const point = { limit: value, isOpen: false };
  return (
    isBoundWithin({ ...point, sign: 1 }, lowerBound(bounds)) &&
    isBoundWithin({ ...point, sign: -1 }, upperBound(bounds))
  );
}

/** An end of a range; `sign` is 1 for the lower and -1 for the upper one. */
interface Bound {
  readonly limit: number;
  readonly isOpen: boolean;
  readonly sign: 1 | -1;
}

type Bounds = Partial<NumberNode>;

function isInteger({ integer, multipleOf }: NumberNode): boolean {
  return integer === true || (multipleOf !== undefined && Number.isInteger(multipleOf));
}

// Quotients of fractions are not exact, so only whole steps are divided.
function isMultiple(value: number | undefined, step: number): boolean {
  if (value === undefined) return false;
  if (value === step || value === 0) return true;
  return Number.isInteger(value) && Number.isInteger(step) && value % step === 0;
}

function lowerBound({ minimum, exclusiveMinimum, integer }: Bounds): Bound {
  const closed: Bound = { limit: minimum ?? Number.NEGATIVE_INFINITY, isOpen: false, sign: 1 };
  const open: Bound = { limit: exclusiveMinimum ?? Number.NEGATIVE_INFINITY, isOpen: true, sign: 1 };
  return toWhole(open.limit >= closed.limit && exclusiveMinimum !== undefined ? open : closed, integer);
}

function upperBound({ maximum, exclusiveMaximum, integer }: Bounds): Bound {
  const closed: Bound = { limit: maximum ?? Number.POSITIVE_INFINITY, isOpen: false, sign: -1 };
  const open: Bound = { limit: exclusiveMaximum ?? Number.POSITIVE_INFINITY, isOpen: true, sign: -1 };
  return toWhole(open.limit <= closed.limit && exclusiveMaximum !== undefined ? open : closed, integer);
}

// Whole numbers above 0 are those from 1.
function toWhole({ limit, isOpen, sign }: Bound, integer: true | undefined): Bound {
  if (integer !== true || !Number.isFinite(limit)) return { limit, isOpen, sign };
  const whole = sign === 1 ? Math.ceil(limit) : Math.floor(limit);
  return { limit: isOpen && whole === limit ? whole + sign : whole, isOpen: false, sign };
}

function isBoundWithin(sent: Bound, expected: Bound): boolean {
  if (sent.limit === expected.limit) return sent.isOpen || !expected.isOpen || !Number.isFinite(sent.limit);
  return (sent.limit - expected.limit) * sent.sign > 0;
}
