import { type Limits, validLimits } from '../../core/formats/limits.ts';
import { settings } from '../../manifest.ts';
import { setting } from '../setting.ts';

/** How much may be read, as the user has set it. Their scope keeps workspaces from having a say. */
export function limitSettings(): Limits {
  return validLimits(name => setting(settings[name]));
}
