import { isLibraryFile } from '../names/ownCode.ts';
import { isDependency } from './bestMatches.ts';
import { goImportPath } from './goPackage.ts';
import { formatPath, type ProfilePath } from './profilePath.ts';

/**
 * Whether a file that shares no more than its name with a path may be it, if it declares the function: the path is neither a
 * dependency's nor a library's, and does not say by its package, as Go's do but for `main`, that the file stands elsewhere.
 */
export function mayBeByName(path: ProfilePath, functionName: string): boolean {
  if (functionName === '' || isDependency(path, functionName)) return false;
  const full = formatPath(path);
  return full.endsWith('.go') ? goImportPath(functionName) === null : !isLibraryFile(full);
}

/** Functions that one program after another has, literals in them too: `main.main`, `run.func1`. Methods have a type to tell them apart. */
const inEveryProgram =
  /^(?:main\.)?(?:main|init|run|start|setup|serve|handler?|index|new|load|get|put|add|close)(?:\.(?:func)?[\d.]+)*$/i;

/** Whether a function's name tells one program from another. */
export function tellsPrograms(functionName: string): boolean {
  return !inEveryProgram.test(functionName);
}
