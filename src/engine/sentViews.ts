import * as l10n from '@vscode/l10n';
import { type DrawnTree, drawnTree } from '../core/answers/drawnTree.ts';
import type { TreeLook } from '../core/answers/look.ts';
import type { NodeRef, View } from '../core/answers/requests.ts';
import { viewOf } from '../core/answers/viewOf.ts';
import { ProfileError } from '../core/error.ts';
import type { Heed } from '../core/heed.ts';
import type { Node } from '../core/ids.ts';
import { Recent } from '../core/recent.ts';

/** A view sent out, as far as requests may speak of it later. */
interface SentView {
  readonly look: TreeLook;
  readonly drawn: DrawnTree;
}

/** The views that requests may speak of: those sent last. */
export class SentViews {
  readonly #whole = new Recent<SentView>(8);
  /** Those of callers and callees, which come two by two. */
  readonly #around = new Recent<SentView>(4);
  #last: number;

  /** `last` is the number of the last view that was sent. */
  constructor(last = 0) {
    this.#last = last;
  }

  /** None of them, but no number twice: a page may still speak of one. */
  emptied(): SentViews {
    return new SentViews(this.#last);
  }

  /** What is drawn of a tree from a node on. Throws `Cancelled` where `heed` does. */
  send(look: TreeLook, named: Pick<View, 'options' | 'headline'>, node: Node, heed: Heed): View {
    const { merged, measure } = look;
    heed();
    const drawn = drawnTree(merged.tree, measure, merged.frames, node, look.noise());
    heed();
    const id = ++this.#last;
    const kept = merged.turned?.turn.around ? this.#around : this.#whole;
    kept.get(String(id), () => ({ look, drawn }));
    return viewOf(look, drawn, { ...named, id });
  }

  /** The view that a reference speaks of. Throws `ProfileError` `badOption` where it is no longer known. */
  sent({ view, node }: NodeRef): SentView {
    const sent = this.#whole.find(String(view)) ?? this.#around.find(String(view));
    if (sent?.drawn.nodes[node] === undefined) throw staleReference();
    return sent;
  }

  /**
   * The node of the look's tree that a reference names; of an elided one the parent, under which it is drawn wider. Throws
   * what `sent` throws, for a view of another tree too.
   */
  rootOf(ref: NodeRef, look: TreeLook): Node {
    const { look: sent, drawn } = this.sent(ref);
    if (sent.merged.key !== look.merged.key) throw staleReference();
    const { depth } = drawn.columns;
    let node = ref.node;
    if ((drawn.nodes[node] as Node) < 0) {
      const above = (depth[node] as number) - 1;
      while (depth[node] !== above) node -= 1;
    }
    return drawn.nodes[node] as Node;
  }
}

function staleReference(): ProfileError {
  return new ProfileError('badOption', l10n.t('that frame belongs to a view that is no longer shown'));
}
