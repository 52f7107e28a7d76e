import { fill } from "../../fill";
import type { Actor, Option } from "../definition";
import { capital, filled, type People } from "../fitting";
import { bullets, paragraph, type Block } from "./blocks";
import { clean } from "./clean";
import type { Common } from "./wordings";

const MOST_IN_A_SENTENCE = 7;

/** Those to invite, as a person would write them: in a sentence when all are known, else in a list. */
export function actorBlocks(actors: Actor[], known: Option[], common: Common, people: People): Block[] {
  return Object.entries(common.invite).flatMap(([invite, lead]) => {
    const names = actors
      .filter((actor) => actor.invite === invite)
      .map(({ name }) => clean(name))
      .filter(Boolean);
    if (!names.length) return [];
    const said = names.map((name) => filled(known.find(({ label }) => label === name)?.said ?? "", people));
    if (said.every(Boolean) && said.length <= MOST_IN_A_SENTENCE) {
      const listed = new Intl.ListFormat("sv").format(said);
      return [paragraph(fill(common.invite_named[invite]!, { names: listed }))];
    }
    return [paragraph(lead), ...bullets(names.map((name, index) => capital(said[index]!) || name))];
  });
}
