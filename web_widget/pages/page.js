// Small comforts. Every page is whole without them.
for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button) return;
  if ("openChat" in button.dataset) document.querySelector("sip-guiden")?.open();
  if ("print" in button.dataset) print();
  if ("copy" in button.dataset) void copy(button);
});

async function copy(button) {
  const text = document.getElementById(button.dataset.copy).textContent.trim();
  const status = button.parentElement.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = status.dataset.copied;
  } catch {
    getSelection()?.selectAllChildren(document.getElementById(button.dataset.copy));
  }
}
