// What tests are made of, ours and our users'.

// What was delivered.
export { checkDelivery } from './delivery/check-delivery.js';
export type {
  DeliveryRecord,
  Effect,
  ObservedCall,
  ObservedItem,
  ObservedOutcome,
  ObservedQuery,
  PublishedStream,
  StreamObservation,
} from './delivery/delivery-record.js';
export { DeliveryRecorder, type ObservationOptions } from './delivery/delivery-recorder.js';
export type {
  DeliveryViolation,
  EventViolation,
  EventViolationKind,
  MutationViolation,
  MutationViolationKind,
} from './delivery/delivery-violation.js';
// Chance and time.
export { Dice } from './dice.js';
export { FakeClock } from './fake-clock.js';
export { FakeServerClock } from './fake-server-clock.js';
// A network that fails.
export type { CutKind } from './faults/cut-socket.js';
export { createFaultProxy, type FaultProxy, type FaultProxyOptions } from './faults/fault-proxy.js';
export type {
  CorruptOptions,
  Delay,
  Direction,
  Faults,
  ProxiedConnection,
} from './faults/proxied-connection.js';
// Sockets without a network.
export {
  createMemoryTransport,
  type MemoryServer,
  type MemoryTransport,
  type MemoryTransportOptions,
} from './memory/memory-transport.js';
export type { MemoryCloseEvent, MemoryWebSocket } from './memory/memory-web-socket.js';
// Peers that say what a test tells them.
export { connectScriptedClient, type ScriptedClientOptions } from './sockets/connect-scripted-client.js';
export { createScriptedServer, type ScriptedServer } from './sockets/create-scripted-server.js';
export {
  createMessageProxy,
  type MessageProxy,
  type MessageProxyOptions,
  type MessageTransform,
} from './sockets/message-proxy.js';
export type { PeerClosed, ScriptedPeer } from './sockets/scripted-peer.js';
