import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { profileName } from '../../core/profileNames.ts';
import { type Shown, shown } from '../../core/shown.ts';
import { findFiles } from '../findFiles.ts';
import { askForFiles, type Choice, pick } from '../say/ask.ts';
import { say } from '../say/say.ts';
import type { Compared } from './compared.ts';

/** A file, or null for the way to the file dialog. */
type ProfileChoice = Choice<vscode.Uri | null>;

/**
 * What the workspace is searched for, apart: names that say by their end what they are, and names in which a word tells.
 * `profileName` then decides.
 */
const searched = [
  '**/*.{[pP][bB],[pP][bB].*,[pP][pP][rR][oO][fF]*,[pP][rR][oO][fF]*,mprof*,heap,heap.*,heapprofile*,symbolized*}',
  '**/{*[hH]eap*,*HEAP*,*[aA]llocs*,*ALLOCS*,[mM]em*.out,profile.[0-9]*}',
] as const;
/** Where profiles are not kept, and files that speak of the heap and are source: they are not to crowd them out. */
const passedOver =
  '{**/node_modules/**,**/.git/**,**/*.{go,js,ts,mjs,cjs,mts,cts,jsx,tsx,java,kt,scala,groovy,rs,py,rb,php,c,cc,cpp,cxx,h,hh,hpp,cs,swift,md,json,yaml,yml,html,css,map,class,o}}';
/** Bounds the search of a large workspace. */
const mostFound = 20_000;
/** More than anyone scrolls through. */
const mostOffered = 500;

/** Asks for two profiles, the base first; undefined when the user thinks better of it. */
export async function choosePair(): Promise<Compared | undefined> {
  const offered = await workspaceProfiles();
  const earlier = say(l10n.t('The earlier capture becomes the base, whichever is chosen first'));
  const [first, second] = await choose(say(l10n.t('Compare Heap Profiles (1 of 2)')), earlier, offered, {
    several: true,
  });
  if (first === undefined) return undefined;
  if (second !== undefined) return { base: first, current: second };
  const rest = offered.filter(({ value }) => value?.toString() !== first.toString());
  const against = say(l10n.t('Compare {0} with …'), vscode.workspace.asRelativePath(first));
  const [current] = await choose(say(l10n.t('Compare Heap Profiles (2 of 2)')), against, rest, {
    followsUp: true,
  });
  return current === undefined ? undefined : { base: first, current };
}

/** Asks for one profile. */
export async function chooseOne(): Promise<vscode.Uri | undefined> {
  const placeHolder = say(l10n.t('A profile in the workspace, newest first'));
  const [chosen] = await choose(say(l10n.t('Open Heap Profile')), placeHolder, await workspaceProfiles());
  return chosen;
}

/** One file, none when the user thinks better of it; more only from the file dialog and when `several` may be taken. */
async function choose(
  title: Shown,
  placeHolder: Shown,
  offered: readonly ProfileChoice[],
  { several = false, followsUp = false }: { readonly several?: boolean; readonly followsUp?: boolean } = {},
): Promise<readonly vscode.Uri[]> {
  if (offered.length === 0) return browse(title, several);
  const browsing: ProfileChoice = {
    label: say(l10n.t('Browse…')),
    icon: 'folder-opened',
    always: true,
    value: null,
  };
  const picked = await pick(title, placeHolder, [...offered, browsing], { followsUp });
  if (picked === undefined) return [];
  return picked.value === null ? browse(title, several) : [picked.value];
}

function browse(title: Shown, several: boolean): Promise<readonly vscode.Uri[]> {
  return askForFiles(title, say(l10n.t('Choose')), { several });
}

async function workspaceProfiles(): Promise<readonly ProfileChoice[]> {
  const found = await Promise.all(
    searched.map(pattern =>
      findFiles({ pattern, passedOver, isNamed: name => profileName.test(name), most: mostFound }),
    ),
  );
  const fitting = new Map(
    found
      .flat()
      .filter(uri => profileName.test(uri.path.slice(uri.path.lastIndexOf('/') + 1)))
      .map(uri => [uri.toString(), uri] as const),
  );
  const dated = await Promise.all(
    [...fitting.values()].map(async uri => ({ uri, modified: await modifiedTime(uri) })),
  );
  dated.sort((one, other) => other.modified - one.modified);
  return dated.slice(0, mostOffered).map(({ uri, modified }) => {
    const path = vscode.workspace.asRelativePath(uri);
    const cut = path.lastIndexOf('/') + 1;
    return {
      label: shown(path.slice(cut)),
      description: shown(path.slice(0, Math.max(0, cut - 1))),
      ...(modified > 0 && { detail: shown(new Date(modified).toLocaleString()) }),
      value: uri,
    };
  });
}

/** Milliseconds since 1970; 0 for a file that is gone again. */
async function modifiedTime(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).mtime;
  } catch {
    return 0;
  }
}
