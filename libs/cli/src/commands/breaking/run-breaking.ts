import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import {
  AgainstError,
  type Contract,
  ContractError,
  findBreaking,
  loadAgainst,
  printFindings,
  readContract,
  selectFindings,
} from '@trunkline/codegen';
import { ConfigError } from '../../config/config-error.js';
import { loadConfig } from '../../config/load-config.js';
import { CommandFailure } from '../../terminal/command-failure.js';
import type { Terminal } from '../../terminal/terminal.js';
import { CHECK_EXIT_CODES, type CheckExitCode } from '../check-exit-code.js';
import type { BreakingFlags } from './breaking-flags.js';
import { type BreakingPlan, settleBreaking } from './settle-breaking.js';

/**
 * Compares the contract of every client that the configuration and the options name.
 *
 * @throws CommandFailure when a contract cannot be had.
 */
export async function runBreaking(flags: BreakingFlags, terminal: Terminal): Promise<CheckExitCode> {
  const { cwd, env } = terminal;
  try {
    const plans = settleBreaking(await loadConfig({ cwd, path: flags.config }), flags, { cwd, env });
    const codes = await Promise.all(plans.map(compare));
    for (const { text } of codes) terminal.stdout.write(text);
    return codes.some(({ isBroken }) => isBroken) ? CHECK_EXIT_CODES.found : CHECK_EXIT_CODES.fine;
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof AgainstError || error instanceof ContractError)) throw error;
    throw new CommandFailure(error.message, CHECK_EXIT_CODES.unreadable, { cause: error });
  }

  async function compare(plan: BreakingPlan): Promise<{ readonly text: string; readonly isBroken: boolean }> {
    const [before, after] = await Promise.all([
      loadAgainst(plan.against, { cwd: plan.folder }),
      readContractFile(plan.contractPath),
    ]);
    const findings = selectFindings(findBreaking(before, after), plan.settings);
    return {
      text: printFindings(findings, plan.format, relative(cwd, plan.contractPath).replaceAll('\\', '/')),
      isBroken: findings.length > 0,
    };
  }
}

async function readContractFile(path: string): Promise<Contract> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContractError(`The contract ${path} cannot be read: ${reason}. Make it with \`trunkline generate\`.`);
  }
  return readContract(text, path);
}
