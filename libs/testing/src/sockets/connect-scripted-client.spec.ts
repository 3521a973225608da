import { describe, expect, it } from '@jest/globals';
import { connectScriptedClient } from './connect-scripted-client.js';
import { createScriptedServer } from './create-scripted-server.js';

describe('connectScriptedClient', () => {
  it('rejects where nobody serves', async () => {
    const server = await createScriptedServer();
    await server.close();
    await expect(connectScriptedClient(server.url)).rejects.toThrow('ECONNREFUSED');
  });
});
