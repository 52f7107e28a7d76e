import type { Draft, TaskId, TaskState } from "../storage";
import type { Opening, TaskHost } from "../task-host";
import type { Answers, Definition, Step } from "./definition";
import { fits } from "./draft-file";
import { currentAnswers, firstUnanswered, isEmpty, worded } from "./engine";

/** Where a person is in a task and what is answered: kept in the tab, and nowhere else. */
export class CardState {
  private state: TaskState;
  /** True when the browser could not keep the last change. */
  unkept = false;
  /** By step, what stands in a field but must not be kept, as an identity number: here only, until it is mended. */
  readonly held = new Map<string, unknown>();

  constructor(
    private readonly host: TaskHost,
    private readonly task: TaskId,
    private readonly definition: Definition,
  ) {
    this.state = host.state(task) ?? this.fresh();
  }

  get stepId(): string {
    return this.state.step;
  }

  get paused(): boolean {
    return this.state.paused;
  }

  get letter(): string {
    return this.state.draft.letter;
  }

  get answers(): Answers {
    return this.state.draft.answers;
  }

  /** All that was answered, also to questions that this letter does not ask. */
  get whole(): Draft {
    return this.state.draft;
  }

  /** The draft as it is taken along: without answers to questions that do not concern it. */
  get draft(): Draft {
    const { draft } = this.state;
    return { ...draft, answers: currentAnswers(this.definition, draft) };
  }

  get title(): string {
    const { letters, title } = this.definition;
    return letters?.find(({ id }) => id === this.letter)?.label ?? title;
  }

  /** The open question, worded for the person and the letter. */
  get step(): Step | undefined {
    const found = this.definition.steps.find(({ id }) => id === this.state.step);
    return found && worded(this.definition, found, this.state.draft);
  }

  /** What stands in the field of a step. */
  value(step: string): unknown {
    return this.held.has(step) ? this.held.get(step) : this.answers[step];
  }

  knows(letter: string): boolean {
    return Boolean(this.definition.letters?.some(({ id }) => id === letter));
  }

  /** Opens the task, at the first question without an answer when another letter is asked for. */
  open({ letter, prefilled, begun }: Opening): void {
    const answers = { ...this.answers };
    const answered = this.isBegun;
    for (const [id, value] of Object.entries(prefilled ?? {})) {
      const step = this.definition.steps.find((known) => known.id === id);
      if (step && isEmpty(answers[id]) && fits(step, value)) answers[id] = value;
    }
    const changed = letter !== undefined && letter !== this.letter && this.knows(letter);
    const draft = { ...this.state.draft, answers, letter: changed ? letter : this.letter };
    const step = changed && answered ? firstUnanswered(this.definition, draft) : this.state.step;
    this.state = { step, paused: false, draft };
    if (begun) this.keep({});
    else this.unkept = !this.host.keeps();
  }

  get isBegun(): boolean {
    return Object.keys(this.answers).length > 0;
  }

  keep(change: Partial<TaskState>): void {
    this.state = { ...this.state, ...change };
    this.unkept = !this.host.save(this.task, this.state);
  }

  answer(step: string, value: unknown): void {
    this.put({ [step]: value });
  }

  /** Keeps the answers given, takes away those that are empty, and gives back what stood there before. */
  put(given: Answers): Answers {
    const before = Object.fromEntries(Object.keys(given).map((id) => [id, this.answers[id]]));
    const answers = { ...this.answers, ...given };
    for (const id of Object.keys(given)) {
      if (isEmpty(given[id])) delete answers[id];
      this.held.delete(id);
    }
    this.keep({ draft: { ...this.state.draft, answers } });
    return before;
  }

  /** Goes over to another letter. All answers are kept; the first question without one is asked. */
  write(letter: string): void {
    this.keep({ paused: false, draft: { ...this.state.draft, letter } });
    this.keep({ step: firstUnanswered(this.definition, this.state.draft) });
  }

  restart(): void {
    this.held.clear();
    this.keep(this.fresh());
  }

  private fresh(): TaskState {
    const { steps, letter = this.task } = this.definition;
    return { step: steps[0]?.id ?? "", paused: false, draft: { version: 1, letter, answers: {} } };
  }
}
