// A number that is selected by itself is copied as programs want it: E.164, without spaces.
document.addEventListener("copy", (event) => {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return;
  const at = selection.getRangeAt(0).commonAncestorContainer;
  const phone = (at instanceof Element ? at : at.parentElement)?.closest("[data-phone]");
  if (!phone || selection.toString().trim() !== phone.textContent.trim()) return;
  event.clipboardData.setData("text/plain", phone.dataset.phone);
  event.preventDefault();
});
