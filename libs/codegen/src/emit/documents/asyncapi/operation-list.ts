import type { Json } from '../../../contract/json.js';
import { PrintMemory } from '../../print-memory.js';
import type { MessageObject } from './message-object.js';

/** The operations of an AsyncAPI document, and the messages that they name. */
export class OperationList {
  readonly #memory: PrintMemory;
  readonly #operations: [string, Json][] = [];
  readonly #messages = new Map<string, MessageObject>();

  /** @param memory what was made of the same messages before, with the same answers. */
  constructor(memory: PrintMemory = new PrintMemory()) {
    this.#memory = memory;
  }

  /** What clients send, and what they are answered with; without answers it is a notification. */
  receive(name: string, message: MessageObject, answers: readonly MessageObject[], tags: readonly string[]): void {
    const reply = { channel: CHANNEL, messages: answers.map((answer) => this.#refer(answer)) };
    this.#add(name, 'receive', message, tags, answers.length === 0 ? {} : { reply });
  }

  /** What the server sends of its own accord. */
  send(name: string, message: MessageObject, tags: readonly string[]): void {
    this.#add(name, 'send', message, tags, {});
  }

  operations(): Json {
    return Object.fromEntries(this.#operations);
  }

  /** Every message once, in the order in which they were named. */
  messages(): readonly MessageObject[] {
    return [...this.#messages.values()];
  }

  #add(
    name: string,
    action: 'send' | 'receive',
    message: MessageObject,
    tags: readonly string[],
    more: { readonly [member: string]: Json },
  ): void {
    const { title, summary } = message;
    const reference = this.#refer(message);
    const operation = this.#memory.recall(`operation ${name}`, message, () => ({
      action,
      channel: CHANNEL,
      title,
      ...(summary === undefined ? {} : { summary }),
      tags: tags.map((tag) => ({ name: tag })),
      messages: [reference],
      ...more,
    }));
    this.#operations.push([name, operation]);
  }

  #refer(message: MessageObject): Json {
    this.#messages.set(message.name, message);
    return { $ref: `#/channels/rpc/messages/${message.name}` };
  }
}

const CHANNEL = { $ref: '#/channels/rpc' };
