import * as v from 'valibot';
import { formatPath, parseProfilePath } from '../../core/source/profilePath.ts';
import { deriveSubstitution, type Substitution } from '../../core/source/substitution.ts';

/** Bounds what a workspace remembers. */
const mostChoices = 1_000;

const path = v.pipe(v.string(), v.maxLength(1 << 16));

/** What the user has said about where source is, kept with the workspace. */
const choicesShape = v.object({
  /** URI of the file that was chosen, by the profile's path. */
  files: v.record(v.string(), path),
  /** Rules from files that were located, the latest first. */
  rules: v.pipe(v.array(v.object({ from: path, to: path })), v.maxLength(mostChoices), v.readonly()),
  /** Folders outside the workspace that may be read. */
  allowed: v.pipe(v.array(path), v.maxLength(mostChoices), v.readonly()),
});
export type Choices = Readonly<v.InferOutput<typeof choicesShape>>;

export const noChoices: Choices = { files: {}, rules: [], allowed: [] };

/** Choices as they were saved; none of them when they are not what this version saves. */
export function readChoices(saved: unknown): Choices {
  const read = v.safeParse(choicesShape, saved);
  return read.success ? read.output : noChoices;
}

export function withFile(choices: Choices, profilePath: string, uri: string): Choices {
  const files = Object.entries(choices.files).filter(([path]) => path !== profilePath);
  return { ...choices, files: Object.fromEntries([...files, [profilePath, uri]].slice(-mostChoices)) };
}

/** Remembers what one located file teaches of its whole root, which may be read from now on. */
export function withLocated(choices: Choices, profilePath: string, chosenPath: string): Choices {
  const path = parseProfilePath(profilePath);
  const rule = rootRule(typeof path === 'string' ? profilePath : formatPath(path), chosenPath);
  const others = choices.rules.filter(({ from }) => from !== rule.from);
  return withAllowed({ ...choices, rules: [rule, ...others].slice(0, mostChoices) }, rule.to);
}

export function withAllowed(choices: Choices, folder: string): Choices {
  return { ...choices, allowed: [...new Set([folder, ...choices.allowed])].slice(0, mostChoices) };
}

/** True when a file outside the workspace lies in a folder that may be read. */
export function isAllowed({ allowed }: Choices, path: string): boolean {
  return allowed.some(folder => path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`));
}

/** The rule that a located file teaches; never one that opens a whole file system. */
function rootRule(profilePath: string, chosenPath: string): Substitution {
  const rule = deriveSubstitution(profilePath, chosenPath);
  if (rule.to.split('/').filter(Boolean).length > 0) return rule;
  return { from: folderOf(profilePath), to: folderOf(chosenPath) };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}
