import { unreachable } from '@trunkline/protocol';
import type { TypeNode } from '../../../contract/type-node.js';
import { readComment } from '../comment.js';
import { originOfFile } from '../declared-origin.js';
import type { FactTable } from '../fact-table.js';
import type { Declared, EnumFacts, Place, TypeFacts, TypeId } from '../type-facts.js';
import type { Definitions } from './definitions.js';
import { intersectionNode } from './intersection-node.js';
import { languageNode } from './language-objects.js';
import type { NodeContext, Path } from './node-context.js';
import { objectNode } from './object-node.js';
import { tupleNode } from './tuple-node.js';
import { pascal, wordsOf } from './type-words.js';
import { unionNode } from './union-node.js';

/** An unnamed type under way, whose parts may lead back to it. */
interface Frame {
  readonly id: TypeId;
  readonly path: Path;
  isRecursive: boolean;
}

/** Makes nodes of what is known of types. Everything that the application names becomes a definition, once. */
export class TypeBuilder {
  readonly #facts: FactTable;
  readonly #definitions: Definitions;
  readonly #textAt: (place: Place) => string;
  readonly #keys = new Map<TypeId, string>();
  /** The definition that is being made; empty for what stands at a procedure. */
  #root = '';
  #frames: Frame[] = [];
  /** Recursive types without a name that were met below the present root. */
  #recursive = new Map<TypeId, string>();

  constructor(facts: FactTable, definitions: Definitions, textAt: (place: Place) => string) {
    this.#facts = facts;
    this.#definitions = definitions;
    this.#textAt = textAt;
  }

  /** The node of a type that is met at a place of a procedure. */
  build(id: TypeId, path: Path): TypeNode {
    return this.#asRoot('', () => this.#node(id, path));
  }

  /** What a comment says that stands before a declaration of the application. */
  comment(place: Place | undefined): { readonly doc?: string; readonly deprecated?: string } {
    return place === undefined || originOfFile(place.file) !== 'application' ? {} : readComment(this.#textAt(place));
  }

  #asRoot<Result>(root: string, run: () => Result): Result {
    const [outer, frames, recursive] = [this.#root, this.#frames, this.#recursive];
    this.#root = root;
    this.#frames = [];
    this.#recursive = new Map();
    try {
      return run();
    } finally {
      this.#root = outer;
      this.#frames = frames;
      this.#recursive = recursive;
    }
  }

  #node(id: TypeId, path: Path): TypeNode {
    const facts = this.#facts.get(id);
    if (facts === undefined) {
      return {
        kind: 'hole',
        reason: 'its parts hold ever new types without end; give it a type that says how deep it is',
      };
    }
    if (facts.form === 'enum') {
      return this.#enumReference(facts);
    }
    const declared = nameOf(facts);
    if (declared?.origin === 'application') {
      return this.#reference(id, facts, declared);
    }
    return mayRecur(facts) ? this.#guarded(id, facts, path) : this.#form(facts, path);
  }

  /** A type without a name of the application's; it gets one after its path if it leads back to itself. */
  #guarded(id: TypeId, facts: TypeFacts, path: Path): TypeNode {
    const known = this.#recursive.get(id);
    if (known !== undefined) {
      return { kind: 'reference', name: known };
    }
    const open = this.#frames.find((frame) => frame.id === id);
    if (open !== undefined) {
      open.isRecursive = true;
      return { kind: 'reference', name: this.#keyOfPath(open.path) };
    }
    const frame: Frame = { id, path, isRecursive: false };
    this.#frames.push(frame);
    const node = this.#form(facts, path);
    this.#frames.pop();
    if (!frame.isRecursive) {
      return node;
    }
    const key = this.#keyOfPath(path);
    const declared = nameOf(facts);
    const otherwise = pascal(path);
    const wish = declared === undefined || declared.parameters.length > 0 ? otherwise : declared.name;
    this.#definitions.set({ key, wish, otherwise, node });
    this.#recursive.set(id, key);
    return { kind: 'reference', name: key };
  }

