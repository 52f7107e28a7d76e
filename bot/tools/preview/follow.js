// Loads the page again when the files have changed.
const shown = document.currentScript.dataset.version;
setInterval(async () => {
  const answer = await fetch("/preview/version").catch(() => null);
  if (answer?.ok && (await answer.text()) !== shown) location.reload();
}, 1000);
