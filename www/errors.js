// Whatever goes wrong on the page is collected in window.pageErrors, which the tests read, and said at the top
// of the page. A classic script, so that it is there before the first module is loaded.

window.pageErrors = [];

function report(message) {
  window.pageErrors.push(message);
  const broken = document.querySelector('#broken');
  if (!broken) return;
  broken.hidden = false;
  broken.textContent = `Something went wrong on this page: ${message}`;
}

addEventListener('error', (event) => {
  if (event.target instanceof HTMLScriptElement) {
    report('a module is missing. Is the package built? “cargo xtask demo” builds it.');
  } else if (event instanceof ErrorEvent) {
    report(event.message);
  }
}, true);
addEventListener('unhandledrejection', (event) => report(String(event.reason)));

const { error } = console;
console.error = (...values) => {
  window.pageErrors.push(values.map(String).join(' '));
  error.apply(console, values);
};
