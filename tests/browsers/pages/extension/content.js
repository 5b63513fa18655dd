// In the world of content scripts, after the package without WebAssembly: the page can read what it did, and has none of it.
{
  const { dataset } = document.documentElement;
  const repairs = () => {
    const installation = MediaStreamPolyfill.install(window);
    const { length } = installation.repaired;
    installation.uninstall();
    return length > 0;
  };
  self.removal().then(
    (log) => (dataset.content = JSON.stringify({ log, repairs: repairs() })),
    (error) => (dataset.content = JSON.stringify(`${error}\n${error.stack}`)),
  );

  addEventListener('message', ({ data }) => (dataset.extension = data));
  const frame = document.createElement('iframe');
  frame.src = chrome.runtime.getURL('page.html');
  document.documentElement.append(frame);
}
