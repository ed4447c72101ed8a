import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, type Node, Parser, Query } from 'web-tree-sitter';
import { root } from './run.ts';

/** A message in the sources, as bundles have it for a key, and where it stands. */
export interface Message {
  readonly key: string;
  readonly at: string;
}

const calls = `
  (call_expression
    function: (member_expression object: (identifier) @object property: (property_identifier) @property)
    arguments: [(template_string) @message (arguments . (_) @message)]
    (#eq? @object "l10n") (#eq? @property "t"))`;

/** What queries for hints say, which is looked up as it stands there; other texts there are expressions. */
const ofQueries = /\(#set! text "((?:[A-Z`])(?:[^"\\]|\\.)*)"\)/g;
/** How that is looked up. */
const lookedUp = "text ?? ''";

/** What is said by `l10n.t` in these folders. Throws where that is no literal: nobody could translate it. */
export async function messagesIn(...folders: readonly string[]): Promise<readonly Message[]> {
  const parts = join(root, 'node_modules');
  await Parser.init({
    wasmBinary: new Uint8Array(readFileSync(join(parts, 'web-tree-sitter/web-tree-sitter.wasm'))),
  });
  const grammar = join(parts, '@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm');
  const typescript = await Language.load(new Uint8Array(readFileSync(grammar)));
  const parser = new Parser().setLanguage(typescript);
  const query = new Query(typescript, calls);
  const files = globSync(
    folders.map(folder => `${folder}/**/*.{ts,scm}`),
    { cwd: root },
  );
  return files.sort().flatMap(file => {
    const text = readFileSync(join(root, file), 'utf8');
    if (file.endsWith('.scm')) {
      return Array.from(text.matchAll(ofQueries), ([, key = '']) => ({
        key: key.replace(/\\(.)/g, '$1'),
        at: file,
      }));
    }
    if (!text.includes('l10n.t')) return [];
    const tree = parser.parse(text);
    const found =
      tree === null
        ? []
        : query
            .captures(tree.rootNode)
            .filter(({ name, node }) => name === 'message' && node.text !== lookedUp);
    const messages = found.map(({ node }) => {
      const at = `${file}:${node.startPosition.row + 1}`;
      return { key: keyOf(node, at), at };
    });
    tree?.delete();
    return messages;
  });
}

function keyOf(node: Node, at: string): string {
  if (node.type === 'object') return keyOfObject(node, at);
  if (node.type !== 'string' && node.type !== 'template_string') throw new Error(`${at}: no literal`);
  let values = 0;
  return node.namedChildren
    .map(part => {
      if (part?.type === 'template_substitution') return `{${values++}}`;
      return part?.type === 'escape_sequence' ? unescaped(part.text, at) : (part?.text ?? '');
    })
    .join('');
}

/** A message with a comment, which tells it from the same words in another sense. */
function keyOfObject(node: Node, at: string): string {
  const texts = ['message', 'comment'].map(name => {
    const pair = node.namedChildren.find(each => each?.childForFieldName('key')?.text === name);
    const value = pair?.childForFieldName('value') ?? null;
    if (value?.type !== 'string') throw new Error(`${at}: no literal`);
    return keyOf(value, at);
  });
  return texts.join('/');
}

function unescaped(sequence: string, at: string): string {
  if (/^\\u[\da-f]{4}$/i.test(sequence)) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  const one = sequence.slice(1);
  if (one === 'n') return '\n';
  if (/^\w/.test(one)) throw new Error(`${at}: ${sequence}`);
  return one;
}
