import type { CallId } from '../call-id.js';

/** A call as its replies need to know it. */
export interface StockReplyTo {
  readonly id: CallId;
  readonly echoesJsonrpc: boolean;
}

// {"id":1,"result":{"type":"data","data":{"price":3}}}
/** @param data JSON text of an output or an event; undefined to leave the member out. */
export function encodeStockData(call: StockReplyTo, data: string | undefined): string {
  const dataMember = data === undefined ? '' : `,"data":${data}`;
  return reply(call, `"result":{"type":"data"${dataMember}}`);
}

// {"id":3,"result":{"type":"data","id":"17","data":{"id":"17","data":{"price":3}}}}
/** @param data JSON text of `{ id, data }`, as tRPC writes a tracked event. */
export function encodeStockTracked(call: StockReplyTo, trackedId: string, data: string): string {
  return reply(call, `"result":{"type":"data","id":${JSON.stringify(trackedId)},"data":${data}}`);
}

// {"id":3,"result":{"type":"started"}}
export function encodeStockStarted(call: StockReplyTo): string {
  return reply(call, '"result":{"type":"started"}');
}

// {"id":3,"result":{"type":"stopped"}}
export function encodeStockStopped(call: StockReplyTo): string {
  return reply(call, '"result":{"type":"stopped"}');
}

// {"id":2,"error":{"message":"No such order","code":-32004,"data":{"code":"NOT_FOUND"}}}
/** @param error JSON text of tRPC's error shape, through the transformer. */
export function encodeStockFailure(call: StockReplyTo | null, error: string): string {
  return call === null ? `{"id":null,"error":${error}}` : reply(call, `"error":${error}`);
}

/** Asks a stock client to connect anew and to leave this socket when its calls are done. */
export const STOCK_RECONNECT_NOTICE = '{"id":null,"method":"reconnect"}';

function reply(call: StockReplyTo, members: string): string {
  const id = typeof call.id === 'number' ? String(call.id) : JSON.stringify(call.id);
  return call.echoesJsonrpc ? `{"id":${id},"jsonrpc":"2.0",${members}}` : `{"id":${id},${members}}`;
}
