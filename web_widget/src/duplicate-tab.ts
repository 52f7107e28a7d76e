const CHANNEL = "sip-guiden";

interface Call {
  asks?: string;
  taken?: string;
  by: number;
}

/**
 * A duplicated tab is born with a copy of the other's storage, its sender too: erasing in one would erase both.
 * `renew` is called when another open tab answers that the sender is its own.
 */
export function guardSender(sender: () => string, renew: () => void): () => void {
  if (typeof BroadcastChannel !== "function") return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  const me = Math.random();
  channel.onmessage = ({ data }: MessageEvent<Call>) => {
    if (data.by === me) return;
    if (data.asks === sender()) channel.postMessage({ taken: data.asks, by: me });
    else if (data.taken === sender() && !settled) renew();
  };
  // Only the newcomer gives way, and only while it asks.
  let settled = false;
  channel.postMessage({ asks: sender(), by: me });
  const settling = setTimeout(() => (settled = true), 1000);
  return () => {
    clearTimeout(settling);
    channel.close();
  };
}
