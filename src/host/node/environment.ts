/** The environment of the extension host. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