  #reference(id: TypeId, facts: TypeFacts, declared: Declared): TypeNode {
    let key = this.#keys.get(id);
    if (key === undefined) {
      const parameters = declared.parameters.map((parameter, index) =>
        this.build(parameter, [declared.name, `Parameter${index}`]),
      );
      key = `${keyOf(declared)}${parameters.length === 0 ? '' : `<${JSON.stringify(parameters)}>`}`;
      this.#keys.set(id, key);
      if (!this.#definitions.has(key)) {
        this.#define(key, facts, declared, parameters);
      }
    }
    return { kind: 'reference', name: key };
  }

  #define(key: string, facts: TypeFacts, declared: Declared, parameters: readonly TypeNode[]): void {
    const wishOf = (name: string): string => this.#definitions.get(name)?.wish ?? 'Type';
    const wish = `${declared.name}${parameters.map((node) => wordsOf(node, wishOf)).join('')}`;
    const head = { key, wish, ...(declared.place === undefined ? {} : { file: declared.place.file }) };
    this.#definitions.set({ ...head, node: { kind: 'unknown' } });
    const node = this.#asRoot(key, () => this.#form(facts, [wish]));
    this.#definitions.set({ ...head, node: { ...node, ...this.comment(declared.place) } });
  }

  #enumReference(facts: EnumFacts): TypeNode {
    const { declared, members } = facts;
    const key = keyOf(declared);
    if (!this.#definitions.has(key)) {
      const known = members.flatMap(({ name, value, place }) => {
        const { doc } = this.comment(place);
        return value === undefined ? [] : [{ name, value, ...(doc === undefined ? {} : { doc }) }];
      });
      const node: TypeNode =
        known.length === members.length
          ? { kind: 'enum', members: known, ...this.comment(declared.place) }
          : {
              kind: 'hole',
              reason: `the enum ${declared.name} has members whose values are computed; write them as literals`,
            };
      this.#definitions.set({
        key,
        wish: declared.name,
        ...(declared.place === undefined ? {} : { file: declared.place.file }),
        node,
      });
    }
    return { kind: 'reference', name: key };
  }

  #form(facts: TypeFacts, path: Path): TypeNode {
    const context = this.#context(path);
    switch (facts.form) {
      case 'intrinsic':
        return intrinsicNode(facts.name);
      case 'literal':
        return facts.memberOf?.members.length === 1
          ? this.#enumReference(facts.memberOf)
          : { kind: 'literal', value: facts.value };
      case 'bigintLiteral':
        return { kind: 'bigintLiteral', value: facts.value };
      case 'enum':
        return this.#enumReference(facts);
      case 'union':
        return unionNode(facts, context, (whole) => this.#enumReference(whole));
      case 'intersection':
        return intersectionNode(facts, context);
      case 'template':
        return { kind: 'template', texts: facts.texts, types: facts.types.map((type) => context.build(type, path)) };
      case 'array':
        return {
          kind: 'array',
          items: context.build(facts.items, [...path, 'Item']),
          ...(facts.readonly ? { readonly: true } : {}),
        };
      case 'tuple':
        return tupleNode(facts, context);
      case 'language':
        return languageNode(facts.name, (count) =>
          facts.parameters
            .slice(0, count)
            .map((type, index) => context.build(type, [...path, index === count - 1 ? 'Item' : 'Key'])),
        );
      case 'object':
        return objectNode(facts, context);
      case 'unresolved':
        return { kind: 'hole', reason: `it is ${facts.what}` };
      default:
        return unreachable(facts);
    }
  }

  #keyOfPath(path: Path): string {
    return `@${this.#root}@${path.join('.')}`;
  }

  #context(path: Path): NodeContext {
    return {
      build: (id, at) => this.#node(id, at),
      facts: (id) => this.#facts.get(id),
      comment: (place) => this.comment(place),
      path,
    };
  }
}

/** The name by which the source speaks of a type: an alias where there is one. */
function nameOf(facts: TypeFacts): Declared | undefined {
  switch (facts.form) {
    case 'object':
      return facts.alias?.origin === 'application' ? facts.alias : (facts.declared ?? facts.alias);
    case 'union':
    case 'intersection':
    case 'template':
    case 'array':
    case 'tuple':
      return facts.alias;
    default:
      return undefined;
  }
}

function mayRecur({ form }: TypeFacts): boolean {
  return (
    form === 'object' ||
    form === 'union' ||
    form === 'intersection' ||
    form === 'array' ||
    form === 'tuple' ||
    form === 'language'
  );
}

function keyOf({ place, name }: Declared): string {
  return place === undefined ? `?#${name}` : `${place.file}#${place.index}#${name}`;
}

function intrinsicNode(name: (TypeFacts & { form: 'intrinsic' })['name']): TypeNode {
  switch (name) {
    case 'missing':
      // A property that can only be left out: `undefined` itself is not allowed there.
      return { kind: 'never' };
    case 'object':
      return {
        kind: 'hole',
        reason: 'it is `object`, which says nothing of what it holds; use Record<string, unknown>',
      };
    case 'any':
    case 'bigint':
    case 'boolean':
    case 'never':
    case 'null':
    case 'number':
    case 'string':
    case 'symbol':
    case 'undefined':
    case 'unknown':
    case 'void':
      return { kind: name };
    default:
      return unreachable(name);
  }
}
