import { assertNever } from '../core/assertNever.ts';
import { ProfileError } from '../core/error.ts';
import { errorSentence } from '../core/errorSentence.ts';
import type { Told } from '../core/tell/told.ts';
import { compareTool, explainTool, pairEvidence } from './pairTools.ts';
import { fixTool, isBeside, seriesEvidence, seriesTool } from './seriesTools.ts';
import { type Surroundings, ToolError } from './surroundings.ts';
import type { ToolName } from './toolDefinitions.ts';
import { toolInput } from './toolInput.ts';

/** Answers a call. Throws `ToolError` with a sentence for whoever called, whatever went wrong with the files or arguments. */
export async function answerTool(name: ToolName, given: unknown, around: Surroundings): Promise<Told> {
  try {
    return await answer(name, given, around);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    const { base, current, files } = (given ?? {}) as Readonly<Record<string, unknown>>;
    const [first, second] = Array.isArray(files) ? files : [base, current];
    const names =
      second === undefined
        ? { base: null, current: String(first) }
        : { base: String(first), current: String(second) };
    throw new ToolError(
      errorSentence(error, names, limit => `the limit ${limit}, with heap-diff --limit ${limit}=NUMBER,`),
    );
  }
}

function answer(name: ToolName, given: unknown, around: Surroundings): Promise<Told> {
  switch (name) {
    case 'compare_heap_profiles':
      return compareTool(toolInput(name, given), around);
    case 'explain_growth':
      return explainTool(toolInput(name, given), around);
    case 'heap_over_time':
      return seriesTool(toolInput(name, given), around);
    case 'check_evidence':
      return evidence(toolInput(name, given).files, around);
    case 'verify_fix':
      return fixTool(toolInput(name, given), around);
    default:
      return assertNever(name);
  }
}

async function evidence(paths: readonly string[], around: Surroundings): Promise<Told> {
  const files = await around.expand(paths);
  const profiles = files.filter(file => !isBeside(file));
  const isPair = profiles.length === 1 || profiles.length === 2;
  return isPair ? pairEvidence(profiles, around) : seriesEvidence(files, around);
}
