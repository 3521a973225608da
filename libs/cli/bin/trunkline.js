#!/usr/bin/env node
// By its own name, so that it is the build in a package, and the sources under the condition `@trunkline/source`.
import { createProcessTerminal, runProgram } from '@trunkline/cli';

await runProgram(process.argv.slice(2), createProcessTerminal());
