import { fill } from "../../fill";
import type { Draft } from "../../storage";
import type { Actor, Choices, Definition, Goal, Occasion, Recipient } from "../definition";
import { filled, people, type People } from "../fitting";
import { actorBlocks } from "./actors";
import { bullets, heading, lines, paragraph, type Block, type Item, type Letter } from "./blocks";
import { clean } from "./clean";
import { inWords, longDate } from "./dates";
import { told } from "./told";
import { say, type Blank, type LetterWording, type Section, type Words, type Wordings } from "./wordings";

interface Material {
  draft: Draft;
  definition: Definition;
  words: Wordings;
  wording: LetterWording;
  role: string;
  told: People;
}

/** The letter of a draft, put together here in the browser, block for block as the service does it for the PDF. */
export function compose(
  { letter, version, answers }: Draft,
  definition: Definition,
  words: Wordings,
  today: Date,
): Letter {
  const draft = { letter, version, answers: told(answers) };
  const wording = words.wordings[draft.letter]!;
  const role = String(draft.answers.who ?? definition.steps[0]?.options?.[0]?.id);
  const named = people(definition, { ...draft.answers, who: role });
  const material = { draft, definition, words, wording, role, told: named };
  const { common } = words;
  const to = clean((draft.answers.recipient as Recipient | undefined)?.name ?? "");
  const addressed = wording.addressed !== false;
  const writer = named.writer ? filled(common.writer, named) : "";
  return {
    title: wording.title,
    filename: wording.filename,
    blocks: [
      ...(addressed ? [to ? paragraph(`${common.to} ${to}`) : lines([[common.to_blank]])] : []),
      paragraph(fill(common.date, { date: longDate(today) })),
      paragraph([say(wording.opening, role, named), writer].filter(Boolean).join(" ")),
      ...(addressed ? blanks(common.concerns, material) : []),
      ...wording.sections.flatMap((section) => sectionBlocks(section, material)),
      ...(addressed ? ending(material) : []),
    ],
    aside: addressed ? asideBlocks(material, to) : [],
  };
}

function ending(material: Material): Block[] {
  const { common } = material.words;
  const copies = say(common.copies, material.role, material.told);
  return [
    ...blanks(common.signatures, material),
    ...(copies ? [paragraph(copies)] : []),
    heading(common.received.heading),
    lines(common.received.rows),
  ];
}

/** Fields to fill in by hand. What the person has already said yes to needs no box. */
function blanks(byRole: Record<string, Blank[]>, { role, told, draft }: Material): Block[] {
  const consent = (draft.answers.consent as Choices | undefined)?.chosen ?? [];
  return (byRole[role] ?? byRole.others!).flatMap(({ heading: title, rows, may }) => [
    heading(filled(title, told)),
    ...(may && !consent.includes("answer") ? bullets([filled(may, told)], true) : []),
    lines(rows),
  ]);
}

function sectionBlocks(section: Section, material: Material): Block[] {
  const { role, told } = material;
  if (section.roles && !section.roles.includes(role)) return [];
  const answered = section.step ? answerBlocks(section.step, material) : [];
  if (section.step && !answered.length && !section.always) return [];
  const spoken = (words: Words): string => say(words, role, told);
  const lead = say(answered.length || !section.step ? section.intro : section.empty, role, told);
  const rows = [...(section.lines ?? []), ...Array.from({ length: section.blank ?? 0 }, () => [""])];
  const blocks: Block[] = [
    heading(filled(section.variants?.[role] ?? section.heading, told)),
    ...(lead ? [paragraph(lead)] : []),
    ...answered,
    ...bullets((section.items ?? []).map(spoken)),
    ...(section.text ?? []).map((words) => paragraph(spoken(words))),
    ...(section.table ? [{ kind: "table" as const, ...section.table }] : []),
    ...(rows.length ? [lines(rows)] : []),
  ];
  return blocks.map((block) => (section.boxes && block.kind === "list" ? { ...block, boxes: true } : block));
}

function answerBlocks(id: string, material: Material): Block[] {
  const value = material.draft.answers[id];
  const step = material.definition.steps.find((known) => known.id === id);
  if (value === undefined || !step) return [];
  const { common } = material.words;
  const label = (option: string): string | undefined =>
    step.options?.find((known) => known.id === option)?.label;
  switch (step.field) {
    case "choices": {
      const { chosen, other } = value as Choices;
      const labels = [...new Set(chosen)].map(label).filter((text): text is string => Boolean(text));
      const template = common.other[id] ?? common.other.default!;
      return bullets([...labels, ...(clean(other) ? [fill(template, { text: clean(other) })] : [])]);
    }
    case "goals":
      return bullets(
        (value as Goal[]).filter(({ goal }) => clean(goal)).map((goal) => goalItem(goal, material.words)),
      );
    case "actors":
      return actorBlocks(value as Actor[], step.options ?? [], common, material.told);
    case "dates":
      return bullets((value as Occasion[]).map((day) => `${label(day.what)}: ${inWords(day, common.at)}`));
    case "list":
      return bullets((value as string[]).map(clean).filter(Boolean));
    default:
      return clean(String(value)) ? [paragraph(clean(String(value)), true)] : [];
  }
}

function goalItem({ goal, subgoals, when }: Goal, { common }: Wordings): Item {
  const steps = subgoals
    .map(clean)
    .filter(Boolean)
    .map((text) => fill(common.subgoal, { text }));
  return {
    text: clean(goal),
    items: [...steps, ...(clean(when) ? [fill(common.when, { text: clean(when) })] : [])],
  };
}

function asideBlocks({ words: { common }, wording }: Material, to: string): Block[] {
  const { heading: title, notice, to: named, to_blank: unnamed, steps } = common.hand_in;
  return [
    heading(title),
    paragraph(notice),
    paragraph(to ? fill(named, { name: to }) : unnamed),
    ...bullets([...steps, ...(wording.no_answer ?? [])]),
  ];
}
