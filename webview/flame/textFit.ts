const ellipsis = '…';

/** Fewer characters before an ellipsis tell nothing. */
const fewestCut = 4;
/** So many texts' widths are kept, ten times what is seen at once. */
const mostKept = 10_000;

/** Widths of text in one font, from the widths of its characters: a hundred times quicker than measuring each label. */
export class TextFit {
  readonly #context: CanvasRenderingContext2D;
  readonly #ofCharacter = new Map<string, number>();
  /** The same labels are written picture after picture. */
  readonly #ofText = new Map<string, number>();

  /** The context must already have the font. */
  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  width(text: string): number {
    let sum = this.#ofText.get(text);
    if (sum !== undefined) return sum;
    sum = 0;
    for (const character of text) sum += this.#widthOf(character);
    if (this.#ofText.size >= mostKept) this.#ofText.clear();
    this.#ofText.set(text, sum);
    return sum;
  }

  /** The text, cut with an ellipsis where it is wider than `room`; empty when not even four characters fit. */
  fit(text: string, room: number): string {
    if (this.width(text) <= room) return text;
    const forCut = room - this.#widthOf(ellipsis);
    let sum = 0;
    let kept = 0;
    for (const character of text) {
      sum += this.#widthOf(character);
      if (sum > forCut) break;
      kept += character.length;
    }
    return kept < fewestCut ? '' : text.slice(0, kept) + ellipsis;
  }

  #widthOf(character: string): number {
    let width = this.#ofCharacter.get(character);
    if (width === undefined) {
      width = this.#context.measureText(character).width;
      this.#ofCharacter.set(character, width);
    }
    return width;
  }
}
