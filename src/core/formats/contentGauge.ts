import { ProfileError } from '../error.ts';
import { type Limits, MiB, overLimit } from './limits.ts';
import { isText, otherKind, resemblance, tellingBytes } from './otherKinds.ts';
import { ProtoGauge } from './proto/protoGauge.ts';

const measures = {
  inflatedMiB: 'MiB when decompressed',
  textMiB: 'MiB of text',
  jsonMiB: 'MiB of JSON',
} as const;

/**
 * Looks at what a compressed file holds while it comes out, and refuses it as soon as it is too much, so that nothing
 * of it has to be kept: by its bytes, fewer of a text or of JSON, and `deep` also by what a profile.proto is made of.
 */
export class ContentGauge {
  /** Bytes so far. */
  size = 0;
  readonly #limits: Limits;
  readonly #start = new Uint8Array(tellingBytes);
  readonly #proto: ProtoGauge | undefined;
  #limit: keyof typeof measures = 'inflatedMiB';

  constructor(limits: Limits, depth: 'shallow' | 'deep') {
    this.#limits = limits;
    this.#proto = depth === 'deep' ? new ProtoGauge(limits) : undefined;
  }

  /** The next bytes. Throws `ProfileError` with code `overLimit`, and `unrecognized` where nothing can be read. */
  add(piece: Uint8Array): void {
    const missing = Math.max(0, tellingBytes - this.size);
    this.#start.set(piece.subarray(0, missing), Math.min(this.size, tellingBytes));
    this.size += piece.length;
    if (this.size >= tellingBytes) {
      if (missing > 0) {
        this.#limit = limitOf(this.#start);
        this.#count(this.#start);
      }
      this.#count(piece.subarray(missing));
    }
    if (this.size > this.#limits[this.#limit] * MiB) {
      throw this.#unreadable() ?? overLimit(this.#limit, this.#limits, measures[this.#limit]);
    }
  }

  /** No limit has to be raised for what cannot be read anyway. */
  #unreadable(): ProfileError | undefined {
    return otherKind(this.#start);
  }

  #count(piece: Uint8Array): void {
    if (this.#proto === undefined || this.#limit !== 'inflatedMiB') return;
    this.#proto.add(piece);
    // What can still be read, as another format, is a text.
    const { textMiB, jsonMiB } = this.#limits;
    if (this.#proto.lost && this.size > Math.max(textMiB, jsonMiB) * MiB) {
      throw this.#unreadable() ?? new ProfileError('unrecognized', resemblance(this.#start));
    }
  }
}

function limitOf(start: Uint8Array): keyof typeof measures {
  if (!isText(start)) return 'inflatedMiB';
  return /^\s*[[{]/.test(String.fromCharCode(...start)) ? 'jsonMiB' : 'textMiB';
}
