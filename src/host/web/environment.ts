/** A page has none. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return {};
}
