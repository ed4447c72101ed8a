import { cssOf, inkOn, mixed, type Rgb } from './contrast.ts';

/** How a box is filled and written on. */
export interface BoxStyle {
  readonly fill: string;
  readonly ink: string;
}

/** Colours and font of the flame graph, taken from the theme. */
export interface FlameTheme {
  /** Pixels: one row with its gap, and the text in it. */
  readonly rowHeight: number;
  readonly fontSize: number;
  readonly font: string;
  readonly background: string;
  readonly selection: string;
  readonly hover: string;
  /** Around every box in high-contrast themes, else null. */
  readonly border: string | null;
  /** For a strength −1 … 1; `faded` for what a search has not found. */
  box(strength: number, faded: boolean): BoxStyle;
  /** For one profile alone: a calm colour that a package keeps. */
  packageBox(packageName: string, faded: boolean): BoxStyle;
}

/** Colours between unchanged and full strength. More would not be told apart. */
const steps = 48;
const fadedBy = 0.72;
const hues = 6;

/** Reads the theme from the custom properties of media/webview.css, as they apply to `element`. */
export function readFlameTheme(element: Element): FlameTheme {
  const style = getComputedStyle(element);
  const colour = colourReader();
  const property = (name: string): string => style.getPropertyValue(name).trim();
  const background = colour(property('--flame-background'));
  const neutral = colour(property('--flame-neutral'));
  const ends = { grew: colour(property('--flame-grew')), shrank: colour(property('--flame-shrank')) };
  const border = property('--flame-border');
  const styles = (fills: readonly Rgb[]): readonly BoxStyle[] =>
    fills.map(fill => ({ fill: cssOf(fill), ink: cssOf(inkOn(fill)) }));
  const fade = (fill: Rgb): Rgb => mixed(fill, background, fadedBy);
  const scale = Array.from({ length: 2 * steps + 1 }, (_, step) =>
    mixed(neutral, step < steps ? ends.shrank : ends.grew, Math.abs(step - steps) / steps),
  );
  const palette = Array.from({ length: hues }, (_, hue) => colour(property(`--flame-package-${hue}`)));
  const scales = [styles(scale), styles(scale.map(fade))] as const;
  const palettes = [styles(palette), styles(palette.map(fade))] as const;
  const plain: BoxStyle = { fill: cssOf(neutral), ink: cssOf(inkOn(neutral)) };
  const fontSize = Number.parseFloat(style.fontSize);
  return {
    rowHeight: Math.round(fontSize + 9),
    fontSize,
    font: `${fontSize}px ${style.fontFamily}`,
    background: cssOf(background),
    selection: property('--flame-selection'),
    hover: property('--flame-hover'),
    border: border === '' ? null : border,
    box: (strength, faded) => scales[faded ? 1 : 0][Math.round(strength * steps) + steps] ?? plain,
    packageBox: (name, faded) => palettes[faded ? 1 : 0][hashOf(name) % hues] ?? plain,
  };
}

/** Turns any CSS colour into its channels by painting one pixel with it. */
function colourReader(): (css: string) => Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return css => {
    if (context === null) return [128, 128, 128];
    context.fillStyle = '#808080';
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
}

/** FNV-1a, so that a package has the same colour in every session. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
