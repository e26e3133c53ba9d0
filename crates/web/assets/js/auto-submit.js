// A choice marked data-auto is sent as soon as it is made; the form's own button serves those without scripts.
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-auto]")) target.form.requestSubmit();
});
