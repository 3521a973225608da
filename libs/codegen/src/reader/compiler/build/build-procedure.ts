import type { TypeNode } from '../../../contract/type-node.js';
import type { CompilerProcedure } from '../../reading.js';
import type { FactTable } from '../fact-table.js';
import type { FoundProcedure } from '../find-procedures.js';
import type { TypeFacts, TypeId } from '../type-facts.js';
import { isAsyncSource } from './language-objects.js';
import type { TypeBuilder } from './type-builder.js';

/** A procedure as the compiler says it, its references still holding keys. */
export function buildProcedure(procedure: FoundProcedure, facts: FactTable, builder: TypeBuilder): CompilerProcedure {
  const path = procedure.path.split('.');
  const event = procedure.kind === 'subscription' ? eventOf(procedure.output, facts) : procedure.output;
  return {
    kind: procedure.kind,
    input: withVoid(procedure.input, builder.build(procedure.input, [...path, 'Input']), facts),
    output: builder.build(event, [...path, 'Output']),
    ...(procedure.kind === 'subscription' && isTracked(event, facts) ? { tracked: true } : {}),
    ...builder.comment(procedure.place),
  };
}

/** What an asynchronous source yields; of an observable, tRPC's type says the value already. */
function eventOf(output: TypeId, facts: FactTable): TypeId {
  const found = facts.get(output);
  const [event] = found?.form === 'language' && isAsyncSource(found.name) ? found.parameters : [];
  return event ?? output;
}

/** Whether every event is one of `tracked()`. */
function isTracked(event: TypeId, facts: FactTable): boolean {
  const found = facts.get(event);
  if (found?.form === 'union') {
    return found.of.every((member) => isTracked(member, facts));
  }
  const declared = found?.form === 'object' ? found.declared : undefined;
  return declared?.name === 'TrackedData' && declared.place?.file.includes('/@trpc/server/') === true;
}

/** tRPC lets a caller leave an input out that may be undefined: its type is then `void` as well. */
function withVoid(input: TypeId, node: TypeNode, facts: FactTable): TypeNode {
  if (!mayBeUndefined(facts.get(input), facts)) {
    return node;
  }
  return node.kind === 'union'
    ? { ...node, of: [...node.of, { kind: 'void' }] }
    : { kind: 'union', of: [node, { kind: 'void' }] };
}

function mayBeUndefined(found: TypeFacts | undefined, facts: FactTable): boolean {
  if (found?.form === 'union') {
    return found.of.some((member) => mayBeUndefined(facts.get(member), facts));
  }
  return found?.form === 'intrinsic' && found.name === 'undefined';
}
