import { answers } from "../../content/interface/widget.sv.json";

/** The words of what `chat.js` shows. */
export const answerTexts = answers;
