// For whoever puts the command line into a program of their own.

export { defineConfig } from './config/define-config.js';
export type { BreakingConfig, TrunklineConfig } from './config/trunkline-config.js';
export { createProgram } from './program.js';
export { runProgram } from './run-program.js';
export { EXIT_CODES, type ExitCode } from './terminal/exit-code.js';
export { createProcessTerminal } from './terminal/process-terminal.js';
export type { Terminal, TerminalInput, TerminalOutput } from './terminal/terminal.js';
