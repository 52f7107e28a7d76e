/** `chat.js`: what the first view does without, fetched before anything can be kept, sent or answered. */
export { answer } from "./answer";
export { stepChoices } from "./choices";
export { hasIdentityNumber } from "./identifiers";
export { PlaceOfVisit } from "./place-of-visit";
export { Rating } from "./rating";
export { saveOffer } from "./save-offer";
export { showInPage } from "./show-in-page";
export { Saving } from "./saving";
export { default as css } from "./styles/answers.css";
