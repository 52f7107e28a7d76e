import { button } from "./dom";
import { answerTexts } from "./answer-texts";

/** Voices that read Swedish without sending the text anywhere. */
function localVoice(): SpeechSynthesisVoice | undefined {
  return globalThis.speechSynthesis
    ?.getVoices()
    .find((voice) => voice.localService && /^sv\b/i.test(voice.lang));
}

/** A button that reads the text aloud; hidden as long as the browser has no local Swedish voice. */
export function listenButton(text: () => string): HTMLButtonElement {
  const toggle = button(answerTexts.listen, () => {
    const voice = localVoice();
    if (!voice) return;
    const reading = speechSynthesis.speaking && toggle.textContent === answerTexts.stop;
    speechSynthesis.cancel();
    if (reading) return;
    const utterance = new SpeechSynthesisUtterance(text());
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onstart = () => (toggle.textContent = answerTexts.stop);
    utterance.onend = utterance.onerror = () => (toggle.textContent = answerTexts.listen);
    speechSynthesis.speak(utterance);
  });
  const show = (): void => void (toggle.hidden = !localVoice());
  show();
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", show);
  return toggle;
}
