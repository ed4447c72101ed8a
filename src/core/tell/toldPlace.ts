import { fileAndLine, type Place } from '../names/place.ts';
import { cutName, nameSpan } from './told.ts';

/** Where a place of a profile stands in source. */
export interface FoundPlace {
  readonly name: string;
  /** The absolute path as an editor would open it, or the profile's where the file was not found. */
  readonly path: string;
  /** 1-based, as the file is today where it was found; 0 when unknown. */
  readonly line: number;
  readonly isFound: boolean;
}

/** A place that nobody looked for. */
export function asProfiled({ name, file, line }: Place): FoundPlace {
  return { name, path: file, line, isFound: false };
}

/** `` `name` (`/path/file.go:31`) ``. */
export function placeText({ name, path, line }: FoundPlace): string {
  return path === '' ? nameSpan(name) : `${nameSpan(name)} (${nameSpan(fileAndLine(path, line))})`;
}

/** The same as data. */
export function placeData({ name, path, line, isFound }: FoundPlace): Readonly<Record<string, unknown>> {
  return { function: cutName(name), file: cutName(path), line, fileFound: isFound };
}
