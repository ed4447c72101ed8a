/** The text with its numbers whole: no line ends between a number and its unit, nor behind the sign before it. */
export function unbroken(text: string): string {
  return text.replace(/(?<=[<>±≈]) (?=[−\d])|(?<=\d) (?=%|[KMGTPE]?i?B\b)/g, '\u00a0');
}
