import { isJsonRecord } from '@trunkline/protocol';

/** The answer of a mutation: the number of its effect, and a text that makes it as long as was asked for. */
export interface Receipt {
  readonly number: number;
  readonly text: string;
}

export function receiptOf(number: number, size: number): Receipt {
  return { number, text: textOf(number, size) };
}

/** What an answer says, if it is a receipt and all of it is there: the number of the effect. Otherwise what it is instead. */
export function readReceipt(answer: unknown, size: number): number | string {
  if (!isJsonRecord(answer)) return `no receipt: ${JSON.stringify(answer)}`;
  const { number, text } = answer;
  if (typeof number !== 'number' || typeof text !== 'string') return 'a receipt without a number or a text';
  if (text === textOf(number, size)) return number;
  return `${number} with a text of ${text.length} characters that is not the one of ${size} that was sent`;
}

/** A text in which every place says where it is, so that no piece can be missing without being missed. */
export function textOf(number: number, size: number): string {
  let text = '';
  for (let place = 0; text.length < size; place += 1) text += `${number}.${place} `;
  return text.slice(0, size);
}
