// Workers of each kind, which answer once.

const message = (target) =>
  new Promise((resolve, reject) => {
    target.onmessage = ({ data }) => resolve(data);
    target.onerror = (event) => reject(new Error(event.message));
  });

const module = { type: 'module' };

const kinds = {
  dedicated: (script) => message(new Worker(script, module)),
  shared: (script) => message(new SharedWorker(script, module).port),
  async service(script) {
    const registration = await navigator.serviceWorker.register(script, module);
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(null, [port2]);
    try {
      return await message(port1);
    } finally {
      await registration.unregister();
    }
  },
};

/** What a worker of a kind reports. */
window.reportOf = (kind, script) => kinds[kind](new URL(script, location.href));
