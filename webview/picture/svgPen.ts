import type { Hatch } from '../flame/boxStyles.ts';
import type { Pen } from '../flame/pen.ts';

const namespace = 'http://www.w3.org/2000/svg';

/**
 * Draws as a canvas does, into an SVG image: each box an element, each label text that can be searched for and copied.
 * Lengths are CSS pixels.
 */
export class SvgPen implements Pen {
  fillStyle: Pen['fillStyle'] = '';
  strokeStyle: Pen['strokeStyle'] = '';
  lineWidth = 1;
  font = '';
  textBaseline: CanvasTextBaseline = 'middle';
  readonly #image: Element;
  /** The box that is to be filled. */
  #box: Readonly<Record<string, number>> = {};

  constructor(width: number, height: number) {
    this.#image = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  }

  /** Stripes that boxes can be filled with: what to give as `fillStyle`. */
  hatch(id: string, { ground, stripe }: Hatch, size: number): string {
    const pattern = element('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' });
    const lines = [-size, 0, size].map(shift => `M${shift} ${size}L${shift + size} 0`).join('');
    pattern.append(
      element('rect', { width: size, height: size, fill: ground }),
      element('path', { d: lines, stroke: stripe, 'stroke-width': 1.5 }),
    );
    this.#image.append(pattern);
    return `url(#${id})`;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#image.append(element('rect', { x, y, width, height, fill: String(this.fillStyle) }));
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const stroke = String(this.strokeStyle);
    this.#image.append(
      element('rect', { x, y, width, height, fill: 'none', stroke, 'stroke-width': this.lineWidth }),
    );
  }

  beginPath(): void {
    this.#box = {};
  }

  roundRect(x: number, y: number, width: number, height: number, rx: number): void {
    this.#box = { x, y, width, height, rx };
  }

  fill(): void {
    this.#image.append(element('rect', { ...this.#box, fill: String(this.fillStyle) }));
  }

  fillText(text: string, x: number, y: number): void {
    const written = element('text', { x, y, fill: String(this.fillStyle), 'dominant-baseline': 'central' });
    written.textContent = text;
    this.#image.append(written);
  }

  /** The image as a file. Names in it are text: a serializer writes them. */
  text(): string {
    const [, size = '', family = ''] = /^(\S+) (.*)$/.exec(this.font) ?? [];
    this.#image.setAttribute('font-size', size);
    this.#image.setAttribute('font-family', family);
    return new XMLSerializer().serializeToString(this.#image);
  }
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  return made;
}
