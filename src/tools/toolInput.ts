import * as v from 'valibot';
import { shown } from '../core/shown.ts';
import { ToolError } from './surroundings.ts';
import type { ToolName } from './toolDefinitions.ts';

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const paths = v.pipe(v.array(path), v.minLength(1), v.maxLength(500));

const inputs = {
  compare_heap_profiles: v.strictObject({
    base: path,
    current: path,
    sampleType: v.optional(name),
    focus: v.optional(v.pipe(v.string(), v.maxLength(1000))),
    top: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
  }),
  explain_growth: v.strictObject({
    base: path,
    current: path,
    site: name,
    sampleType: v.optional(name),
  }),
  heap_over_time: v.strictObject({
    files: paths,
    settled: v.optional(v.pipe(v.array(path), v.maxLength(500))),
  }),
  check_evidence: v.strictObject({ files: paths }),
  verify_fix: v.strictObject({ before: paths, after: paths }),
} as const satisfies Record<ToolName, unknown>;

export type ToolInput<Name extends ToolName> = v.InferOutput<(typeof inputs)[Name]>;

/** The arguments of a tool, checked. Throws `ToolError` that says which is wrong. */
export function toolInput<Name extends ToolName>(tool: Name, given: unknown): ToolInput<Name> {
  const parsed = v.safeParse(inputs[tool] as v.GenericSchema<unknown, ToolInput<Name>>, given ?? {});
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = issue?.path?.map(({ key }) => String(key)).join('.') ?? 'the arguments';
  throw new ToolError(
    `${tool} cannot be called so: ${shown(where, 100)} is wrong (${shown(issue?.message ?? '', 200)}). See the tool's schema, and call it again.`,
  );
}
