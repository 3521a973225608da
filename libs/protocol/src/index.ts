// The words on the wire, for the server, the client and whoever writes another of either.

export { type BackOff, DEFAULT_BACK_OFF, decideBackOffMs } from './back-off.js';
export { type CallId, isCallId } from './call-id.js';
export type {
  Authenticate,
  Call,
  CancelCall,
  ClientBatch,
  ClientFrame,
  ClientIdentity,
  ClientMessage,
  Discover,
  GrantCredit,
  Hello,
  PayloadForm,
  Ping,
  Pong,
  ProcedureKind,
  Sent,
  Tune,
  Unsubscribe,
} from './client-message.js';
export type { Cancel, Clock } from './clock.js';
export {
  CLOSE_CODES,
  type CloseAction,
  type CloseCodeEntry,
  type CloseName,
  DRAINED_CODE,
  decideCloseAction,
  NORMAL_CODE,
  SERVER_FOREIGN_CODE,
  SERVER_VIOLATED_CODE,
} from './close-code.js';
export { type ConnectionParams, parseConnectionParams } from './connection-params.js';
export { type Cursor, encodeCursor, MAX_CURSOR_CHARACTERS, parseCursor } from './cursor.js';
export { ERROR_CODES, type ErrorCodeEntry, type ErrorKey, isErrorKey } from './error-code.js';
export { isWireError, type WireError } from './error-shape.js';
export { PARTS_FEATURE } from './feature.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
// The native dialect.
export { decodeClientFrame } from './native/decode-client-frame.js';
export { decodeServerFrame } from './native/decode-server-frame.js';
export {
  type CallParams,
  encodeAuth,
  encodeCall,
  encodeCancel,
  encodeCredit,
  encodeDiscover,
  encodeHello,
  encodePing,
  encodeTune,
  encodeUnsubscribe,
  type HelloParams,
  NATIVE_SUBPROTOCOL,
} from './native/encode-client-message.js';
export {
  encodeAnswer,
  encodeAuthenticated,
  encodeDiscovered,
  encodeDone,
  encodeDrain,
  encodeEnd,
  encodeExpiring,
  encodeFailure,
  encodeGap,
  encodeNext,
  encodePart,
  encodeParted,
  encodeReplayed,
  encodeSubscribed,
  encodeWelcome,
} from './native/encode-server-message.js';
export {
  isReplayed,
  readContract,
  readExpiry,
  readOutput,
  readPartCount,
  readSubscribed,
  readWelcome,
} from './native/read-result.js';
export { findPartEnd, MAX_PART_CHARACTERS, MAX_WHOLE_CHARACTERS } from './part.js';
// Payloads.
export { createPayloadCodec } from './payload/create-payload-codec.js';
export type { DataTransformer, PayloadCodec } from './payload/payload-codec.js';
export { PayloadFailure } from './payload/payload-failure.js';
export { createPlainCodec } from './payload/plain-codec.js';
export { createTransformerCodec } from './payload/transformer-codec.js';
export { isJsonRecord, type JsonRecord, memberOf, stringOf } from './record.js';
export {
  type DrainMessage,
  type EndMessage,
  type ExpiringMessage,
  type FailureMessage,
  GAP_REASONS,
  type GapMessage,
  type GapReason,
  type NextMessage,
  type PartMessage,
  type ResultMessage,
  type Resumed,
  type ServerFrame,
  type ServerMessage,
  type ServerViolation,
  type Welcome,
} from './server-message.js';
// The stock dialect.
export { decodeStockClientFrame } from './stock/decode-client-frame.js';
export { decodeStockConnectionParams } from './stock/decode-connection-params.js';
export { decodeStockServerFrame, type StockServerFrame } from './stock/decode-server-frame.js';
export {
  encodeStockCall,
  encodeStockConnectionParams,
  encodeStockStop,
  STOCK_PING,
  STOCK_PONG,
} from './stock/encode-client-message.js';
export {
  encodeStockData,
  encodeStockFailure,
  encodeStockStarted,
  encodeStockStopped,
  encodeStockTracked,
  STOCK_RECONNECT_NOTICE,
  type StockReplyTo,
} from './stock/encode-server-message.js';
export { unreachable } from './unreachable.js';
export type { UpgradeRequired } from './upgrade-required.js';
export type { Violation } from './violation.js';
