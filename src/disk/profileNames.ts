/** Files of a folder that are taken for profiles, by their endings. */
const profileName =
  /\.(?:pb|pprof|prof|mprof|heap|heapprofile|symbolized)(?:\.(?:gz|zst|lz4))?(?:\.\d+)?$|^mem.*\.out$/i;
/** Profiles that lie beside those of the heap, and are of something else. */
const otherProfile = /^(?:goroutine(?:leak)?|threadcreate|block|mutex|cpu|trace)(?:[^a-z]|$)/i;

/** Whether a file in a folder is taken for a capture of the heap. */
export function isProfileName(name: string): boolean {
  return profileName.test(name) && !otherProfile.test(name);
}
