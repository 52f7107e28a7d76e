/** `fill("{a} av {b}", {a: 1, b: 2})` → `"1 av 2"`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
