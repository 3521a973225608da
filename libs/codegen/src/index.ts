// For whoever makes clients, documents or checks from a router.

export type { Contract, ProcedureContract, ProcedureKind, Transformer, TypeSource } from './contract/contract.js';
export { CONTRACT_FORMAT } from './contract/contract.js';
export type { Json } from './contract/json.js';
export type { TypeNode } from './contract/type-node.js';
