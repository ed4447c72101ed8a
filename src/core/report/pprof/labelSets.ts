import { SequenceIds } from '../../names/sequenceIds.ts';
import type { SampleColumns } from '../../profile.ts';

/** So many sets of labels are kept as they are written; a heap has one for each size of objects. */
const most = 4096;

/** Sets of labels as they are written: most samples of a profile have the same ones as others. */
export class LabelSets {
  readonly #samples: SampleColumns;
  #ids = new SequenceIds();
  #written: Uint8Array[] = [];
  /** The set that is looked up: four numbers a label. */
  readonly #set: number[] = [];

  constructor(samples: SampleColumns) {
    this.#samples = samples;
  }

  /** The labels of a sample, by `write` where an equal set is not known. */
  of(row: number, write: () => Uint8Array): Uint8Array {
    const { labelStart, labelKey, labelString, labelNumber, labelUnit } = this.#samples;
    if (this.#ids.count === most) {
      this.#ids = new SequenceIds();
      this.#written = [];
    }
    const set = this.#set;
    let parts = 0;
    const end = labelStart[row + 1] as number;
    for (let i = labelStart[row] as number; i < end; i++) {
      set[parts++] = labelKey[i] as number;
      set[parts++] = labelString[i] as number;
      set[parts++] = labelNumber[i] as number;
      set[parts++] = labelUnit[i] as number;
    }
    const id = this.#ids.idOf(set, parts);
    const known = this.#written[id];
    if (known !== undefined) return known;
    const written = write();
    this.#written[id] = written;
    return written;
  }
}
