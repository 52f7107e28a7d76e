import type { Draft } from "../storage";
import type { TaskHost } from "../task-host";
import type { Definition, Occasion } from "./definition";
import { makePdf } from "./documents";
import { offerFile } from "./draft-file";
import type { Letter } from "./letter/blocks";
import { asCalendar, calendarFile } from "./letter/calendar";
import { compose } from "./letter/compose";
import { isoDay } from "./letter/dates";
import { previewSheet, printLetter } from "./letter/sheet";
import { asText } from "./letter/text";
import type { Wordings } from "./letter/wordings";
import { words } from "./words";

const CALENDAR = "text/calendar;charset=utf-8";

type WordModule = typeof import("./letter/word");

/** The ways to take the finished letter along. All but the PDF are made here in the browser. */
export class TakeAlong {
  constructor(
    private readonly host: TaskHost,
    private readonly definition: Definition,
    private readonly wordings: Wordings,
    private readonly draft: () => Draft,
  ) {}

  /** The paper as it will be, to read through. */
  preview(): HTMLElement[] {
    return previewSheet(this.letter);
  }

  /** A day in the calendar, a week from now, to see whether an answer has come. */
  reminder(): void {
    const event = {
      title: words.remindTitle,
      note: words.remindNote,
      date: isoDay(7),
      time: "09:00",
      alarm: "PT0S",
    };
    this.offer(new Blob([calendarFile([event], new Date())], { type: CALENDAR }), "ics");
  }

  get canShare(): boolean {
    return typeof navigator.share === "function";
  }

  /** Opens the device's own way to share. The person chooses whom; nothing passes the service. */
  async share(): Promise<void> {
    try {
      await navigator.share({ title: this.letter.title, text: asText(this.letter) });
    } catch (error) {
      if ((error as Error).name !== "AbortError") this.host.tell(words.shareFailed);
    }
  }

  async print(): Promise<void> {
    await printLetter(this.host.root, this.host.origin, this.letter);
  }

  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(asText(this.letter));
      this.host.tell(words.copied);
    } catch {
      this.host.tell(words.copyFailed);
    }
  }

  text(): void {
    this.offer(new Blob([asText(this.letter)], { type: "text/plain;charset=utf-8" }), "txt");
  }

  calendar(): void {
    const file = asCalendar(this.draft().answers.dates as Occasion[], this.wordings.common, new Date());
    this.offer(new Blob([file], { type: CALENDAR }), "ics");
  }

  /** Fetches an empty Word file and fills it here. */
  async word(): Promise<void> {
    const { origin } = this.host;
    await this.make("docx", async () => {
      const [empty, { fillWord }] = await Promise.all([
        fetch(`${origin}/api/letters/${this.draft().letter}.docx`, {
          credentials: "omit",
          referrerPolicy: "no-referrer",
        }),
        import(`${origin}/static/word.js?v=${WORD_VERSION}`) as Promise<WordModule>,
      ]);
      return empty.ok
        ? { file: fillWord(new Uint8Array(await empty.arrayBuffer()), this.letter), unseen: false }
        : undefined;
    });
  }

  /** The one file for which the words leave the browser. */
  async pdf(): Promise<void> {
    await this.make("pdf", () => makePdf(this.host.origin, this.draft()));
  }

  private get letter(): Letter {
    return compose(this.draft(), this.definition, this.wordings, new Date());
  }

  private async make(
    ending: string,
    work: () => Promise<{ file: Blob; unseen: boolean } | undefined>,
  ): Promise<void> {
    this.host.tell(words.making);
    const made = await work().catch(() => undefined);
    if (!made) {
      this.host.tell(words.makeFailed);
      return;
    }
    this.offer(made.file, ending);
    if (made.unseen) this.host.tell(words.madeUnseen);
  }

  private offer(file: Blob, ending: string): void {
    offerFile(file, `${this.letter.filename}.${ending}`);
    this.host.tell(words.made);
  }
}
