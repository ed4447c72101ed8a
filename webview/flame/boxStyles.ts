import { contrast, cssOf, inkOn, mixed, type Rgb } from './contrast.ts';

/** How a box is filled and written on. `edge` is drawn round it; null for none. */
export interface BoxStyle {
  readonly fill: string;
  readonly ink: string;
  readonly edge: string | null;
}

/** Stripes over what may be chance: neither of the two takes the label's contrast away. */
export interface Hatch {
  readonly ground: string;
  readonly stripe: string;
  readonly ink: string;
}

/** What a theme and a palette give. */
export interface PaletteColours {
  readonly background: Rgb;
  readonly neutral: Rgb;
  readonly grew: Rgb;
  readonly shrank: Rgb;
  /** Of packages. */
  readonly hues: readonly Rgb[];
}

/** What a box is painted for. `hue` is −1 where colour tells the direction. */
export interface BoxLook {
  /** −1 … 1. */
  readonly strength: number;
  readonly hue: number;
  /** The base has it and the current profile does not: an empty box. */
  readonly gone: boolean;
  /** A search has not found it. */
  readonly faded: boolean;
}

/** The styles of one palette in one theme. */
export interface BoxStyles {
  style(look: BoxLook): BoxStyle;
  hatch(faded: boolean): Hatch;
}

/** Colours between unchanged and full strength. More would not be told apart. */
const steps = 48;
const fadedBy = 0.72;
const stripeShare = 0.25;
/** How much of its colour an empty box keeps. */
const emptyShare = 0.16;
/** An empty box is its edge: one that stands out less from the ground would not be seen. */
const seenEdge = 1.25;

/** Mixes the colours of a palette for every box there can be, each when it is first needed. */
export function boxStyles({ background, neutral, grew, shrank, hues }: PaletteColours): BoxStyles {
  const known = new Map<number, BoxStyle>();
  const fade = (colour: Rgb, faded: boolean): Rgb => (faded ? mixed(colour, background, fadedBy) : colour);
  const edgeOf = (colour: Rgb): Rgb =>
    contrast(colour, background) >= seenEdge ? colour : mixed(background, inkOn(background), 0.5);
  const make = (step: number, hue: number, gone: boolean, faded: boolean): BoxStyle => {
    const end = hues[hue] ?? (step < 0 ? shrank : grew);
    const colour = fade(mixed(neutral, end, Math.abs(step) / steps), faded);
    const fill = gone ? mixed(background, colour, emptyShare) : colour;
    return { fill: cssOf(fill), ink: cssOf(inkOn(fill)), edge: gone ? cssOf(edgeOf(colour)) : null };
  };
  const hatches = [false, true].map(faded => {
    const ground = fade(neutral, faded);
    const ink = inkOn(ground);
    const stripe = fade(mixed(neutral, inkOn(neutral), stripeShare), faded);
    return { ground: cssOf(ground), stripe: cssOf(stripe), ink: cssOf(ink) };
  }) as [Hatch, Hatch];
  return {
    style: ({ strength, hue, gone, faded }) => {
      const step = Math.round(strength * steps);
      const key = (((hue + 1) * (2 * steps + 1) + step + steps) * 2 + Number(gone)) * 2 + Number(faded);
      let style = known.get(key);
      if (style === undefined) {
        style = make(step, hue, gone, faded);
        known.set(key, style);
      }
      return style;
    },
    hatch: faded => hatches[faded ? 1 : 0],
  };
}
