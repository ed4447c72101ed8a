import type { Random } from '../bench/profiles/random.ts';
import { fieldBytes, joined, type ProtoField, protoTree } from '../fixtures/protoTree.ts';
import { tag, varint } from '../fixtures/wireWriter.ts';
import { pick, someNumber, someString } from './chance.ts';
import type { Seed } from './corpus.ts';

const trees = new Map<Seed, readonly ProtoField[]>();

/** A seed's bytes with some fields changed: numbers, strings, stacks, order, framing; most of it stays sound. */
export function mutateProto(seed: Seed, random: Random): Uint8Array {
  const tree = trees.get(seed) ?? protoTree(seed.bytes);
  trees.set(seed, tree);
  // A few samples with all tables are quicker than all of them, and as strange.
  const few = 1 + random.below(30);
  let samples = 0;
  const kept = tree.filter(({ number }) => number !== 2 || samples++ < few);
  const changed = new Map<number, Uint8Array>();
  for (let count = 1 + random.geometric(2, 20); count > 0; count--) {
    const at = random.below(kept.length);
    const field = kept[at];
    if (field !== undefined) changed.set(at, changedField(field, random));
  }
  const parts = kept.map((field, at) => changed.get(at) ?? soundBytes(field));
  if (random.percent(5)) parts.push(soundBytes(pick(random, kept)));
  if (random.percent(5)) parts.reverse();
  const bytes = joined(parts);
  return random.percent(5) ? bytes.slice(0, random.below(bytes.length)) : bytes;
}

const sound = new WeakMap<ProtoField, Uint8Array>();

function soundBytes(field: ProtoField): Uint8Array {
  const bytes = sound.get(field) ?? fieldBytes(field);
  sound.set(field, bytes);
  return bytes;
}

function changedField(field: ProtoField, random: Random): Uint8Array {
  const how = random.below(12);
  if (how === 0) return new Uint8Array();
  if (how === 1) return fieldBytes({ ...field, number: random.below(17) });
  if (how === 2) return joined([fieldBytes(field), fieldBytes(field)]);
  if (how === 3) return misframed(field, random);
  if (field.kind === 'number') return fieldBytes({ ...field, value: someNumber(random) });
  const { number } = field;
  if (field.kind === 'bytes' || field.fields.length === 0) {
    const bytes = field.kind === 'bytes' ? field.bytes : new Uint8Array();
    return fieldBytes({ number, kind: 'bytes', bytes: changedBytes(bytes, random) });
  }
  const at = random.below(field.fields.length);
  const parts = field.fields.map((inner, i) => (i === at ? changedField(inner, random) : fieldBytes(inner)));
  return fieldBytes({ number, kind: 'bytes', bytes: joined(parts) });
}

/** Packed numbers or a string. */
function changedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.percent(40)) return new TextEncoder().encode(someString(random));
  if (random.percent(50)) {
    return Uint8Array.from(Array.from({ length: random.below(8) }, () => varint(someNumber(random))).flat());
  }
  const copy = bytes.slice();
  if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
  return copy;
}

/** Another wire type, a length that is not the content's, a padded number. */
function misframed(field: ProtoField, random: Random): Uint8Array {
  const content = field.kind === 'bytes' ? field.bytes : Uint8Array.from(varint(someNumber(random)));
  const key = tag(field.number, pick(random, [0, 1, 2, 2, 2, 3, 4, 5, 6, 7]));
  const length = random.percent(50) ? BigInt(content.length) : someNumber(random);
  return joined([Uint8Array.from([...key, ...varint(length, 1 + random.below(10))]), content]);
}
