import { AgentIdUnusable, readOrMakeAgentId } from './agent-id.js';
import { systemClock } from './clock.js';
import { Collector } from './collector/collector.js';
import { machineReadings, readHost } from './collector/readings.js';
import { toHostFacts } from './collector/to-host-facts.js';
import { connect } from './connect.js';
import { Reporter } from './reporter.js';
import { readSettings, SettingInvalid } from './settings.js';

const log = (line: string) => console.log(line);

try {
  const settings = readSettings(process.env);
  const agentId = settings.agentId ?? readOrMakeAgentId(settings.agentIdPath);
  const host = toHostFacts(agentId, settings.hostName, await readHost(systemClock.now()));
  const connection = connect(settings.url, settings.hostName);
  const reporter = new Reporter({ host, connection, log });
  const collector = new Collector(machineReadings);
  await collector.warmUp();

  log(`Reporting "${host.name}" to ${settings.url} every second.`);
  let lastProblem = '';
  const stopSampling = systemClock.everyWhole(1_000, async () => {
    try {
      reporter.accept(await collector.takeSample(systemClock.now()));
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== lastProblem) log(`This machine could not be read: ${problem}`);
      lastProblem = problem;
    }
  });

  const stop = (signal: NodeJS.Signals) => {
    log(`Stopping (${signal}).`);
    stopSampling();
    connection.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (error instanceof SettingInvalid || error instanceof AgentIdUnusable) {
    console.error(error.message);
    process.exit(1);
  }
  throw error;
}
