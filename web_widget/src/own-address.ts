const FILE = /\/widget\.js$/;

/** The address in the first line of a stack that names a file: where the code that made it stands. */
export function firstAddress(stack: string): string {
  return /https?:\/\/[^\s()]+?(?=:\d+(?::\d+)?\)?\s*$)/m.exec(stack)?.[0] ?? "";
}

/** Where this file was fetched from as a module; empty when it is part of another file. */
function asModule(): string {
  const address = firstAddress(new Error().stack ?? "");
  return address && FILE.test(new URL(address).pathname) ? address : "";
}

function tagOf(address: string): HTMLScriptElement | undefined {
  return [...document.scripts].find(({ src }) => src === address);
}

/** Read while the script runs. A module has no `document.currentScript`: only an error tells where it stands. */
const running = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;

export const ownAddress = running ? running.src : asModule();
export const ownTag = running ?? tagOf(ownAddress);
