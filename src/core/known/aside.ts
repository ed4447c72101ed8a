import type { Suspect } from '../answers/requests.ts';

/** Whether a site is lived with: set aside as a known leak, and not back after a fix. */
export function isAside({ recognised }: Pick<Suspect, 'recognised'>): boolean {
  return recognised !== null && recognised.fixed === null;
}
