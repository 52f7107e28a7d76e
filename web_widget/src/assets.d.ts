declare module "*.css" {
  const text: string;
  export default text;
}

declare const CHAT_VERSION: string;
declare const TASKS_VERSION: string;
declare const WORD_VERSION: string;
