import type { Json } from '../../../contract/json.js';
import type { MessageObject } from './message-object.js';

/** The operations of an AsyncAPI document, and the messages that they name. */
export class OperationList {
  readonly #operations: [string, Json][] = [];
  readonly #messages = new Map<string, MessageObject>();

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
    const operation = {
      action,
      channel: CHANNEL,
      title,
      ...(summary === undefined ? {} : { summary }),
      tags: tags.map((tag) => ({ name: tag })),
      messages: [this.#refer(message)],
      ...more,
    };
    this.#operations.push([name, operation]);
  }

  #refer(message: MessageObject): Json {
    this.#messages.set(message.name, message);
    return { $ref: `#/channels/rpc/messages/${message.name}` };
  }
}

const CHANNEL = { $ref: '#/channels/rpc' };
