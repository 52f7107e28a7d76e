import type { HasIdentityNumber } from "./chat-file";
import { fill } from "./fill";
import { texts } from "./texts";

export const MAX_LENGTH = 2000;

/** Why a text cannot be sent; empty when it can. */
export function problemWith(text: string, hasIdentityNumber: HasIdentityNumber): string {
  if (!text) return texts.empty;
  if (text.length > MAX_LENGTH)
    return fill(texts.tooLong, { max: MAX_LENGTH, over: text.length - MAX_LENGTH });
  return hasIdentityNumber(text) ? texts.identifier : "";
}
