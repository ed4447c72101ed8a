import { profileName } from '../../manifest.ts';

/** Profiles that are not of the heap, by what their names begin with: they lie beside it in the same folder. */
const otherProfile = /^(goroutine(leak)?|threadcreate|block|mutex|cpu|trace)([^a-z]|$)/i;

/** Whether a file in a folder is taken for a capture of the heap. */
export function isCapture(name: string): boolean {
  return profileName.test(name) && !otherProfile.test(name);
}
