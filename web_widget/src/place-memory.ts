import { tabStorage } from "./storage";

/** A municipality: its code of four digits and its name. */
export interface Place {
  code: string;
  name: string;
}

/** `told` is false until the chat knows of it. An empty code: taken away. */
interface Kept extends Place {
  told: boolean;
}

/** The same key as the service's own pages use (`pages/page.js`). */
const KEY = "sip-guiden-place";

/** The municipality told or chosen in this tab, in the chat, the letter or on a page, until it is taken away. */
export class PlaceMemory {
  /** What is kept where the browser refuses storage. */
  private memory = "null";

  constructor(private readonly storage: Storage | null = tabStorage()) {}

  get place(): Place | undefined {
    const kept = this.kept;
    return kept?.code ? kept : undefined;
  }

  /** True until a place has been kept or taken away in this tab. */
  get isNew(): boolean {
    return !this.kept;
  }

  /** Keeps a place. `told`: the chat is where it comes from. */
  keep(code: string, name: string, told = false): void {
    if (/^\d{4}$/.test(code) && (told || code !== this.place?.code)) this.write({ code, name, told });
  }

  /** Takes the place away, here and with the next message in the chat too. */
  takeAway(): void {
    this.write({ code: "", name: "", told: false });
  }

  /** Erases without a word to the chat, when all of the conversation is erased. */
  forget(): void {
    this.write(null);
  }

  /** What the next message in the chat tells of the place; nothing when the chat knows. */
  news(): { place?: string } {
    const kept = this.kept;
    return kept && !kept.told ? { place: kept.code } : {};
  }

  /** The chat has answered a message with this news. */
  wasTold({ place }: { place?: string }): void {
    const kept = this.kept;
    if (kept && kept.code === place) this.write({ ...kept, told: true });
  }

  private get kept(): Kept | undefined {
    try {
      const kept = JSON.parse(this.storage?.getItem(KEY) ?? this.memory) as Kept | null;
      return kept && /^(\d{4})?$/.test(kept.code) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  private write(kept: Kept | null): void {
    this.memory = JSON.stringify(kept);
    try {
      if (kept) this.storage?.setItem(KEY, this.memory);
      else this.storage?.removeItem(KEY);
    } catch {
      // Lives in memory alone.
    }
  }
}
