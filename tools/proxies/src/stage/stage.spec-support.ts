import { afterEach } from '@jest/globals';
import { type ClientOptions, createClient, type TrunklineClient, type WebSocketConstructor } from '@trunkline/client';
import { WebSocket } from 'ws';
import type { ProxyKind, ProxySetting } from '../proxies/proxy-kind.js';
import { RunningProxy } from '../proxies/running-proxy.js';
import { Application, type ApplicationSetting, type AppRouter } from './application.js';

export interface Standing {
  readonly application: Application;
  readonly proxy: RunningProxy;
}

/** Applications, proxies and clients of one spec, which end with it, clients first. */
export class Stage {
  readonly #endings: (() => Promise<void>)[] = [];

  /** To be called in a `describe`. */
  static use(): Stage {
    const stage = new Stage();
    afterEach(() => stage.#clear());
    return stage;
  }

  /** An application behind a proxy. */
  async stand(
    kind: ProxyKind,
    proxySetting: Partial<ProxySetting> = {},
    applicationSetting?: ApplicationSetting,
  ): Promise<Standing> {
    const application = await this.serve(applicationSetting);
    const proxy = await RunningProxy.start(kind, { applicationPort: application.port, ...proxySetting });
    this.#endings.push(() => proxy.close());
    return { application, proxy };
  }

  async serve(setting?: ApplicationSetting): Promise<Application> {
    const application = await Application.start(setting);
    this.#endings.push(() => application.close());
    return application;
  }

  connect(port: number, options: Partial<ClientOptions> = {}): TrunklineClient<AppRouter> {
    const client = createClient<AppRouter>({
      url: `ws://127.0.0.1:${port}/rpc`,
      reconnect: { firstDelayMs: 20, maxDelayMs: 100 },
      ...options,
    });
    this.#endings.push(() => client.close({ timeoutMs: 100 }));
    return client;
  }

  async #clear(): Promise<void> {
    for (const end of this.#endings.splice(0).toReversed()) await end();
  }
}

/** The socket of a client that trusts one certificate beside what it sends with the upgrade. */
export function socketThat(options: {
  readonly trusts?: string;
  readonly sends?: Record<string, string>;
}): WebSocketConstructor {
  return class extends WebSocket {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols, {
        perMessageDeflate: false,
        ...(options.trusts === undefined ? {} : { ca: options.trusts }),
        headers: { ...options.sends },
      });
    }
  };
}
