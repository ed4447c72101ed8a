import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from './run.ts';
import { grammars, syntaxParts } from './syntaxParts.ts';

/** Packages of node_modules that something of these builds or of the parser comes from, by name, sorted. */
export function bundledPackages(metafiles: readonly string[]): readonly string[] {
  const names = new Set<string>();
  const inputs = metafiles.flatMap(file => {
    return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as Metafile).inputs);
  });
  for (const input of [...inputs, ...syntaxParts().values()]) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name !== undefined) names.add(name);
  }
  return [...names].sort();
}

/**
 * The licences of these packages and of the grammars that one of them is made from, as their authors ask for. Throws for a
 * package that has none.
 */
export function thirdPartyNotices(packages: readonly string[]): string {
  const parts = packages.map(name => {
    const { version, license } = manifestOf(name);
    return `${name} ${version} (${license})\n\n${texts(name).join('\n\n')}`;
  });
  for (const [grammar, holder] of Object.entries(grammars)) {
    parts.push(`tree-sitter-${grammar} (MIT)\n\n${mit(holder)}`);
  }
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `Heap Diff contains these packages, under licences of their own.${line}${parts.join(line)}\n`;
}

interface PackageManifest {
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}

function manifestOf(name: string): PackageManifest {
  return JSON.parse(
    readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  ) as PackageManifest;
}

function texts(name: string): string[] {
  const folder = join(root, 'node_modules', name);
  const files = readdirSync(folder).filter(file =>
    /^(licen[cs]e|notices?|copyright\w*)(\.\w+)?$/i.test(file),
  );
  const readable = files.filter(file => !file.endsWith('.csv'));
  if (readable.length > 0) {
    return readable
      .sort()
      .map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  }
  const { license, author } = manifestOf(name);
  const holder = typeof author === 'string' ? author : author?.name;
  // Some packages name their licence without a copy of it.
  if (license !== 'MIT' || holder === undefined)
    throw new Error(`${name} has no licence that could be copied`);
  return [mit(holder)];
}

function mit(holder: string): string {
  const own = join(root, 'LICENSE');
  const text = existsSync(own) ? readFileSync(own, 'utf8') : '';
  if (!text.startsWith('MIT License')) throw new Error('LICENSE is not the text of the MIT licence');
  return text.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`).trim();
}
