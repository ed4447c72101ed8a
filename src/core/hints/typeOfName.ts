import type { Node } from 'web-tree-sitter';
import type { Heed } from '../heed.ts';
import { accessOf, ownerOf, typeName } from './container.ts';
import { localOf, typeOfValue } from './locals.ts';
import type { PackageCode, Source } from './packageCode.ts';
import { wordsIn } from './uses.ts';

/** What gives a name its type or first value. */
const declaring = /declar|(?:var|const)_spec$|definition|assignment|signature|required_parameter/;

/**
 * The class of an object, as `book` in `book.remember(o)`: of a local as it is declared, of a field or variable where all its declarations
 * in the package say the same. Null where they do not, or say nothing. Throws `Cancelled` where `heed` does.
 */
export async function typeOf(
  code: PackageCode,
  source: Source,
  object: Node,
  heed: Heed,
): Promise<string | null> {
  const known = ownerOf(source, object);
  const access = accessOf(source, object);
  if (known !== null || access === null) return known;
  const { name } = access;
  if (access.object === null && localOf(source.facts, name.text, name.startIndex) !== undefined) return null;
  const sources = (await code.sourcesWith(name.text, source, heed)) ?? [];
  const types = sources.flatMap(each =>
    [...wordsIn(each, name.text)]
      .filter(word => isOfClass(word) || localOf(each.facts, word.text, word.startIndex)?.node.id !== word.id)
      .flatMap(word => declaredType(each, word) ?? []),
  );
  const [first, ...others] = types;
  return first !== undefined && others.every(other => isAlike(other, first)) ? first : null;
}

/** True for a parameter that is a field as well: `constructor(private store: Store)`. */
function isOfClass({ parent }: Node): boolean {
  return parent?.firstNamedChild?.type === 'accessibility_modifier';
}

/** The type that a declaration gives a name, or the one of its first value; null where the name is not declared there. */
function declaredType(source: Source, name: Node): string | null {
  const { parent } = name;
  if (parent === null) return null;
  const ofMember = accessOf(source, parent)?.name.id === name.id && parent.namedChildCount > 1;
  const left = ofMember ? parent : name;
  const around = left.parent;
  const declaration = around !== null && /list$/.test(around.type) ? around.parent : around;
  if (declaration === null || !declaring.test(declaration.type)) return null;
  const outer =
    declaration.type === 'variable_declarator' ? (declaration.parent ?? declaration) : declaration;
  const type = outer.childForFieldName('type');
  const value = declaration.childForFieldName('value') ?? declaration.childForFieldName('right');
  if (
    [type, value].some(
      each => each !== null && each.startIndex <= name.startIndex && name.endIndex <= each.endIndex,
    )
  )
    return null;
  if (type !== null) return typeName(type.text.replace(/^:\s*/, ''));
  const text = value?.text ?? '';
  return typeName(
    typeOfValue(text) ||
      (source.parsed.grammar === 'python' ? (/^[\w.]*\b[A-Z]\w*(?=\()/.exec(text)?.[0] ?? '') : ''),
  );
}

/** Whether two names are of one class: `newLedger()` is read as of the class `Ledger`, which may be `ledger`. */
export function isAlike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
