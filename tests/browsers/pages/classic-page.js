// The page's own script: it runs while the document is being parsed, as no module does.
{
  const { readyState } = document;
  const repaired = HTMLMediaElement.prototype.captureStream !== window.nativeCaptureStream;
  const { active } = new MediaStream();
  let compiles = true;
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    compiles = false;
  }

  /** What was true then, and what the package's scripts do here and in a worker. */
  window.reportOf = async (folder) => {
    const removal = document.createElement('script');
    removal.src = 'classic-removal.js';
    await new Promise((resolve, reject) => {
      removal.onload = resolve;
      removal.onerror = () => reject(new Error('not loaded'));
      document.head.append(removal);
    });
    const worker = new Worker(`classic-worker.js?${folder}`);
    const inWorker = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    return { readyState, repaired, active, compiles, log: await window.removal(), inWorker: await inWorker };
  };
}
