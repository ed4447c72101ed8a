import * as l10n from '@vscode/l10n';
import type { NodeDetails } from '../../src/core/answers/details.ts';
import { flameTree } from '../../src/core/flame/flameTree.ts';
import type { Reply, ToHost, ToWebview } from '../../src/protocol.ts';
import type { SavedAnswers } from '../../src/savedPage.ts';

type Request = Extract<ToHost, { readonly type: 'request' }>;

/** Answers a page's messages from what was saved, in the host's place. */
export class SavedHost {
  readonly #saved: SavedAnswers;
  readonly #post: (message: ToWebview) => void;

  constructor(saved: SavedAnswers, post: (message: ToWebview) => void) {
    this.#saved = saved;
    this.#post = post;
  }

  receive(message: ToHost): void {
    switch (message.type) {
      case 'ready': {
        const { diff } = this.#saved;
        const base = diff.base === null ? null : 'base';
        this.#post({ type: 'opened', diff, base, current: 'current', revision: 1 });
        break;
      }
      case 'request':
        this.#post(this.#answer(message));
        // A new view takes what was said before it away.
        if (message.method === 'view') setTimeout(() => this.#say(about()));
        break;
      case 'openSource':
        // A click that selects would show the line beside, where there is a beside.
        if (message.how === 'go') this.#say(noSource());
        break;
      default:
        break;
    }
  }

  #say(message: string): void {
    this.#post({ type: 'sourceStatus', message });
  }

  #answer(request: Request): Reply {
    const { id } = request;
    const result = this.#result(request);
    if (typeof result === 'object') return { type: 'reply', id, ok: true, result };
    return { type: 'reply', id, ok: false, problem: { message: `${result} ${elsewhere()}`, remedies: [] } };
  }

  /** An answer, or why there is none. */
  #result(request: Request): Extract<Reply, { readonly ok: true }>['result'] | string {
    const { view, table, suspects, details } = this.#saved;
    switch (request.method) {
      case 'view':
        if (request.params.root !== null) return l10n.t`This page has no frames narrower than these.`;
        return this.#isSaved(request.params.options)
          ? view
          : l10n.t`This page has only one look at the profiles.`;
      case 'details':
        return details[request.params.node.node] ?? this.#drawn(request.params.node.node);
      case 'table':
        return table;
      case 'suspects':
        return suspects[request.params.by] ?? l10n.t`This page has no suspects.`;
      case 'headline':
        return view.headline;
      default:
        return l10n.t`This page does not have these numbers.`;
    }
  }

  #isSaved(options: SavedAnswers['view']['options']): boolean {
    return JSON.stringify(options) === JSON.stringify(this.#saved.view.options);
  }

  /** What the tree itself tells of a box that is too narrow to have been saved with more. */
  #drawn(node: number): NodeDetails {
    const { tree: columns, headline, increase: whole } = this.#saved.view;
    const { base, current, increase } = flameTree(columns, headline.withinNoise);
    const own = columns.selfNode.indexOf(node);
    const cum = { base: base[node] ?? 0, current: current[node] ?? 0 };
    const grown = increase[node] ?? 0;
    return {
      flat: { base: columns.selfBase[own] ?? 0, current: columns.selfCurrent[own] ?? 0 },
      cum,
      increase: grown,
      decrease: grown - (cum.current - cum.base),
      objects: null,
      share: whole === 0 ? 0 : grown / whole,
      retained: null,
      evidence: null,
      lines: [],
    };
  }
}

function elsewhere(): string {
  return l10n.t`Compare the two profiles in VS Code with Heap Diff for that.`;
}

function noSource(): string {
  return l10n.t`This page has no source. Compare the two profiles in VS Code with Heap Diff to go to the line.`;
}

function about(): string {
  return l10n.t`A page saved by Heap Diff. It has what you see: source, filters and other sample types take the profiles themselves.`;
}
