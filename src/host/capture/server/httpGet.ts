import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createGunzip } from 'node:zlib';
import * as l10n from '@vscode/l10n';
import { publicAddress } from './captureAddress.ts';
import { CaptureFailure } from './captureFailure.ts';
import { firstLine } from './firstLine.ts';

/** How much may come, and how long it may take in all. */
export interface GetLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface GetOptions {
  readonly limits: GetLimits;
  /** The origins that a redirect may lead to, besides the address's own. */
  readonly mayLeadTo: ReadonlySet<string>;
  /** The Authorization header for an origin, and no other; undefined for none. */
  readonly authorization: (origin: string) => Promise<string | undefined>;
  readonly signal: AbortSignal;
}

const mostRedirects = 5;
/** So much of a page that says what is wrong is read. */
const mostOfProblem = 4096;

/**
 * What an address answers with, whole. Rejects with `CaptureFailure`, which says why there is none: not reached,
 * not there, too slow, too large, a redirect to another origin, not authorised.
 */
export async function httpGet(address: URL, options: GetOptions): Promise<Uint8Array> {
  const { milliseconds } = options.limits;
  const late = AbortSignal.timeout(milliseconds);
  const signal = AbortSignal.any([late, options.signal]);
  try {
    return await follow(address, { ...options, signal });
  } catch (error) {
    if (options.signal.aborted) throw new CaptureFailure(l10n.t`The capture was stopped`, 'stopped');
    if (late.aborted) {
      throw new CaptureFailure(
        l10n.t`${publicAddress(address)} did not answer within ${milliseconds / 1000} s (setting heapDiff.capture.seconds)`,
      );
    }
    throw error instanceof CaptureFailure ? error : notReached(address, error);
  }
}

async function follow(start: URL, options: GetOptions): Promise<Uint8Array> {
  let address = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await answer(address, options);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status < 300 || status > 399 || location === undefined) return bodyOf(address, response, options);
    response.destroy();
    address = redirected(start, address, location, options.mayLeadTo);
  }
  throw new CaptureFailure(l10n.t`${publicAddress(start)} redirects more than ${mostRedirects} times`);
}

function redirected(start: URL, from: URL, location: string, mayLeadTo: ReadonlySet<string>): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (to === undefined || (to.protocol !== 'http:' && to.protocol !== 'https:')) {
    throw new CaptureFailure(l10n.t`${publicAddress(from)} redirects to what is no http or https address`);
  }
  if (to.origin === start.origin || mayLeadTo.has(to.origin)) return to;
  throw new CaptureFailure(l10n.t`${publicAddress(from)} redirects to ${to.origin}`, 'redirected', to.origin);
}

/** Asks once. The header goes to the origin that it is for, so never on to where a redirect leads. */
async function answer(address: URL, { authorization, signal }: GetOptions): Promise<IncomingMessage> {
  const secret = await authorization(address.origin);
  const headers = {
    accept: '*/*',
    'accept-encoding': 'identity',
    connection: 'close',
    ...(secret !== undefined && { authorization: secret }),
  };
  const send = address.protocol === 'https:' ? secureRequest : plainRequest;
  const sent: ClientRequest = send(address, { headers, signal });
  return new Promise((resolve, reject) => {
    sent.on('response', resolve).on('error', reject).end();
  });
}

async function bodyOf(address: URL, response: IncomingMessage, { limits }: GetOptions): Promise<Uint8Array> {
  const status = response.statusCode ?? 0;
  if (status === 200) return read(address, response, limits.bytes);
  const problem = firstLine(await beginning(response));
  const what = `${status} ${response.statusMessage ?? ''}`.trimEnd();
  const kind = status === 401 ? 'unauthorized' : 'failed';
  throw new CaptureFailure(
    problem === ''
      ? l10n.t`${publicAddress(address)} answered ${what}`
      : l10n.t`${publicAddress(address)} answered ${what}: ${problem}`,
    kind,
    address.origin,
  );
}

async function read(address: URL, response: IncomingMessage, most: number): Promise<Uint8Array> {
  const tooLarge = new CaptureFailure(
    l10n.t`${publicAddress(address)} sent more than ${most / 2 ** 20} MiB (setting heapDiff.capture.mostMiB)`,
  );
  if (Number(response.headers['content-length']) > most) {
    response.destroy();
    throw tooLarge;
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of decoded(response)) {
    size += piece.length;
    if (size > most) {
      response.destroy();
      throw tooLarge;
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What a proxy compressed on the way, although it was asked not to. */
function decoded(response: IncomingMessage): AsyncIterable<Uint8Array> {
  if (!/^(?:x-)?gzip$/i.test(response.headers['content-encoding'] ?? '')) return response;
  const unzip = createGunzip();
  response.on('error', error => unzip.destroy(error));
  return response.pipe(unzip);
}

async function beginning(response: IncomingMessage): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of decoded(response)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= mostOfProblem) break;
  }
  return Buffer.concat(pieces);
}

/** Why a host was not reached, by the system's code for it. */
function reasonFor(code: string, host: string, message: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return l10n.t`${host} refused the connection: nothing listens there`;
    case 'ENOTFOUND':
      return l10n.t`${host} is no host that is known`;
    case 'EAI_AGAIN':
      return l10n.t`${host} is no host that can be looked up now`;
    case 'ECONNRESET':
      return l10n.t`${host} ended the connection before the profile was whole`;
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return l10n.t`${host} does not speak https`;
    default:
      return l10n.t`${host} could not be read: ${message || code}`;
  }
}

function notReached(address: URL, error: unknown): CaptureFailure {
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) {
    return new CaptureFailure(l10n.t`${address.host} has a certificate that is not trusted: ${message}`);
  }
  return new CaptureFailure(reasonFor(code, address.host, message));
}

/** Of several addresses that were tried, the last one's. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors.at(-1));
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
