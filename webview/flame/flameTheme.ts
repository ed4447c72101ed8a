import { hueCount } from '../state/scene.ts';
import { type BoxStyles, boxStyles } from './boxStyles.ts';
import { cssOf, inkOn, type Rgb } from './contrast.ts';

/** Colours and font of the flame graph, taken from the theme and the palette. */
export interface FlameTheme {
  /** Pixels: one row with its gap, and the text in it. */
  readonly rowHeight: number;
  readonly fontSize: number;
  readonly font: string;
  readonly background: string;
  readonly foreground: string;
  readonly selection: string;
  readonly hover: string;
  /** Around every box in high-contrast themes, else null. */
  readonly border: string | null;
  readonly boxes: BoxStyles;
}

/** Reads theme and palette from the custom properties of media/styles/theme.css, as they apply to `element`. */
export function readFlameTheme(element: Element): FlameTheme {
  const style = getComputedStyle(element);
  const colour = colourReader();
  const property = (name: string): string => style.getPropertyValue(name).trim();
  const background = colour(property('--flame-background'));
  const border = property('--flame-border');
  const fontSize = Number.parseFloat(style.fontSize);
  return {
    rowHeight: Math.round(fontSize + 9),
    fontSize,
    font: `${fontSize}px ${style.fontFamily}`,
    background: cssOf(background),
    foreground: cssOf(inkOn(background)),
    selection: property('--flame-selection'),
    hover: property('--flame-hover'),
    border: border === '' ? null : border,
    boxes: boxStyles({
      background,
      neutral: colour(property('--flame-neutral')),
      grew: colour(property('--flame-grew')),
      shrank: colour(property('--flame-shrank')),
      hues: Array.from({ length: hueCount }, (_, hue) => colour(property(`--flame-hue-${hue}`))),
    }),
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
