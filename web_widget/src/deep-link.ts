const TASK_PAYLOADS: Record<string, string> = {
  draft: "/skriva-begaran",
  prepare: "/forbereda-mote",
  contact: "/hitta-kontakt",
};

export interface DeepLink {
  payload: string;
  /** The address asked for it, so the widget opens by itself. */
  fromAddress: boolean;
  /** Whom a task is about, when the address says so: `?vem=relative`. */
  who?: string;
}

function payloadOf(name: string | null | undefined): string | undefined {
  if (!name || !/^[a-z0-9-]{2,64}$/.test(name)) return undefined;
  return TASK_PAYLOADS[name] ?? `/${name}`;
}

/** `?sip=vad-ar-sip` or `?sip=draft` in the address comes before `data-task` and `data-topic`. */
export function deepLink(search: string, dataset: DOMStringMap): DeepLink | undefined {
  const address = new URLSearchParams(search);
  const vem = address.get("vem");
  const who = vem && /^[a-z]{2,20}$/.test(vem) ? { who: vem } : {};
  const asked = payloadOf(address.get("sip"));
  if (asked) return { payload: asked, fromAddress: true, ...who };
  const given = payloadOf(dataset.task) ?? payloadOf(dataset.topic);
  return given ? { payload: given, fromAddress: false, ...who } : undefined;
}
