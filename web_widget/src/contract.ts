/** What travels between the widget and the service: docs/chat-contract.md.
 *  Made by `python -m bot.tools.contract_types`; do not edit. */

export interface Context {
  task?: "draft" | "prepare";
  step?: string;
  place?: string;
}

export interface Button {
  title: string;
  payload: string;
}

export interface Source {
  title: string;
  url?: string;
  status: "gäller" | "ersatt" | "osäker";
  reviewed: string;
}

export interface Contact {
  id: string;
  kind: string;
  name: string;
  /** whom a letter names, when that is not `name` */
  addressed?: string;
  side: "kommun" | "region" | "annan";
  municipality_code?: string;
  phone?: string;
  url?: string;
  verified: boolean;
  as_of?: string;
  why?: string;
  note?: string;
  /** the directory's own page about the contact */
  page?: string;
  /** a page where a health centre is chosen */
  choose?: string;
  /** a search on 1177 for health centres nearby */
  nearby?: string;
  /** two recent sources, two older ones, or one */
  certainty?: "confirmed" | "may_have_changed" | "one_source";
  /** the certainty in words, with its year */
  sure?: string;
}

export interface Mark {
  lang: string;
  dir: "ltr" | "rtl";
}

export interface Forms {
  more?: string;
  easy?: string;
  url?: string;
}

export interface Progress {
  index: number;
  total: number;
}

export interface Custom {
  /** topic answered; `oklart` asks what was meant; `kris`; `utanfor-amnet` */
  topic?: string;
  /** all topics, when several were answered */
  topics?: string[];
  /** the passage that answers, `topic#name` */
  passage?: string;
  /** the passages, when several were asked for */
  passages?: string[];
  form?: "short" | "long" | "easy";
  /** with `oklart`: up to 3 topics offered */
  suggestions?: string[];
  /** with topic `begrepp`: the concept defined */
  concept?: string;
  sources?: Source[];
  forms?: Forms;
  /** a page of the service that says more */
  url?: string;
  contacts?: Contact[];
  /** code of the municipality, four digits */
  municipality?: string;
  /** the municipality's name */
  place?: string;
  /** what to have at hand when calling */
  bring?: string[];
  /** the reply meets danger or distress: 112 first, help today, or care */
  care?: "acute" | "urgent" | "heavy";
  /** a card to open; only for clients that send `context` */
  task?: "draft" | "prepare" | "after";
  /** the letter that was asked for */
  letter?: string;
  /** answers that the message told, by step; never over an answer already given */
  prefilled?: Record<string, unknown>;
  /** how long the task takes */
  minutes?: number;
  /** the message answers the open step: the client places it; it was not kept */
  for_card?: boolean;
  /** the step now asked, for clients without cards */
  step?: string;
  progress?: Progress;
  examples?: string[];
  /** why the step is asked */
  why?: string;
  /** a finished draft (draft schema) */
  draft?: Record<string, unknown>;
  /** marks of the first paragraphs */
  paragraphs?: Mark[];
  /** words that may be saved if the person agrees; empty: the question before */
  may_save?: string;
  /** id of the answer that may be said to have helped or not */
  may_rate?: string;
  /** found by search while the chat is away */
  meanwhile?: boolean;
}

export interface BotMessage {
  text?: string;
  buttons?: Button[];
  custom?: Custom;
}
