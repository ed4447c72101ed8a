const ellipsis = '…';

/** Widths of text in one font, from the widths of its characters: a hundred times quicker than measuring each label. */
export class TextFit {
  readonly #context: CanvasRenderingContext2D;
  readonly #widths = new Map<string, number>();

  /** The context must already have the font. */
  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  width(text: string): number {
    let sum = 0;
    for (const character of text) sum += this.#widthOf(character);
    return sum;
  }

  /** The text, cut with an ellipsis where it is wider than `room`; empty when not even two characters fit. */
  fit(text: string, room: number): string {
    const forCut = room - this.#widthOf(ellipsis);
    let sum = 0;
    let kept = 0;
    let at = 0;
    for (const character of text) {
      sum += this.#widthOf(character);
      at += character.length;
      if (sum <= forCut) kept = at;
      if (sum > room) return kept < 2 ? '' : text.slice(0, kept) + ellipsis;
    }
    return text;
  }

  #widthOf(character: string): number {
    let width = this.#widths.get(character);
    if (width === undefined) {
      width = this.#context.measureText(character).width;
      this.#widths.set(character, width);
    }
    return width;
  }
}
