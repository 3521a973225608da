import { runProgram } from './run-program.js';
import { createProcessTerminal } from './terminal/process-terminal.js';

await runProgram(process.argv.slice(2), createProcessTerminal());
