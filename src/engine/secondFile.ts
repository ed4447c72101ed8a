import { checkSizesTogether } from '../core/formats/pairLimits.ts';
import { readOnce } from '../core/formats/readProfile.ts';
import { unpacked } from './decompress.ts';
import type { SecondRequests } from './messages.ts';
import { type PortableProfile, portable } from './portableProfile.ts';

/** The file of a pair that is decoded in the second thread. */
export class SecondFile {
  #content = Promise.resolve<Uint8Array>(new Uint8Array());

  /** Begins. What goes wrong, `decode` says. */
  inflate({ bytes, limits }: SecondRequests['inflate']['params']): null {
    this.#content = unpacked(bytes, limits);
    this.#content.catch(() => {});
    return null;
  }

  /** Rejects with `ProfileError`; of role `pair` where the file and what is decoded beside it pass a limit together. */
  async decode({ beside, limits }: SecondRequests['decode']['params']): Promise<PortableProfile> {
    const content = await this.#content;
    checkSizesTogether([content.length, beside], limits);
    return portable(readOnce(content, limits));
  }
}
