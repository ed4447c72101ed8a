/** A Go file with functions put in before its own, until it is about as long as this, in characters. */
export function longSource(source: string, length: number): string {
  const end = source.indexOf('\n)\n', source.indexOf('import (')) + 3;
  const added: string[] = [];
  for (let total = source.length; total < length; ) {
    const text = someFunction(added.length);
    total += text.length;
    added.push(text);
  }
  return source.slice(0, end) + added.join('') + source.slice(end);
}

function someFunction(i: number): string {
  return `
// step${i} keeps what it is handed in a map of its own, up to a bound.
func (c *dedupeCache) step${i}(ctx context.Context, ids []string) (kept int, err error) {
	table := make(map[string]time.Duration, len(ids))
	for at, id := range ids {
		if _, ok := table[id]; ok || at%${(i % 7) + 2} == 0 {
			continue
		}
		table[id] = time.Duration(at) * ${(i % 90) + 10} * time.Millisecond
		select {
		case <-ctx.Done():
			return kept, ctx.Err()
		default:
			kept += len("step ${i} of \\"many\\"")
		}
	}
	return kept, nil
}
`;
}
