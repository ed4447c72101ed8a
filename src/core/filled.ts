/**
 * A message with its values where its language has them: `{0}` is the first of them. For values that are no text, or of
 * another look: `filled(l10n.t('{0} is allocated in {1}.'), share, place)`.
 */
export function filled<Value>(message: string, ...values: readonly Value[]): readonly (string | Value)[] {
  return message.split(/\{(\d)\}/).flatMap((text, i): readonly (string | Value)[] => {
    if (i % 2 === 1) return values.slice(Number(text)).slice(0, 1);
    return text === '' ? [] : [text];
  });
}
