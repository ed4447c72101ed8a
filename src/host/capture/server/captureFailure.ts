/** What a person may do about a failed capture; `failed` where there is nothing but to try again. */
export type FailureKind = 'failed' | 'stopped' | 'redirected' | 'unauthorized';

/**
 * Why there is no capture, as a sentence. `origin` is who could be asked about: where a redirect leads, or the server
 * that wants to know who asks.
 */
export class CaptureFailure extends Error {
  readonly kind: FailureKind;
  readonly origin: string;

  constructor(message: string, kind: FailureKind = 'failed', origin = '') {
    super(message);
    this.name = 'CaptureFailure';
    this.kind = kind;
    this.origin = origin;
  }
}
