import { fill } from "../../fill";
import type { Draft } from "../../storage";
import type { Actor, Choices, Definition, Goal, Occasion, Recipient } from "../definition";
import { bullets, heading, lines, paragraph, type Block, type Item, type Letter } from "./blocks";
import { inWords, longDate } from "./dates";
import { say, type LetterWording, type Section, type Wordings } from "./wordings";

const LONGEST_IN_SENTENCE = 60;

interface Material {
  draft: Draft;
  definition: Definition;
  words: Wordings;
  wording: LetterWording;
  role: string;
}

/** The letter of a draft, put together here in the browser, block for block as the service does it for the PDF. */
export function compose(draft: Draft, definition: Definition, words: Wordings, today: Date): Letter {
  const wording = words.wordings[draft.letter]!;
  const role = String(draft.answers.who ?? definition.steps[0]?.options?.[0]?.id);
  const material = { draft, definition, words, wording, role };
  const { common } = words;
  const to = clean((draft.answers.recipient as Recipient | undefined)?.name ?? "");
  const addressed = wording.addressed !== false;
  const copies = say(common, wording.copies, role);
  return {
    title: wording.title,
    filename: wording.filename,
    blocks: [
      ...(addressed ? [to ? paragraph(`${common.to} ${to}`) : lines([common.to_blank])] : []),
      paragraph(fill(common.date, { date: longDate(today) })),
      paragraph(say(common, wording.opening, role)),
      ...wording.sections.flatMap((section) => sectionBlocks(section, material)),
      ...(wording.signatures ?? []).flatMap((signature) => {
        const labels = signature.lines[role] ?? signature.lines.others;
        return labels ? [lines(labels)] : [];
      }),
      ...(copies ? [paragraph(copies)] : []),
    ],
    aside: addressed ? asideBlocks(material, to) : [],
  };
}

function sectionBlocks(section: Section, material: Material): Block[] {
  const { role, words } = material;
  if (section.roles && !section.roles.includes(role)) return [];
  const answered = section.step ? answerBlocks(section.step, material) : [];
  if (section.step && !answered.length && !section.always) return [];
  const lead = say(words.common, answered.length || !section.step ? section.intro : section.empty, role);
  const labels = [...(section.lines ?? []), ...Array<string>(section.blank ?? 0).fill("")];
  return [
    heading(section.variants?.[role] ?? section.heading),
    ...(lead ? [paragraph(lead)] : []),
    ...answered,
    ...bullets(section.items ?? []),
    ...(section.text ?? []).map(paragraph),
    ...(labels.length ? [lines(labels)] : []),
  ];
}

function answerBlocks(id: string, material: Material): Block[] {
  const value = material.draft.answers[id];
  const step = material.definition.steps.find((known) => known.id === id);
  if (value === undefined || !step) return [];
  const label = (option: string): string | undefined => step.options?.find((known) => known.id === option)?.label;
  switch (step.field) {
    case "choices": {
      const { chosen, other } = value as Choices;
      const { other: templates } = material.words.common;
      const labels = [...new Set(chosen)].map(label).filter((text): text is string => Boolean(text));
      const template = templates[id] ?? templates.default!;
      return bullets([...labels, ...(clean(other) ? [fill(template, { text: clean(other) })] : [])]);
    }
    case "goals":
      return bullets((value as Goal[]).filter(({ goal }) => clean(goal)).map((goal) => goalItem(goal, material.words)));
    case "actors":
      return actorBlocks(value as Actor[], material.words);
    case "dates":
      return bullets((value as Occasion[]).map((day) => `${label(day.what)}: ${inWords(day, material.words.common.at)}`));
    case "list":
      return bullets((value as string[]).map(clean).filter(Boolean));
    default:
      return clean(String(value)) ? [paragraph(clean(String(value)))] : [];
  }
}

function goalItem({ goal, subgoals, when }: Goal, { common }: Wordings): Item {
  const steps = subgoals.map(clean).filter(Boolean).map((text) => fill(common.subgoal, { text }));
  return { text: clean(goal), items: [...steps, ...(clean(when) ? [fill(common.when, { text: clean(when) })] : [])] };
}

function actorBlocks(actors: Actor[], { common }: Wordings): Block[] {
  return Object.entries(common.invite).flatMap(([invite, lead]) => {
    const names = actors.filter((actor) => actor.invite === invite).map(({ name }) => clean(name)).filter(Boolean);
    if (!names.length) return [];
    const short = names.every((name) => name.length <= LONGEST_IN_SENTENCE && !/[,\n]/.test(name));
    return short ? [paragraph(`${lead} ${new Intl.ListFormat("sv").format(names)}`)] : [paragraph(lead), ...bullets(names)];
  });
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

/** Without the characters that no Word file can hold, as the service cleans them. */
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\r\n/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu, "").trim();
}
