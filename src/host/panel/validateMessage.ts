import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { type ToHost, type ToWebview, toHost } from '../../protocol.ts';

/** What a page may say, and what it is told of something that it may not; null for nothing. */
export interface PageMessages<FromPage, ToPage> {
  readonly check: (value: unknown) => FromPage;
  readonly refusal: (value: unknown) => ToPage | null;
}

/** Those of a page with a diff. */
export const diffMessages: PageMessages<ToHost, ToWebview> = {
  check: validateMessage,
  refusal: value => {
    const id = requestId(value);
    const problem = { message: l10n.t`That request was malformed.`, remedies: [] };
    return id === null ? null : { type: 'reply', id, ok: false, problem };
  },
};

/** A message from the webview, as `checked` has it. */
export function validateMessage(value: unknown): ToHost {
  return checked(toHost, value);
}

/**
 * A message from a webview, checked field by field and copied, so that nothing unknown travels on. Throws `ValiError`,
 * whose message names the field.
 */
export function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (read.success) return read.output;
  const [first, ...rest] = read.issues;
  const message = `${v.getDotPath(first) ?? 'message'}: ${first.message}`;
  throw new v.ValiError([{ ...first, message }, ...rest]);
}

/** The id of what may be a malformed request, so that it can still be answered; null when there is none. */
export function requestId(value: unknown): number | null {
  const asked = v.safeParse(
    v.object({ type: v.literal('request'), id: v.pipe(v.number(), v.safeInteger()) }),
    value,
  );
  return asked.success ? asked.output.id : null;
}
