/** Without the characters that no Word file can hold, as the service cleans them. */
export function clean(text: string): string {
  return text
    .replace(/\r\n/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu, "")
    .trim();
}
