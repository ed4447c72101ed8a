/**
 * What `read` gives of each item, in their order, and each with its item: the next is read while one is used, and no more than
 * that. What goes wrong with an item is thrown to whoever awaits it.
 */
export function* oneAhead<Item, Read>(
  items: readonly Item[],
  read: (item: Item) => Promise<Read>,
): Generator<{ readonly item: Item; readonly reading: Promise<Read> }, void> {
  let next: Promise<Read> | undefined;
  for (const [index, item] of items.entries()) {
    const reading = next ?? read(item);
    next = items.slice(index + 1, index + 2).map(each => read(each))[0];
    next?.catch(() => {});
    yield { item, reading };
  }
}
