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
  const text = parts(button).map((part) => part.innerText.trim()).join("\n\n");
  const status = button.parentElement.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = status.dataset.copied;
  } catch {
    getSelection()?.selectAllChildren(parts(button)[0]);
  }
}

/** The elements whose text a button copies; it names their ids. */
function parts(button) {
  return button.dataset.copy.split(" ").map((id) => document.getElementById(id));
}
