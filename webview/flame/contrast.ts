/** Red, green and blue, 0 … 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const black: Rgb = [0, 0, 0];
export const white: Rgb = [255, 255, 255];

/** A colour on the straight line between two, `share` 0 … 1 of the way. */
export function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (one: number, other: number): number => Math.round(one + (other - one) * share);
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])];
}

/** The contrast ratio of WCAG 2.1, 1 … 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever reads better on a fill. The better one has at least 4.5 : 1 on any colour. */
export function inkOn(fill: Rgb): Rgb {
  return contrast(fill, black) >= contrast(fill, white) ? black : white;
}

export function cssOf([red, green, blue]: Rgb): string {
  return `rgb(${red},${green},${blue})`;
}

/** Relative luminance of an sRGB colour (WCAG 2.1). */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(channel => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
