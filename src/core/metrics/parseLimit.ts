const size = /^\s*(\d+(?:[.,]\d+)?)\s*(?:([kmgt])(i)?)?(?:b|bytes?)?\s*$/i;

/**
 * Bytes of a container's limit as people and Kubernetes write it: `512Mi`, `512 MiB`, `2 GB`, `536870912`. Without the `i` a
 * unit is decimal. Null for anything else, and for nothing.
 */
export function parseLimit(text: string): number | null {
  const [, number, unit = '', binary] = size.exec(text) ?? [];
  if (number === undefined) return null;
  const power = ' kmgt'.indexOf(unit.toLowerCase() || ' ');
  const bytes = Number(number.replace(',', '.')) * (binary === undefined ? 1000 : 1024) ** power;
  return Number.isFinite(bytes) && bytes >= 1 ? Math.round(bytes) : null;
}
