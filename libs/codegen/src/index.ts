// For whoever makes clients, documents or checks from a router.

// From two contracts to what breaks.
export { AgainstError } from './breaking/against/against-spec.js';
export { type AgainstOptions, loadAgainst } from './breaking/against/load-against.js';
export { type Compatibility, nextCompatibility, printCompatibility } from './breaking/compatibility.js';
export { findBreaking } from './breaking/find-breaking.js';
export type { Finding } from './breaking/finding.js';
export { type FindingFormat, printFindings } from './breaking/print-findings.js';
export type { Category, Level, RuleName } from './breaking/rules.js';
export { rules } from './breaking/rules.js';
export { type BreakingSettings, type IgnoredFinding, selectFindings } from './breaking/select-findings.js';
export { printContract } from './contract/canonical.js';
// What a contract is.
export type { Contract, ProcedureContract, ProcedureKind, Transformer, TypeSource } from './contract/contract.js';
export { CONTRACT_FORMAT } from './contract/contract.js';
export { ContractError } from './contract/contract-error.js';
export type { Json } from './contract/json.js';
export { readContract } from './contract/read-contract.js';
export { hashOf, shapeOf, shapesOf } from './contract/shape.js';
export type { TypeNode } from './contract/type-node.js';
// From a contract to files.
export type { DocumentOptions } from './emit/documents/document-options.js';
export { emitDocuments } from './emit/documents/emit-documents.js';
export type { GeneratedFile } from './emit/generated-file.js';
export { emitPython } from './emit/python/emit-python.js';
export type { PythonOptions } from './emit/python/python-options.js';
export { compileFiles } from './emit/typescript/compile-files.js';
export { emitTypescript } from './emit/typescript/emit-typescript.js';
export type { TypescriptOptions } from './emit/typescript/typescript-options.js';
// From a router to the files of a client package.
export { type CompareOptions, compareFolder, type FileChange } from './generate/compare-folder.js';
export type { GenerateSettings } from './generate/generate-settings.js';
export type { GenerateStep, Generation } from './generate/generation.js';
export { Generator, type GeneratorOptions } from './generate/generator.js';
export { writeChanges } from './generate/write-changes.js';
export { describeProblem, type TypeProblem } from './reader/merge/find-problems.js';
export { RouterImportError } from './reader/schema/import/import-router.js';
