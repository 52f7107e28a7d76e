/** Fetches a module when it is first needed, and anew after a failure, which browsers remember by address. */
export function lazily<Module>(
  address: () => string,
  load = (from: string): Promise<Module> => import(from) as Promise<Module>,
): () => Promise<Module> {
  let module: Promise<Module> | undefined;
  let failures = 0;
  return () =>
    (module ??= load(failures ? `${address()}&again=${failures}` : address()).catch((error: unknown) => {
      module = undefined;
      failures += 1;
      throw error;
    }));
}
