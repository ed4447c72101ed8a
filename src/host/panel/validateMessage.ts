import * as v from 'valibot';
import { type ToHost, toHost } from '../../protocol.ts';

/**
 * A message from the webview, checked field by field and copied, so that nothing unknown travels on. Throws `ValiError`,
 * whose message names the field.
 */
export function validateMessage(value: unknown): ToHost {
  const checked = v.safeParse(toHost, value, { abortEarly: true });
  if (checked.success) return checked.output;
  const [first, ...rest] = checked.issues;
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
