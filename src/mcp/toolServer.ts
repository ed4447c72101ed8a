import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { shown } from '../core/shown.ts';
import { answerTool } from '../tools/answerTool.ts';
import { type Surroundings, ToolError } from '../tools/surroundings.ts';
import { toolDefinitions, toolNames } from '../tools/toolDefinitions.ts';
import { Calls } from './calls.ts';

/** Decoding takes a thread each, and memory. */
const atOnce = 2;
const mostWaiting = 200;
/** Milliseconds; nobody waits longer. */
const patience = 120_000;
/** Of a call that its client has taken back, which is told nothing. */
const cancelled = 'The call was cancelled.';

const instructions =
  'Compares heap profiles and finds where memory grew. With two files begin with compare_heap_profiles, with more with heap_over_time. Growth is not a leak until check_evidence has nothing against it: say what the answer says under "Cannot tell".';

/** The five tools as a server of the protocol, not connected yet. */
export function toolServer(around: Surroundings, version: string): Server {
  const server = new Server({ name: 'heap-diff', version }, { capabilities: { tools: {} }, instructions });
  const calls = new Calls(atOnce, mostWaiting);
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: toolDefinitions.map(({ name, title, description, inputSchema }) => ({
      name,
      title,
      description,
      inputSchema: { ...inputSchema, required: [...inputSchema.required] },
      annotations: {
        title,
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    try {
      const name = toolNames.find(each => each === params.name);
      if (name === undefined) {
        throw new ToolError(
          `There is no tool ${shown(params.name, 100)}. There are ${toolNames.join(', ')}.`,
        );
      }
      const { markdown, data } = await calls.run(() =>
        inTime(around, signal, each => answerTool(name, params.arguments, each)),
      );
      return { content: [{ type: 'text', text: markdown }], structuredContent: { ...data } };
    } catch (error) {
      return { content: [{ type: 'text', text: wordsOf(error) }], isError: true };
    }
  });
  return server;
}

function wordsOf(error: unknown): string {
  if (error instanceof ToolError) return shown(error.message, 2_000);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 'The profiles could not be read: Heap Diff failed at them, and wrote why to its log. Try other files; check_evidence looks at each alone.';
}

/** Ends the threads of an answer that takes too long, or that nobody waits for any more. */
async function inTime<T>(
  around: Surroundings,
  signal: AbortSignal,
  answer: (around: Surroundings) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw new ToolError(cancelled);
  const engines: { dispose(): void }[] = [];
  const kept = <E extends { dispose(): void }>(engine: E): E => {
    engines.push(engine);
    return engine;
  };
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (why: string): void => {
      reject(new ToolError(why));
      for (const engine of engines) engine.dispose();
    };
    const tooLong = 'That took longer than two minutes. Give smaller profiles, or fewer.';
    timer = setTimeout(() => end(tooLong), patience);
    signal.addEventListener('abort', () => end(cancelled), { once: true });
  });
  const answered = answer({
    ...around,
    pairEngine: () => kept(around.pairEngine()),
    seriesEngine: () => kept(around.seriesEngine()),
  });
  try {
    return await Promise.race([answered, ended]);
  } finally {
    clearTimeout(timer);
  }
}
