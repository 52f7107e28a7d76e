/** What travels between the widget and the service. */

export interface Button {
  title: string;
  payload: string;
}

export interface Source {
  title: string;
  url?: string;
  status: string;
  reviewed: string;
}

export interface Contact {
  id: string;
  kind: string;
  name: string;
  /** Whom a letter names, when that is not the name. */
  addressed?: string;
  side: "kommun" | "region" | "annan";
  phone?: string;
  url?: string;
  verified: boolean;
  as_of?: string;
  why?: string;
  note?: string;
  page?: string;
  choose?: string;
}

export interface Mark {
  lang: string;
  dir: "ltr" | "rtl";
}

export interface Custom {
  topic?: string;
  topics?: string[];
  suggestions?: string[];
  concept?: string;
  sources?: Source[];
  contacts?: Contact[];
  step?: string;
  /** The letter that was asked for, when a letter is begun. */
  letter?: string;
  draft?: unknown;
  /** Language and direction of the first paragraphs, when they are not in Swedish. */
  paragraphs?: Mark[];
  /** The person's words as they may be saved if they agree; empty when they are those of the question before. */
  may_save?: string;
  forms?: { more?: string; easy?: string; url?: string };
}

export interface BotMessage {
  text?: string;
  buttons?: Button[];
  custom?: Custom;
}
