// For whoever puts the command line into a program of their own.

export { createProgram } from './program.js';
export { runProgram } from './run-program.js';
export { EXIT_CODES, type ExitCode } from './terminal/exit-code.js';
export { createProcessTerminal } from './terminal/process-terminal.js';
export type { Terminal, TerminalInput, TerminalOutput } from './terminal/terminal.js';
