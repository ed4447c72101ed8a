import { settings } from '../../manifest.ts';
import { setting } from '../setting.ts';
import type { Authorizations } from './authorizations.ts';
import type { CaptureSource } from './capturePlan.ts';
import { heapAddress } from './server/captureAddress.ts';
import { podServer } from './server/pods.ts';
import { type ProfileServer, webServer } from './server/profileServer.ts';

/** The servers that are captured from, as the settings are now, and what each may lead to. */
export class CaptureServers {
  readonly #authorizations: Authorizations;
  /** By the origin that was asked for: where a redirect may lead, until the window is closed. */
  readonly #mayLeadTo = new Map<string, Set<string>>();

  constructor(authorizations: Authorizations) {
    this.#authorizations = authorizations;
  }

  /** Throws `CaptureFailure` for an address that is none. */
  at(source: CaptureSource): ProfileServer {
    const limits = { bytes: mostBytes(), milliseconds: setting(settings.captureSeconds) * 1000 };
    const collect = setting(settings.collectGarbage);
    if (source.kind === 'pod') return podServer(source, collect, limits);
    const address = heapAddress(source.address, collect);
    return webServer(address, setting(settings.metricsAddress), {
      limits,
      mayLeadTo: this.#mayLeadTo.get(address.origin) ?? new Set(),
      authorization: origin => this.#authorizations.of(origin),
    });
  }

  /** From now on, what is asked of the source may be answered by another origin. */
  allow(source: CaptureSource, origin: string): void {
    if (source.kind === 'pod') return;
    const from = heapAddress(source.address, false).origin;
    this.#mayLeadTo.set(from, (this.#mayLeadTo.get(from) ?? new Set()).add(origin));
  }
}

/** How much a capture may have, as it comes and decompressed. */
export function mostBytes(): number {
  return setting(settings.captureMiB) * 2 ** 20;
}
